import { and, eq, gt, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { attempt } from '../db/schema';
import type { Deps } from '../order/context';

/** Refuses once `limit` attempts under a key fell within the last `windowMs`. */
export async function requireFew(
  deps: Deps,
  key: string,
  limit: number,
  windowMs: number,
  code: string,
): Promise<void> {
  const [row] = await deps.db
    .select({ count: sql<number>`count(*)` })
    .from(attempt)
    .where(and(eq(attempt.key, key), gt(attempt.at, deps.now() - windowMs)));
  if ((row?.count ?? 0) >= limit) throw new RuleBroken(code, {}, 429);
}

export async function countAttempt(deps: Deps, key: string): Promise<void> {
  await deps.db.insert(attempt).values({ key, at: deps.now() });
}

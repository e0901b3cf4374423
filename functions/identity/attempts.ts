import { and, desc, eq, gt, sql } from 'drizzle-orm';
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

/** Refuses for `windowMs` from the attempt that was the `limit`th within as long a time. */
export async function requireUnlocked(
  deps: Deps,
  key: string,
  limit: number,
  windowMs: number,
  code: string,
): Promise<void> {
  const rows = await deps.db
    .select({ at: attempt.at })
    .from(attempt)
    .where(and(eq(attempt.key, key), gt(attempt.at, deps.now() - 2 * windowMs)))
    .orderBy(desc(attempt.at))
    .limit(limit);
  const [last] = rows;
  const first = rows[limit - 1];
  if (first && last && last.at - first.at < windowMs && deps.now() - last.at < windowMs)
    throw new RuleBroken(code, {}, 429);
}

export async function countAttempt(deps: Deps, key: string): Promise<void> {
  await deps.db.insert(attempt).values({ key, at: deps.now() });
}

import { and, eq, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { actorName } from '../audit/append-event';
import { canonicalJson } from '../audit/hash';
import type { Tx } from '../db/connect';
import { inTransaction } from '../db/in-transaction';
import { idempotency } from '../db/schema';
import type { Context } from './context';
import { hashSecret } from './query-code';

export interface Answer {
  status: number;
  body: unknown;
}

const numberIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'number' in body ? String(body.number) : null;

/**
 * Runs a command once per principal, route and key, in one transaction with its effect: a repeat gets the first
 * answer, another body under the same key is refused with 422 (spec 2, Concurrency).
 */
export async function withIdempotency(
  ctx: Context,
  route: string,
  key: string | undefined,
  body: unknown,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  if (key === undefined) return inTransaction(ctx.db, work);
  const principal = actorName(ctx.actor);
  const bodyHash = hashSecret(canonicalJson(JSON.parse(JSON.stringify(body))));
  return inTransaction(ctx.db, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${principal}|${route}|${key}`}, 0))`,
    );
    const same = and(
      eq(idempotency.principal, principal),
      eq(idempotency.route, route),
      eq(idempotency.key, key),
    );
    const [first] = await tx.select().from(idempotency).where(same);
    if (first) {
      if (first.bodyHash !== bodyHash) throw new RuleBroken('idempotency.other-body', {}, 422);
      return { status: first.status, body: JSON.parse(ctx.vault.unsealMaster(first.answer, 'idempotency')) };
    }
    const answer = await work(tx);
    const sealed = ctx.vault.sealMaster(JSON.stringify(answer.body), 'idempotency');
    await tx.insert(idempotency).values({
      principal,
      route,
      key,
      bodyHash,
      status: answer.status,
      answer: sealed,
      orderNumber: numberIn(answer.body),
      createdAt: ctx.now(),
    });
    return answer;
  });
}

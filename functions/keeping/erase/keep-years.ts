import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-event';
import { inTransaction } from '../../db/in-transaction';
import { order, reporterToken } from '../../db/schema';
import { type Context, type Deps, systemContext } from '../../order/context';
import { erasable, eraseOrder } from './erase-order';
import { eraseAccount } from './erase-reporter';
import { keptSince } from './kept-since';

/** An account whose last order went, and that nobody has signed in to since then, goes as well. */
async function forgetAccount(ctx: Context, accountId: string, since: number): Promise<void> {
  const [used] = await ctx.db
    .select({ at: reporterToken.createdAt })
    .from(reporterToken)
    .where(and(eq(reporterToken.reporterId, accountId), gte(reporterToken.createdAt, since)))
    .limit(1);
  const [held] = await ctx.db
    .select({ id: order.id })
    .from(order)
    .where(eq(order.reporterId, accountId))
    .limit(1);
  if (used || held) return;
  await eraseAccount(ctx, accountId);
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'reporter.erased', { orders: 0, account: true }),
  );
}

/** Anonymises orders that ended longer ago than the setting keeps them (spec 8), a bounded number a run, and accounts left without any. */
export async function anonymiseOld(deps: Deps, bound = 500): Promise<number> {
  const ctx = await systemContext(deps);
  const until = keptSince(deps.now(), ctx.ref.district.keeping.years);
  const ended = sql`coalesce(${order.closedAt}, ${order.changedAt})`;
  const rows = await deps.db
    .select({ id: order.id, reporterId: order.reporterId })
    .from(order)
    .where(
      and(
        erasable,
        lt(order.submittedAt, until),
        sql`${ended} < ${new Date(until).toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(order.submittedAt))
    .limit(bound);
  for (const { id } of rows) {
    const files = await inTransaction(deps.db, (tx) => eraseOrder(tx, ctx, id, 'order.anonymised'));
    for (const key of files ?? []) await deps.store.delete(key);
  }
  for (const accountId of new Set(rows.flatMap(({ reporterId }) => reporterId ?? [])))
    await forgetAccount(ctx, accountId, until);
  return rows.length;
}

import { and, asc, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { addDays, dayOf, instantAt } from '../../../shared/sla/instant';
import { inTransaction } from '../../db/in-transaction';
import { order } from '../../db/schema';
import { type Deps, systemContext } from '../../order/context';
import { erasable, eraseOrder } from './erase-order';

/** Anonymises orders that ended longer ago than the setting keeps them (spec 8), a bounded number a run. */
export async function anonymiseOld(deps: Deps, bound = 500): Promise<number> {
  const ctx = await systemContext(deps);
  const today = dayOf(deps.now());
  const until = instantAt(addDays(today, -365 * ctx.ref.district.keeping.years), '00:00');
  const ended = sql`coalesce(${order.closedAt}, ${order.changedAt})`;
  const rows = await deps.db
    .select({ id: order.id })
    .from(order)
    .where(
      and(
        inArray(order.state, [...erasable]),
        isNotNull(order.orderKey),
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
  return rows.length;
}

import { and, asc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { addDays, dayOf, instantAt } from '../../../shared/sla/instant';
import { inTransaction } from '../../db/in-transaction';
import { order, setting } from '../../db/schema';
import { type Deps, systemContext } from '../../order/context';
import { erasable, eraseOrder } from './erase-order';

const usualYears = 3;

/** For how many years an ended order keeps its words: the setting `keeping`, three unless told (spec 8). */
async function yearsKept(deps: Deps): Promise<number> {
  const [row] = await deps.db.select().from(setting).where(eq(setting.key, 'keeping'));
  const years = (row?.value as { years?: number } | undefined)?.years;
  return years && years >= 1 ? years : usualYears;
}

/** Anonymises orders that ended longer ago than they are kept, a bounded number a run; statistics do not change. */
export async function anonymiseOld(deps: Deps, bound = 500): Promise<number> {
  const today = dayOf(deps.now());
  const until = instantAt(addDays(today, -365 * (await yearsKept(deps))), '00:00');
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
  const ctx = await systemContext(deps);
  for (const { id } of rows) {
    const files = await inTransaction(deps.db, (tx) => eraseOrder(tx, ctx, id, 'order.anonymised'));
    for (const key of files ?? []) await deps.store.delete(key);
  }
  return rows.length;
}

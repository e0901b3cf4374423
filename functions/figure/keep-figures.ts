import { and, asc, eq, gt } from 'drizzle-orm';
import { foldOrder } from '../../shared/figure/fold';
import { workingMinutesBetween } from '../../shared/sla/between';
import type { Calendar } from '../../shared/sla/calendar';
import type { Db, Tx } from '../db/connect';
import { event, order, orderFigure, roundFigure } from '../db/schema';
import type { Deps } from '../order/context';

/** Folds one order's events into its figures, in the transaction that wrote the last of them. */
export async function keepFigures(tx: Tx | Db, orderId: string, calendar: Calendar): Promise<void> {
  const [row] = await tx.select().from(order).where(eq(order.id, orderId));
  if (!row) return;
  const events = await tx
    .select({ kind: event.kind, at: event.at, data: event.data })
    .from(event)
    .where(eq(event.chain, `order:${orderId}`))
    .orderBy(asc(event.seq));
  const { rounds, ...counts } = foldOrder(events);
  const minutes = (until: number | null) =>
    counts.acceptedAt === null || until === null
      ? null
      : workingMinutesBetween(counts.acceptedAt, until, calendar);
  const figures = {
    ...counts,
    orderId,
    channel: row.channel,
    reporterKind: row.reporterKind,
    unitId: row.leadUnitId ?? row.dispatchedUnitId,
    matterId: row.matterId,
    stage: row.stage,
    town: row.town,
    complexity: row.complexity,
    cause: row.cause,
    workMinutes: minutes(counts.lastResolvedAt),
    firstWorkMinutes: minutes(counts.firstResolvedAt),
  };
  await tx
    .insert(orderFigure)
    .values(figures)
    .onConflictDoUpdate({ target: orderFigure.orderId, set: figures });
  for (const each of rounds)
    await tx
      .insert(roundFigure)
      .values({ orderId, ...each })
      .onConflictDoUpdate({ target: [roundFigure.orderId, roundFigure.round], set: each });
}

/** Makes all figures anew from the events, order by order; the same to the last digit (spec 7). */
export async function rebuildFigures(deps: Deps): Promise<number> {
  const { calendar } = await deps.reference();
  let count = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await deps.db
      .select({ id: order.id })
      .from(order)
      .where(and(gt(order.id, after)))
      .orderBy(asc(order.id))
      .limit(500);
    for (const { id } of page)
      await deps.db.transaction(async (tx) => {
        await tx.select({ id: order.id }).from(order).where(eq(order.id, id)).for('update');
        await tx.delete(roundFigure).where(eq(roundFigure.orderId, id));
        await keepFigures(tx, id, calendar);
      });
    count += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < 500) return count;
  }
}

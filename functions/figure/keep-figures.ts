import { asc, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Calendar } from '../../shared/sla/calendar';
import type { Tx } from '../db/connect';
import { putRows, recordsOf } from '../db/put-rows';
import {
  clock,
  custody,
  event,
  figureDelta,
  figureShare,
  figureStale,
  order,
  orderFigure,
  returnFigure,
  roundFigure,
} from '../db/schema';
import { type Figures, figuresOf } from './figures-of';
import { groupedBy } from './grouped-by';
import { shareChanges } from './share-changes';
import { staleDays } from './stale-days';

/** One parameter however many there are. */
const isOneOf = (column: AnyPgColumn, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param(values)})`;

async function foldOrders(tx: Tx, orderIds: string[], calendar: Calendar): Promise<Figures[]> {
  const rows = await tx.select().from(order).where(isOneOf(order.id, orderIds));
  const chains = orderIds.map((id) => `order:${id}`);
  const events = await tx
    .select({ chain: event.chain, kind: event.kind, at: event.at, data: event.data })
    .from(event)
    .where(isOneOf(event.chain, chains))
    .orderBy(asc(event.chain), asc(event.seq));
  const clocks = await tx.select().from(clock).where(isOneOf(clock.orderId, orderIds));
  const held = await tx.select().from(custody).where(isOneOf(custody.orderId, orderIds));
  const eventsOf = groupedBy(events, (each) => each.chain);
  const clocksOf = groupedBy(clocks, (each) => each.orderId);
  const heldOf = groupedBy(held, (each) => each.orderId);
  return rows.map((row) =>
    figuresOf(
      row,
      eventsOf.get(`order:${row.id}`) ?? [],
      clocksOf.get(row.id) ?? [],
      heldOf.get(row.id) ?? [],
      calendar,
    ),
  );
}

/** Writes orders' figures; what changed of their shares goes to the roll-ups by way of `figure_delta`, and days are marked whose packs do not hold good any more. */
export async function writeFigures(tx: Tx, all: readonly Figures[]): Promise<void> {
  if (all.length === 0) return;
  const ids = all.map((each) => each.figures.orderId);
  const figures = all.map((each) => each.figures);
  const known = await tx.select().from(orderFigure).where(isOneOf(orderFigure.orderId, ids));
  const stale = staleDays(known, figures);
  await putRows(tx, orderFigure, figures, ['order_id']);
  await putRows(tx, figureStale, stale);
  await putRows(
    tx,
    roundFigure,
    all.flatMap((each) => each.rounds),
    ['order_id', 'round'],
  );
  await putRows(
    tx,
    returnFigure,
    all.flatMap((each) => each.returns),
    ['order_id', 'nth'],
  );
  const before = await tx.select().from(figureShare).where(isOneOf(figureShare.orderId, ids));
  const { gone, written, deltas } = shareChanges(
    before,
    all.flatMap((each) => each.shares),
  );
  if (gone.length > 0)
    await tx.execute(
      sql`delete from figure_share s using ${recordsOf(figureShare, gone)} g
          where s.order_id = g.order_id and s.unit_id is not distinct from g.unit_id and s.month = g.month`,
    );
  await putRows(tx, figureShare, written, ['order_id', 'unit_id', 'month']);
  await putRows(tx, figureDelta, deltas);
}

/** Folds orders' events into their figures, in the transaction that wrote the last of them (spec 7). */
export async function keepFigures(tx: Tx, orderIds: string[], calendar: Calendar): Promise<void> {
  await writeFigures(tx, await foldOrders(tx, orderIds, calendar));
}

/** Takes orders' rounds and returns out before they are folded anew. */
export async function forgetRounds(tx: Tx, orderIds: string[]): Promise<void> {
  await tx.delete(returnFigure).where(isOneOf(returnFigure.orderId, orderIds));
  await tx.delete(roundFigure).where(isOneOf(roundFigure.orderId, orderIds));
}

import { and, asc, inArray } from 'drizzle-orm';
import type { State } from '../../../shared/order/state';
import { stateWords } from '../../../shared/order/vocabulary';
import { toIso } from '../../../shared/sla/instant';
import type { Db, Tx } from '../../db/connect';
import { event, order } from '../../db/schema';
import type { Context } from '../../order/context';
import type { OrderRow } from '../../order/order-row';
import { openEvent } from '../../order/words';

/** What goes back to the city portal by its own number (spec 4). */
export interface CityAnswer {
  cityNumber: string;
  number: string;
  state: State;
  stateWord: string;
  round: number;
  unit: string | null;
  reply: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
}

const telling = ['order.resolved', 'order.declined'];
const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));

/** The words of the last reply or refusal of each order. */
async function lastReplies(ctx: Context, rows: OrderRow[], db: Db | Tx): Promise<Map<string, string>> {
  const chains = rows.map((row) => `order:${row.id}`);
  if (chains.length === 0) return new Map();
  const lines = await db
    .select({ orderId: event.orderId, sealed: event.sealed })
    .from(event)
    .where(and(inArray(event.chain, chains), inArray(event.kind, telling)))
    .orderBy(asc(event.seq));
  const replies = new Map<string, string>();
  for (const { orderId, sealed } of lines) {
    const row = rows.find((each) => each.id === orderId);
    if (!row?.orderKey) continue;
    const { words } = openEvent(ctx.vault, ctx.vault.openOrderKey(row.orderKey), row.id, sealed);
    const { found, done, rule, next, explanation, basis, rightDoor } = words;
    const parts = [found, done, rule, next, explanation, basis, rightDoor].filter(Boolean);
    replies.set(row.id, parts.join('；'));
  }
  return replies;
}

/** State, reply and closing date of orders that came from the city portal; a merged one has its primary's reply. */
export async function cityAnswers(
  ctx: Context,
  rows: OrderRow[],
  db: Db | Tx = ctx.db,
): Promise<CityAnswer[]> {
  const primaryIds = rows.flatMap((row) => (row.state === 'merged' ? (row.facts.primaryId ?? []) : []));
  const primaries =
    primaryIds.length > 0 ? await db.select().from(order).where(inArray(order.id, primaryIds)) : [];
  const replies = await lastReplies(ctx, [...rows, ...primaries], db);
  return rows.map((row) => {
    const primary = primaries.find((each) => each.id === row.facts.primaryId && row.state === 'merged');
    const told = primary ?? row;
    return {
      cityNumber: row.cityNumber ?? '',
      number: row.number,
      state: row.state,
      stateWord: stateWords[row.state],
      round: row.round,
      unit: ctx.ref.units.get(told.leadUnitId ?? told.dispatchedUnitId ?? '')?.name ?? null,
      reply: replies.get(told.id) ?? null,
      resolvedAt: isoOrNull(told.resolvedAt),
      closedAt: isoOrNull(told.closedAt),
    };
  });
}

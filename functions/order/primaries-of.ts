import { inArray } from 'drizzle-orm';
import type { OrderFacts } from '../../shared/order/facts';
import { order } from '../db/schema';
import type { Context } from './context';
import { factsOfAll } from './order-row';

/**
 * The facts of the orders that merged ones go with, by the primary's id, for a reporter who is told unit and dates of
 * the primary (spec 2, `merge`). Staff read the primary itself.
 */
export async function primariesOf(ctx: Context, all: OrderFacts[]): Promise<Map<string, OrderFacts>> {
  const merged = all.filter(({ state }) => state === 'merged');
  const ids = ctx.actor.kind === 'reporter' ? merged.flatMap(({ primaryId }) => primaryId ?? []) : [];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select().from(order).where(inArray(order.id, ids));
  return new Map((await factsOfAll(ctx.db, rows)).map((facts) => [facts.id, facts]));
}

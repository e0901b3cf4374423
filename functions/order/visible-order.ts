import type { OrderFacts } from '../../shared/order/facts';
import { type Sight, sightOf } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Context } from './context';
import { factsOf, findOrder, type OrderRow } from './order-row';

interface Seen {
  row: OrderRow;
  facts: OrderFacts;
  sight: Sight;
}

/** The order as this principal sees it, if there is one. */
async function findSeen(ctx: Context, number: string): Promise<Seen> {
  const row = /^CM\d{14}$/.test(number) ? await findOrder(ctx.db, number) : null;
  if (!row) throw new RuleBroken('order.not-found', {}, 404);
  const facts = await factsOf(ctx.db, row);
  return { row, facts, sight: sightOf(facts, ctx.actor, ctx.ref.tree) };
}

/** The order if this principal may see it; else 404, as if there were none (spec 6). */
export async function visibleOrder(ctx: Context, number: string): Promise<Seen> {
  const seen = await findSeen(ctx, number);
  if (seen.sight === 'none') throw new RuleBroken('order.not-found', {}, 404);
  return seen;
}

/** The order after this principal's own command: who gave it out of his hands sees what a unit that returned it sees. */
export async function orderAfter(ctx: Context, number: string): Promise<Seen> {
  const seen = await findSeen(ctx, number);
  return seen.sight === 'none' ? { ...seen, sight: 'returned-only' } : seen;
}

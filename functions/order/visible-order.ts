import type { OrderFacts } from '../../shared/order/facts';
import { type Sight, sightOf } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Context } from './context';
import { factsOf, findOrder, type OrderRow } from './order-row';

/** The order if this principal may see it; else 404, as if there were none (spec 6). */
export async function visibleOrder(
  ctx: Context,
  number: string,
): Promise<{ row: OrderRow; facts: OrderFacts; sight: Sight }> {
  const row = /^CM\d{14}$/.test(number) ? await findOrder(ctx.db, number) : null;
  if (!row) throw new RuleBroken('order.not-found', {}, 404);
  const facts = await factsOf(ctx.db, row);
  const sight = sightOf(facts, ctx.actor, ctx.ref.tree);
  if (sight === 'none') throw new RuleBroken('order.not-found', {}, 404);
  return { row, facts, sight };
}

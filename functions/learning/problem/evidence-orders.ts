import { and, inArray } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import type { Tx } from '../../db/connect';
import { order } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import type { OrderRow } from '../../order/order-row';
import { visibleTo } from '../../order/visible-to';
import { withBelow } from '../scope';

/** The orders that may show an item's problem: the district's choice of any, a unit's of its own and those below. */
export async function evidenceOrders(
  tx: Tx,
  ctx: Context,
  ownerUnitId: string,
  numbers: string[],
): Promise<OrderRow[]> {
  const wanted = [...new Set(numbers)];
  if (wanted.length === 0) return [];
  const rows = await tx
    .select()
    .from(order)
    .where(and(inArray(order.number, wanted), visibleTo(ctx)));
  if (rows.length < wanted.length) throw new RuleBroken('problem.order-unknown', { path: 'orders' }, 422);
  const own = withBelow(ctx, ownerUnitId);
  const district = holds(ctx, 'dispatcher', 'supervisor');
  if (!district && rows.some((row) => !row.seenBy.some((unitId) => own.includes(unitId))))
    throw new RuleBroken('problem.order-not-yours', { path: 'orders' }, 422);
  return rows;
}

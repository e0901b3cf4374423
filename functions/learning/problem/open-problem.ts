import { mayOpenProblem } from '../../../shared/learning/problem-list';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { problemEvidence, problemItem } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import { namesIn, refusePersonal } from '../refuse-personal';
import { staffId } from '../scope';
import { checkProblem } from './check-problem';
import type { OpenProblem } from './contract';
import { evidenceOrders } from './evidence-orders';
import { recordProblem } from './record-problem';

/** Opens an item of the problem list: a unit's people for their own orders, the district for all (spec 7). */
export async function openProblem(ctx: Context, input: OpenProblem): Promise<{ id: string }> {
  const { orders, ...item } = input;
  if (!mayOpenProblem(item.ownerUnitId, ctx.actor, ctx.ref.tree))
    throw new RuleBroken('problem.forbidden', {}, 403);
  const id = ctx.newId();
  const at = ctx.now();
  const by = staffId(ctx);
  await ctx.db.transaction(async (tx) => {
    await checkProblem(tx, ctx, item);
    const rows = await evidenceOrders(tx, ctx, item.ownerUnitId, orders);
    if (item.source !== 'cause' && rows.length === 0)
      throw new RuleBroken('problem.evidence-needed', { path: 'orders' }, 422);
    refusePersonal({ title: item.title, detail: item.detail }, namesIn(ctx, rows));
    await tx.insert(problemItem).values({
      ...item,
      id,
      openedByDistrict: holds(ctx, 'dispatcher', 'supervisor'),
      openedBy: by,
      openedAt: at,
      state: 'open',
      version: 1,
      changedAt: at,
    });
    if (rows.length > 0)
      await tx
        .insert(problemEvidence)
        .values(rows.map((row) => ({ itemId: id, orderId: row.id, addedBy: by, addedAt: at })));
    await recordProblem(
      tx,
      ctx,
      'problem.opened',
      id,
      { ownerUnitId: item.ownerUnitId, cause: item.cause, orders: rows.length },
      [item.title, item.detail],
    );
  });
  return { id };
}

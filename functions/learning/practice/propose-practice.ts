import { mayPropose } from '../../../shared/learning/practice';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import { practice } from '../../db/schema';
import type { Context } from '../../order/context';
import { visibleOrder } from '../../order/visible-order';
import { getProblem } from '../problem/problem-row';
import { refusePersonal } from '../refuse-personal';
import { staffId } from '../scope';
import type { Propose } from './contract';
import { knownPeople } from './known-people';

interface Origin {
  orderId: string | null;
  itemId: string | null;
  unitId: string;
}

/** What the example is about: a closed order's lead unit, or the owner of a finished improvement. */
async function originOf(ctx: Context, { order, itemId }: Propose): Promise<Origin> {
  if ((order === undefined) === (itemId === undefined))
    throw new RuleBroken('practice.one-origin', { path: 'order' }, 422);
  if (order) {
    const { row } = await visibleOrder(ctx, order);
    if (row.state !== 'closed' || row.leadUnitId === null)
      throw new RuleBroken('practice.order-not-closed', { path: 'order' }, 422);
    return { orderId: row.id, itemId: null, unitId: row.leadUnitId };
  }
  const item = await getProblem(ctx, itemId ?? '');
  if (item.state !== 'done' && item.state !== 'effective')
    throw new RuleBroken('practice.not-improved', { path: 'itemId' }, 422);
  return { orderId: null, itemId: item.id, unitId: item.ownerUnitId };
}

/** Proposes an example in words of one's own; whatever tells who it was about is refused by name (spec 7). */
export async function proposePractice(ctx: Context, input: Propose): Promise<{ id: string }> {
  const { title, problem, approach, effect } = input;
  const words = { title, problem, approach, effect };
  const origin = await originOf(ctx, input);
  if (!mayPropose(origin.unitId, ctx.actor, ctx.ref.tree))
    throw new RuleBroken('practice.forbidden', {}, 403);
  const id = ctx.newId();
  await ctx.db.transaction(async (tx) => {
    refusePersonal(words, await knownPeople(tx, ctx, origin));
    const by = { proposedBy: staffId(ctx), proposedAt: ctx.now() };
    await tx
      .insert(practice)
      .values({ id, ...origin, ...words, ...by, state: 'proposed', onHome: false, version: 1 });
    const { unitId, orderId } = origin;
    await appendAudit(tx, ctx.actor, ctx.now(), 'practice.proposed', { practiceId: id, unitId, orderId });
  });
  return { id };
}

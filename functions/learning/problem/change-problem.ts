import { and, count, eq, inArray } from 'drizzle-orm';
import type { ProblemCommand } from '../../../shared/learning/problem-list';
import { mayOpenProblem } from '../../../shared/learning/problem-list';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { problemEvidence } from '../../db/schema';
import type { Context } from '../../order/context';
import { namesIn, refusePersonal } from '../refuse-personal';
import { staffId } from '../scope';
import { checkProblem } from './check-problem';
import { type EditProblem, type Evidence, mostEvidence } from './contract';
import { evidenceOrders } from './evidence-orders';
import { evidenceRows, lockProblem, saveProblem } from './problem-row';
import { recordProblem } from './record-problem';

const edit: ProblemCommand = 'edit';

/** Changes what an item says of itself; it may be handed only to a unit one may open items for. */
export async function editProblem(ctx: Context, id: string, input: EditProblem): Promise<void> {
  const { version, ...item } = input;
  await ctx.db.transaction(async (tx) => {
    const { row } = await lockProblem(tx, ctx, id, version, edit);
    if (item.ownerUnitId !== row.ownerUnitId && !mayOpenProblem(item.ownerUnitId, ctx.actor, ctx.ref.tree))
      throw new RuleBroken('problem.forbidden', {}, 403);
    await checkProblem(tx, ctx, item);
    refusePersonal({ title: item.title, detail: item.detail }, namesIn(ctx, await evidenceRows(tx, id)));
    const was: Record<string, unknown> = { ...row };
    const changed = Object.entries(item)
      .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key]))
      .map(([key]) => key);
    await saveProblem(tx, ctx, row, item);
    const units = item.ownerUnitId === row.ownerUnitId ? {} : { from: row.ownerUnitId, to: item.ownerUnitId };
    await recordProblem(tx, ctx, 'problem.edited', id, { changed, ...units }, [item.title, item.detail]);
  });
}

/** Adds evidence orders to an item, and takes others off it. */
export async function changeEvidence(ctx: Context, id: string, input: Evidence): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row } = await lockProblem(tx, ctx, id, input.version, edit);
    const added = await evidenceOrders(tx, ctx, row.ownerUnitId, input.add);
    const kept = await evidenceRows(tx, id);
    const dropped = kept.filter(({ number }) => input.drop.includes(number));
    refusePersonal({ title: row.title, detail: row.detail }, namesIn(ctx, added));
    if (dropped.length > 0)
      await tx.delete(problemEvidence).where(
        and(
          eq(problemEvidence.itemId, id),
          inArray(
            problemEvidence.orderId,
            dropped.map((each) => each.id),
          ),
        ),
      );
    const by = { addedBy: staffId(ctx), addedAt: ctx.now() };
    if (added.length > 0)
      await tx
        .insert(problemEvidence)
        .values(added.map((each) => ({ itemId: id, orderId: each.id, ...by })))
        .onConflictDoNothing();
    const [total] = await tx
      .select({ n: count() })
      .from(problemEvidence)
      .where(eq(problemEvidence.itemId, id));
    if ((total?.n ?? 0) > mostEvidence) throw new RuleBroken('problem.too-many', { path: 'add' }, 422);
    await saveProblem(tx, ctx, row, {});
    await recordProblem(tx, ctx, 'problem.evidence', id, { added: added.length, dropped: dropped.length });
  });
}

import { eq } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dayOf } from '../../../shared/sla/instant';
import type { Tx } from '../../db/connect';
import { problemMeasure } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import { namesIn, refusePersonal } from '../refuse-personal';
import { staffId } from '../scope';
import type { Said, SetMeasure } from './contract';
import { evidenceRows, lockProblem, type MeasureRow, measuresOf, saveProblem } from './problem-row';
import { recordProblem } from './record-problem';

async function lastMeasure(tx: Tx, itemId: string): Promise<MeasureRow> {
  const [last] = await measuresOf(tx, [itemId]);
  if (!last) throw new RuleBroken('problem.no-measure');
  return last;
}

/** A due that has passed stays a fact; before that the unit may bring it forward, only the district puts it off. */
function checkDue(ctx: Context, due: string, before: MeasureRow | undefined): void {
  const today = dayOf(ctx.now());
  if (due < today) throw new RuleBroken('problem.due-passed', { path: 'due' }, 422);
  if (!before || due === before.due) return;
  if (before.due < today) throw new RuleBroken('problem.due-over', { path: 'due' }, 409);
  if (due > before.due && !holds(ctx, 'dispatcher', 'supervisor'))
    throw new RuleBroken('problem.due-district', { path: 'due' }, 403);
}

/** Sets what will be done and by when, or changes it while it is not done (spec 7). */
export async function setMeasure(ctx: Context, id: string, input: SetMeasure): Promise<void> {
  const { version, text, due } = input;
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lockProblem(tx, ctx, id, version, 'measure');
    refusePersonal({ text }, namesIn(ctx, await evidenceRows(tx, id)));
    const [last] = await measuresOf(tx, [id]);
    const current = row.state === 'planned' ? last : undefined;
    checkDue(ctx, due, current);
    const by = { setBy: staffId(ctx), setAt: ctx.now() };
    if (current)
      await tx
        .update(problemMeasure)
        .set({ text, due, ...by })
        .where(eq(problemMeasure.id, current.id));
    else
      await tx.insert(problemMeasure).values({
        ...by,
        id: ctx.newId(),
        itemId: id,
        round: (last?.round ?? 0) + 1,
        text,
        due,
        firstDue: due,
        void: false,
      });
    await saveProblem(tx, ctx, row, { state });
    await recordProblem(tx, ctx, 'problem.measure-set', id, { due, dueBefore: current?.due ?? null }, [text]);
  });
}

/** The owner unit says that its measure is done; the district judges whether it helped. */
export async function finishMeasure(ctx: Context, id: string, { version, note }: Said): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lockProblem(tx, ctx, id, version, 'finish');
    refusePersonal({ note }, namesIn(ctx, await evidenceRows(tx, id)));
    const { id: measureId, due } = await lastMeasure(tx, id);
    const done = { doneBy: staffId(ctx), doneAt: ctx.now(), doneNote: note };
    await tx.update(problemMeasure).set(done).where(eq(problemMeasure.id, measureId));
    await saveProblem(tx, ctx, row, { state });
    await recordProblem(tx, ctx, 'problem.finished', id, { inTime: dayOf(ctx.now()) <= due }, [note]);
  });
}

/** The district says whether a measure helped, or that the problem is back: never who marked it done. */
export async function judgeMeasure(
  ctx: Context,
  id: string,
  command: 'confirm' | 'recur',
  { version, note }: Said,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lockProblem(tx, ctx, id, version, command);
    refusePersonal({ note }, namesIn(ctx, await evidenceRows(tx, id)));
    const { id: measureId, doneBy } = await lastMeasure(tx, id);
    if (doneBy === staffId(ctx)) throw new RuleBroken('problem.second-person', {}, 403);
    const judged = { judgedBy: staffId(ctx), judgedAt: ctx.now(), judgement: note };
    await tx.update(problemMeasure).set(judged).where(eq(problemMeasure.id, measureId));
    await saveProblem(tx, ctx, row, { state });
    const kind = command === 'confirm' ? 'problem.confirmed' : 'problem.recurred';
    await recordProblem(tx, ctx, kind, id, {}, [note]);
  });
}

/** Takes an item off the list, with its reason; a measure whose due has passed still counts as not done. */
export async function dropProblem(ctx: Context, id: string, { version, note }: Said): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { row, state } = await lockProblem(tx, ctx, id, version, 'drop');
    refusePersonal({ note }, namesIn(ctx, await evidenceRows(tx, id)));
    const [last] = await measuresOf(tx, [id]);
    if (last && last.doneAt === null && last.due >= dayOf(ctx.now()))
      await tx.update(problemMeasure).set({ void: true }).where(eq(problemMeasure.id, last.id));
    await saveProblem(tx, ctx, row, { state, dropReason: note });
    await recordProblem(tx, ctx, 'problem.dropped', id, {}, [note]);
  });
}

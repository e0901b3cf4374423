import { and, desc, eq, inArray } from 'drizzle-orm';
import { mayProblem, nextProblemState, type ProblemCommand } from '../../../shared/learning/problem-list';
import { RuleBroken } from '../../../shared/order/rule-broken';
import type { Db, Tx } from '../../db/connect';
import { order, problemEvidence, problemItem, problemMeasure } from '../../db/schema';
import type { Context } from '../../order/context';
import type { OrderRow } from '../../order/order-row';
import { seesUnit } from '../scope';

export type ProblemRow = typeof problemItem.$inferSelect;
export type MeasureRow = typeof problemMeasure.$inferSelect;

/** The item if this person sees its unit; else 404, as if there were none. */
export async function getProblem(ctx: Context, id: string): Promise<ProblemRow> {
  const [row] = await ctx.db.select().from(problemItem).where(eq(problemItem.id, id));
  if (!row || !seesUnit(ctx, row.ownerUnitId)) throw new RuleBroken('problem.not-found', {}, 404);
  return row;
}

/** Locks the item for a command: seen, allowed, of this version, and in a state that has the command. */
export async function lockProblem(
  tx: Tx,
  ctx: Context,
  id: string,
  version: number,
  command: ProblemCommand,
): Promise<{ row: ProblemRow; state: ProblemRow['state'] }> {
  const [row] = await tx.select().from(problemItem).where(eq(problemItem.id, id)).for('update');
  if (!row || !seesUnit(ctx, row.ownerUnitId)) throw new RuleBroken('problem.not-found', {}, 404);
  if (!mayProblem(command, row, ctx.actor, ctx.ref.tree)) throw new RuleBroken('problem.forbidden', {}, 403);
  if (row.version !== version) throw new RuleBroken('problem.version-conflict', { version: row.version });
  return { row, state: nextProblemState(row.state, command) };
}

export async function saveProblem(
  tx: Tx,
  ctx: Context,
  row: ProblemRow,
  set: Partial<ProblemRow>,
): Promise<void> {
  await tx
    .update(problemItem)
    .set({ ...set, version: row.version + 1, changedAt: ctx.now() })
    .where(eq(problemItem.id, row.id));
}

/** The measures of these items, the newest round first. */
export async function measuresOf(db: Db | Tx, itemIds: string[]): Promise<MeasureRow[]> {
  if (itemIds.length === 0) return [];
  return db
    .select()
    .from(problemMeasure)
    .where(inArray(problemMeasure.itemId, itemIds))
    .orderBy(desc(problemMeasure.round));
}

export async function evidenceRows(db: Db | Tx, itemId: string): Promise<OrderRow[]> {
  const rows = await db
    .select({ row: order })
    .from(problemEvidence)
    .innerJoin(order, eq(order.id, problemEvidence.orderId))
    .where(and(eq(problemEvidence.itemId, itemId)))
    .orderBy(desc(order.submittedAt), desc(order.id));
  return rows.map(({ row }) => row);
}

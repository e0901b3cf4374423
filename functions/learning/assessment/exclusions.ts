import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ListedExclusion } from '../../../shared/learning/assessment/result';
import { hasRole, hasRoleIn } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { assessmentExclusion, assessmentSnapshot, figureShare, order, orderFigure } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import { visibleOrder } from '../../order/visible-order';
import { staffNames } from '../problem/present-problem';
import { namesIn, refusePersonal } from '../refuse-personal';
import { seesUnit, staffId, unitsSeen } from '../scope';
import type { DecideExclusion, ExclusionQuery, ProposeExclusion } from './contract';

/** Most agreed exclusions of one year that are listed. */
const mostListed = 5000;

/** What changes a year's exclusions shares this lock; freezing the year holds it alone. */
export const yearLock = 733_016;

async function requireOpenYear(tx: Tx, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${yearLock}, ${year})`);
  const [frozen] = await tx
    .select({ year: assessmentSnapshot.year })
    .from(assessmentSnapshot)
    .where(eq(assessmentSnapshot.year, year));
  if (frozen) throw new RuleBroken('assessment.frozen');
}

/** The unit that the order counts for: its own, or the one that was named, if anything of the order counts for that. */
async function countedFor(tx: Tx, orderId: string, named: string | undefined): Promise<string | null> {
  const [figure] = await tx.select().from(orderFigure).where(eq(orderFigure.orderId, orderId));
  if (named === undefined || named === figure?.unitId) return figure?.unitId ?? null;
  const [share] = await tx
    .select({ unitId: figureShare.unitId })
    .from(figureShare)
    .where(and(eq(figureShare.orderId, orderId), eq(figureShare.unitId, named)))
    .limit(1);
  return share?.unitId ?? null;
}

/** Asks that an order does not count for its unit: the unit's head or the district, with a reason (spec 7). */
export async function proposeExclusion(ctx: Context, input: ProposeExclusion): Promise<{ id: string }> {
  const { row } = await visibleOrder(ctx, input.order);
  const id = ctx.newId();
  await ctx.db.transaction(async (tx) => {
    const unitId = await countedFor(tx, row.id, input.unitId);
    if (!hasRoleIn(ctx.actor, unitId, 'unit-lead') && !holds(ctx, 'dispatcher', 'supervisor'))
      throw new RuleBroken('assessment.forbidden', {}, 403);
    if (unitId === null) throw new RuleBroken('assessment.no-unit', { path: 'order' }, 422);
    await requireOpenYear(tx, input.year);
    refusePersonal({ reason: input.reason }, namesIn(ctx, [row]));
    const { year, reason } = input;
    const proposed = { proposedBy: staffId(ctx), proposedAt: ctx.now() };
    const made = await tx
      .insert(assessmentExclusion)
      .values({ id, year, unitId, orderId: row.id, reason, state: 'proposed', ...proposed })
      .onConflictDoNothing()
      .returning({ id: assessmentExclusion.id });
    if (made.length === 0) throw new RuleBroken('exclusion.already', { path: 'order' });
    const data = { exclusionId: id, year, unitId, orderId: row.id };
    await appendAudit(tx, ctx.actor, ctx.now(), 'exclusion.proposed', data);
  });
  return { id };
}

/** Agrees or refuses: the supervisor, and never who proposed it. */
export async function decideExclusion(ctx: Context, id: string, input: DecideExclusion): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(assessmentExclusion)
      .where(eq(assessmentExclusion.id, id))
      .for('update');
    if (!row || !seesUnit(ctx, row.unitId)) throw new RuleBroken('exclusion.not-found', {}, 404);
    if (!hasRole(ctx.actor, 'supervisor')) throw new RuleBroken('assessment.forbidden', {}, 403);
    if (row.proposedBy === staffId(ctx)) throw new RuleBroken('exclusion.second-person', {}, 403);
    if (row.state !== 'proposed') throw new RuleBroken('exclusion.decided');
    await requireOpenYear(tx, row.year);
    refusePersonal({ reason: input.reason });
    const state = input.agreed ? 'agreed' : 'refused';
    const decided = { decidedBy: staffId(ctx), decidedAt: ctx.now(), decision: input.reason };
    await tx
      .update(assessmentExclusion)
      .set({ state, ...decided })
      .where(eq(assessmentExclusion.id, id));
    await appendAudit(tx, ctx.actor, ctx.now(), `exclusion.${state}`, { exclusionId: id, year: row.year });
  });
}

const read = (ctx: Context, conditions: (SQL | undefined)[], limit: number) =>
  ctx.db
    .select({ row: assessmentExclusion, number: order.number })
    .from(assessmentExclusion)
    .innerJoin(order, eq(order.id, assessmentExclusion.orderId))
    .where(and(...conditions))
    .orderBy(desc(assessmentExclusion.proposedAt), desc(assessmentExclusion.id))
    .limit(limit);

function ofSeenUnits(ctx: Context): SQL | undefined {
  const units = unitsSeen(ctx);
  return units ? inArray(assessmentExclusion.unitId, units) : undefined;
}

/** The agreed exclusions of a year, as they stand under its result. */
export async function agreedExclusions(ctx: Context, year: number): Promise<ListedExclusion[]> {
  const agreed = [eq(assessmentExclusion.year, year), eq(assessmentExclusion.state, 'agreed')];
  const rows = await read(ctx, [...agreed, ofSeenUnits(ctx)], mostListed);
  const names = await staffNames(
    ctx.db,
    rows.flatMap(({ row }) => [row.proposedBy, row.decidedBy]),
  );
  return rows.map(({ row, number }) => ({
    number,
    unitId: row.unitId,
    unit: ctx.ref.units.get(row.unitId)?.name ?? '',
    reason: row.reason,
    proposedBy: names.get(row.proposedBy) ?? '',
    proposedAt: toIso(row.proposedAt),
    decidedBy: names.get(row.decidedBy ?? '') ?? '',
    decidedAt: toIso(row.decidedAt ?? row.proposedAt),
  }));
}

/** All that was asked for a year and how it was decided, the newest first; of the units this person sees. */
export async function listExclusions(ctx: Context, { year, state, cursor, limit }: ExclusionQuery) {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  const place =
    /^\d{1,15}$/.test(at) && /^[0-9a-f-]{36}$/.test(id)
      ? sql`(${assessmentExclusion.proposedAt}, ${assessmentExclusion.id})
          < (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::uuid)`
      : undefined;
  const rows = await read(
    ctx,
    [
      eq(assessmentExclusion.year, year),
      state ? eq(assessmentExclusion.state, state) : undefined,
      ofSeenUnits(ctx),
      place,
    ],
    limit,
  );
  const names = await staffNames(
    ctx.db,
    rows.flatMap(({ row }) => [row.proposedBy, row.decidedBy]),
  );
  const me = staffId(ctx);
  const last = rows.at(-1)?.row;
  return {
    items: rows.map(({ row, number }) => ({
      id: row.id,
      number,
      unit: ctx.ref.units.get(row.unitId)?.name ?? '',
      reason: row.reason,
      state: row.state,
      proposedBy: names.get(row.proposedBy) ?? '',
      proposedAt: toIso(row.proposedAt),
      decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? '') : null,
      decision: row.decision,
      mayDecide: row.state === 'proposed' && hasRole(ctx.actor, 'supervisor') && row.proposedBy !== me,
    })),
    next: rows.length === limit && last ? `${last.proposedAt}_${last.id}` : null,
  };
}

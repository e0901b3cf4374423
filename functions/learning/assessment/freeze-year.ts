import { createHash } from 'node:crypto';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { AssessmentResult } from '../../../shared/learning/assessment/result';
import { hasRole } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dayOf, toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { canonicalJson } from '../../audit/hash';
import { assessmentExclusion, assessmentSnapshot } from '../../db/schema';
import type { Context } from '../../order/context';
import { staffNames } from '../problem/present-problem';
import { seesUnit, staffId, unitsSeen } from '../scope';
import { assessYear } from './assess-year';
import { yearLock } from './exclusions';

/** Over the result in one spelling, so that it can be checked again after any journey through the database. */
export const hashOf = (data: AssessmentResult): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex');

/** Freezes a year that is over: its result, rule and exclusions stay as found, under a hash (spec 7). Supervisor only. */
export async function freezeYear(ctx: Context, year: number): Promise<{ hash: string }> {
  if (!hasRole(ctx.actor, 'supervisor')) throw new RuleBroken('assessment.forbidden', {}, 403);
  if (year >= Number(dayOf(ctx.now()).slice(0, 4))) throw new RuleBroken('assessment.year-running');
  const data = await assessYear(ctx, year);
  const hash = hashOf(data);
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${yearLock}, ${year})`);
    const [agreed] = await tx
      .select({ n: count() })
      .from(assessmentExclusion)
      .where(and(eq(assessmentExclusion.year, year), eq(assessmentExclusion.state, 'agreed')));
    if ((agreed?.n ?? 0) !== data.exclusions.length) throw new RuleBroken('assessment.changed');
    const taken = { takenBy: staffId(ctx), takenAt: ctx.now() };
    const made = await tx
      .insert(assessmentSnapshot)
      .values({ year, ruleVersion: data.ruleVersion, data, hash, ...taken })
      .onConflictDoNothing()
      .returning({ year: assessmentSnapshot.year });
    if (made.length === 0) throw new RuleBroken('assessment.frozen');
    const { ruleVersion } = data;
    await appendAudit(tx, ctx.actor, ctx.now(), 'assessment.frozen', { year, ruleVersion, sha256: hash });
  });
  return { hash };
}

/** A year for this person: as frozen, checked against its hash, or else as the figures stand now. */
export async function viewYear(ctx: Context, year: number) {
  unitsSeen(ctx);
  const frozenYears = await ctx.db
    .select({ year: assessmentSnapshot.year })
    .from(assessmentSnapshot)
    .orderBy(desc(assessmentSnapshot.year))
    .limit(100);
  const years = frozenYears.map((each) => each.year);
  const [row] = await ctx.db.select().from(assessmentSnapshot).where(eq(assessmentSnapshot.year, year));
  if (!row) return { ...(await assessYear(ctx, year)), frozen: null, frozenYears: years };
  const names = await staffNames(ctx.db, [row.takenBy]);
  const { data } = row;
  return {
    ...data,
    units: data.units.filter(({ id }) => seesUnit(ctx, id)),
    exclusions: data.exclusions.filter(({ unitId }) => seesUnit(ctx, unitId)),
    frozen: {
      at: toIso(row.takenAt),
      by: names.get(row.takenBy) ?? '',
      hash: row.hash,
      whole: hashOf(data) === row.hash,
    },
    frozenYears: years,
  };
}

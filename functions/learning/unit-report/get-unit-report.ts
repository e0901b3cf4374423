import { and, eq } from 'drizzle-orm';
import { draftReport } from '../../../shared/learning/draft-report';
import { type Month, monthOf } from '../../../shared/learning/month';
import type { ReportFigures, ReportSections } from '../../../shared/learning/unit-report';
import { hasRoleIn } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { unitReport } from '../../db/schema';
import type { Context } from '../../order/context';
import { reportDueAt } from '../assessment/unit-rates';
import { staffNames } from '../problem/present-problem';
import { seesUnit } from '../scope';
import { reportFigures } from './report-figures';
import { reportItems } from './report-items';

export interface UnitReport {
  unit: { id: string; name: string };
  month: Month;
  state: 'missing' | 'draft' | 'submitted';
  /** Of the submission where there is one, otherwise of now. */
  figures: ReportFigures;
  sections: ReportSections;
  version: number;
  submittedBy: string | null;
  submittedAt: string | null;
  inTime: boolean | null;
  mayWrite: boolean;
  /** The month is over. */
  maySubmit: boolean;
}

/** A unit's monthly summary: as submitted, as saved, or drafted from its figures (spec 7). 404 for who does not see it. */
export async function getUnitReport(ctx: Context, unitId: string, month: Month): Promise<UnitReport> {
  const unit = ctx.ref.units.get(unitId);
  if (!unit || !seesUnit(ctx, unitId)) throw new RuleBroken('unit.not-found', {}, 404);
  if (month > monthOf(ctx.now())) throw new RuleBroken('unit-report.month-ahead', { path: 'month' }, 422);
  const [row] = await ctx.db
    .select()
    .from(unitReport)
    .where(and(eq(unitReport.month, month), eq(unitReport.unitId, unitId)));
  const figures = row?.figures ?? (await reportFigures(ctx, unitId, month));
  const sections = row?.sections ?? draftReport(month, figures, await reportItems(ctx, unitId, month));
  const names = await staffNames(ctx.db, [row?.submittedBy ?? null]);
  const submittedAt = row?.submittedAt ?? null;
  const mayWrite = row?.state !== 'submitted' && hasRoleIn(ctx.actor, unitId, 'unit-lead');
  return {
    unit: { id: unitId, name: unit.name },
    month,
    state: row?.state ?? 'missing',
    figures,
    sections,
    version: row?.version ?? 0,
    submittedBy: names.get(row?.submittedBy ?? '') ?? null,
    submittedAt: submittedAt === null ? null : toIso(submittedAt),
    inTime: submittedAt === null ? null : submittedAt < reportDueAt(month),
    mayWrite,
    maySubmit: mayWrite && month < monthOf(ctx.now()),
  };
}

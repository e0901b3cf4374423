import { and, count, gte, lte, sql } from 'drizzle-orm';
import type { Rate } from '../../../shared/learning/assessment/score';
import { addMonths, firstInstantOf, monthOf, monthsBetween } from '../../../shared/learning/month';
import { reportDueDay } from '../../../shared/learning/unit-report';
import { type Day, dayMs } from '../../../shared/sla/instant';
import { problemConfirmation, unitReport } from '../../db/schema';
import { definitions } from '../../figure/definitions';
import { measure } from '../../figure/measure';
import type { Context } from '../../order/context';
import { firstMonth } from '../first-month';
import { improvementsDone } from '../problem/improvements-done';
import { excludedCounts } from './excluded-counts';

export interface Period {
  from: Day;
  to: Day;
}

/** All days of a year: what is not due yet counts in no figure, what was done before its due does. */
export const periodOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Months of the year that are over, from the district's first report on. */
async function monthsOver(ctx: Context, year: number): Promise<string[]> {
  const first = await firstMonth(ctx);
  return monthsBetween(`${year}-01`, `${year}-12`).filter(
    (month) => first !== null && month >= first && month < monthOf(ctx.now()),
  );
}

async function confirmedMonths(ctx: Context, year: number): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ unitId: problemConfirmation.unitId, n: count() })
    .from(problemConfirmation)
    .where(and(gte(problemConfirmation.month, `${year}-01`), lte(problemConfirmation.month, `${year}-12`)))
    .groupBy(problemConfirmation.unitId);
  return new Map(rows.map(({ unitId, n }) => [unitId, n]));
}

/** The moment after which a month's report is late. */
export const reportDueAt = (month: string): number =>
  firstInstantOf(addMonths(month, 1)) + reportDueDay * dayMs;

async function reportsInTime(ctx: Context, year: number): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ unitId: unitReport.unitId, month: unitReport.month, at: unitReport.submittedAt })
    .from(unitReport)
    .where(
      and(
        gte(unitReport.month, `${year}-01`),
        lte(unitReport.month, `${year}-12`),
        sql`${unitReport.submittedAt} is not null`,
      ),
    )
    .limit(20_000);
  const counts = new Map<string, number>();
  for (const { unitId, month, at } of rows)
    if (at !== null && at < reportDueAt(month)) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  return counts;
}

const rates = definitions.filter(({ ofCounter }) => ofCounter !== null);
const wanted = ['received', ...rates.map(({ id }) => id)];

/** Every figure that an indicator can ask for, of the units this person sees; and how many orders each received. */
export async function unitRates(
  ctx: Context,
  year: number,
  unitIds: string[],
): Promise<Map<string, { received: number; rates: Map<string, Rate> }>> {
  const period = periodOf(year);
  const [figures, excluded, improvements, confirmed, reports] = await Promise.all([
    measure(ctx, period, 'unit', { figures: wanted, handling: false }),
    excludedCounts(ctx, year, period),
    improvementsDone(ctx, period),
    confirmedMonths(ctx, year),
    reportsInTime(ctx, year),
  ]);
  const over = await monthsOver(ctx, year);
  const reportsDue = over.filter((month) => reportDueAt(month) <= ctx.now()).length;
  return new Map(
    unitIds.map((unitId) => {
      const measured = figures.get(unitId)?.figures ?? [];
      const left = (counter: string, n: number) => n - (excluded.get(unitId)?.get(counter) ?? 0);
      const own = new Map<string, Rate>(
        rates.map(({ id, counter, ofCounter }) => {
          const found = measured.find((each) => each.id === id);
          return [id, { count: left(counter, found?.count ?? 0), of: left(ofCounter ?? '', found?.of ?? 0) }];
        }),
      );
      own.set('improvements-done', improvements.get(unitId) ?? { count: 0, of: 0 });
      own.set('list-confirmed', {
        count: Math.min(confirmed.get(unitId) ?? 0, over.length),
        of: over.length,
      });
      own.set('report-submitted', {
        count: Math.min(reports.get(unitId) ?? 0, reportsDue),
        of: reportsDue,
      });
      const received = left('received', measured.find(({ id }) => id === 'received')?.count ?? 0);
      return [unitId, { received, rates: own }];
    }),
  );
}

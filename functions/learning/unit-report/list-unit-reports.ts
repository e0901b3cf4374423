import { and, eq, inArray } from 'drizzle-orm';
import type { Month } from '../../../shared/learning/month';
import { toIso } from '../../../shared/sla/instant';
import { unitReport } from '../../db/schema';
import type { Context } from '../../order/context';
import { reportDueAt } from '../assessment/unit-rates';
import { staffNames } from '../problem/present-problem';
import { workingUnits } from '../scope';

/** Who has submitted the month's report and who has not, of the units this person sees; the missing first. */
export async function listUnitReports(ctx: Context, month: Month) {
  const units = workingUnits(ctx);
  const ids = units.map(({ id }) => id);
  const { month: ofMonth, unitId, state, submittedBy, submittedAt } = unitReport;
  const rows =
    ids.length > 0
      ? await ctx.db
          .select({ unitId, state, submittedBy, submittedAt })
          .from(unitReport)
          .where(and(eq(ofMonth, month), inArray(unitId, ids)))
      : [];
  const names = await staffNames(
    ctx.db,
    rows.map((row) => row.submittedBy),
  );
  const items = units.map((unit) => {
    const row = rows.find((each) => each.unitId === unit.id);
    const at = row?.submittedAt ?? null;
    return {
      unit,
      state: row?.state ?? ('missing' as const),
      submittedBy: names.get(row?.submittedBy ?? '') ?? null,
      submittedAt: at === null ? null : toIso(at),
      inTime: at === null ? null : at < reportDueAt(month),
    };
  });
  items.sort((a, b) => Number(a.state === 'submitted') - Number(b.state === 'submitted'));
  return { month, missing: items.filter(({ state: of }) => of !== 'submitted').length, items };
}

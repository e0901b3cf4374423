import { and, eq } from 'drizzle-orm';
import { type Month, monthOf } from '../../../shared/learning/month';
import type { ReportFigures } from '../../../shared/learning/unit-report';
import { hasRoleIn } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { unitReport } from '../../db/schema';
import type { Context } from '../../order/context';
import { refusePersonal } from '../refuse-personal';
import { seesUnit, staffId } from '../scope';
import type { SaveReport } from './contract';
import { reportFigures } from './report-figures';

/** Only the head of that very unit writes its report; who does not see the unit is told that it is not there. */
function requireHead(ctx: Context, unitId: string, month: Month): void {
  if (!ctx.ref.units.has(unitId) || !seesUnit(ctx, unitId)) throw new RuleBroken('unit.not-found', {}, 404);
  if (!hasRoleIn(ctx.actor, unitId, 'unit-lead')) throw new RuleBroken('unit-report.not-yours', {}, 403);
  if (month > monthOf(ctx.now())) throw new RuleBroken('unit-report.month-ahead', { path: 'month' }, 422);
}

async function write(
  tx: Tx,
  ctx: Context,
  { unitId, month, input }: { unitId: string; month: Month; input: SaveReport },
  submitted: ReportFigures | null,
): Promise<void> {
  const { version, ...sections } = input;
  const mine = and(eq(unitReport.month, month), eq(unitReport.unitId, unitId));
  const [row] = await tx.select().from(unitReport).where(mine).for('update');
  if (row?.state === 'submitted') throw new RuleBroken('unit-report.submitted');
  if ((row?.version ?? 0) !== version) throw new RuleBroken('unit-report.version-conflict');
  const by = staffId(ctx);
  const at = ctx.now();
  const set = {
    sections,
    version: version + 1,
    savedBy: by,
    savedAt: at,
    state: submitted ? ('submitted' as const) : ('draft' as const),
    ...(submitted ? { figures: submitted, submittedBy: by, submittedAt: at } : {}),
  };
  if (row) await tx.update(unitReport).set(set).where(mine);
  else {
    const made = await tx
      .insert(unitReport)
      .values({ unitId, month, ...set })
      .onConflictDoNothing()
      .returning({ month: unitReport.month });
    if (made.length === 0) throw new RuleBroken('unit-report.version-conflict');
  }
  const kind = submitted ? 'unit-report.submitted' : 'unit-report.saved';
  await appendAudit(tx, ctx.actor, at, kind, { unitId, month });
}

/** Keeps what the head of the unit has written so far. */
export async function saveUnitReport(
  ctx: Context,
  unitId: string,
  month: Month,
  input: SaveReport,
): Promise<void> {
  requireHead(ctx, unitId, month);
  const { version: _version, ...sections } = input;
  refusePersonal(sections);
  await ctx.db.transaction((tx) => write(tx, ctx, { unitId, month, input }, null));
}

/** Submits the report of a month that is over: words and figures stay as they are then. */
export async function submitUnitReport(
  ctx: Context,
  unitId: string,
  month: Month,
  input: SaveReport,
): Promise<void> {
  requireHead(ctx, unitId, month);
  if (month >= monthOf(ctx.now())) throw new RuleBroken('unit-report.month-running');
  const { version: _version, ...sections } = input;
  refusePersonal(sections);
  if (input.summary.length < 4) throw new RuleBroken('unit-report.empty', { path: 'summary' }, 422);
  const figures = await reportFigures(ctx, unitId, month);
  await ctx.db.transaction((tx) => write(tx, ctx, { unitId, month, input }, figures));
}

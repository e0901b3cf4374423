import { formatMonth, type Month } from '../../../shared/learning/month';
import { unitReportDocument } from '../../../shared/learning/unit-report-document';
import { usualHead } from '../../../shared/report/notice/draft-notice';
import { dayOf, fromIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Context } from '../../order/context';
import { getUnitReport } from './get-unit-report';

/**
 * A unit's monthly summary as .docx in the layout of GB/T 9704-2012: as submitted, as saved, or as drafted from the
 * figures; in the ledger before it goes out (spec 7, 8). 404 for who does not see the unit.
 */
export async function unitReportDocx(
  ctx: Context,
  unitId: string,
  month: Month,
): Promise<{ name: string; bytes: Buffer }> {
  const { unit, figures, sections, submittedAt } = await getUnitReport(ctx, unitId, month);
  const document = unitReportDocument({
    unit: unit.name,
    month,
    recipients: usualHead.issuer,
    date: dayOf(submittedAt ? fromIso(submittedAt) : ctx.now()),
    figures,
    sections,
  });
  const { officialDocx } = await import('../../report/docx/official-docx');
  const bytes = await officialDocx(document);
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'report.exported', { unitId, month, as: 'unit-report.docx' }),
  );
  return { name: `${unit.name}${formatMonth(month).replaceAll(' ', '')}月报`, bytes };
}

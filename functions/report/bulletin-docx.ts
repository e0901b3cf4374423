import { eq, inArray } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { usualHead } from '../../shared/report/notice/draft-notice';
import type { OfficialDocument } from '../../shared/report/official-document';
import { dayOf } from '../../shared/sla/instant';
import { appendAudit } from '../audit/append-event';
import { bulletin, order } from '../db/schema';
import { holds, ownUnits } from '../desk/queues';
import type { Context } from '../order/context';

/** A bulletin (通报) as an official document, for whoever may read it: district, and the units it names (spec 6). */
export async function bulletinDocx(ctx: Context, id: string): Promise<{ name: string; bytes: Buffer }> {
  const [row] = await ctx.db.select().from(bulletin).where(eq(bulletin.id, id));
  const mine = ownUnits(ctx);
  const mayRead = holds(ctx, 'supervisor', 'inspector') || row?.unitIds.some((each) => mine.includes(each));
  if (!row || !mayRead) throw new RuleBroken('bulletin.unknown', {}, 404);
  const named =
    row.orderIds.length > 0
      ? await ctx.db.select({ number: order.number }).from(order).where(inArray(order.id, row.orderIds))
      : [];
  const numbers = named.map(({ number }) => number).sort();
  const units = row.unitIds.map((each) => ctx.ref.units.get(each)?.name ?? '');
  const document: OfficialDocument = {
    title: row.title,
    number: null,
    recipients: units.join('，'),
    blocks: [
      { kind: 'paragraph', text: row.text },
      ...(numbers.length > 0
        ? [{ kind: 'paragraph' as const, text: `涉及的诉求共${numbers.length}件：${numbers.join('、')}。` }]
        : []),
    ],
    attachments: [],
    issuer: usualHead.issuer,
    date: dayOf(row.at),
  };
  const { officialDocx } = await import('./docx/official-docx');
  const bytes = await officialDocx(document);
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'report.exported', { bulletinId: id, as: 'bulletin.docx' }),
  );
  return { name: row.title, bytes };
}

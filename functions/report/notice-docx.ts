import { draftNotice } from '../../shared/report/notice/draft-notice';
import { numbered, type OfficialDocument } from '../../shared/report/official-document';
import { appendAudit } from '../audit/append-event';
import type { Context } from '../order/context';
import { getSnapshot, type ReportSnapshot } from './find-snapshot';

const draft = ({ figures, head }: ReportSnapshot): OfficialDocument => draftNotice(figures, head);

/** The draft as it will stand in the file, to be read on the screen. */
export function previewNotice(snapshot: ReportSnapshot): OfficialDocument {
  const counts = { table: 0, chart: 0 };
  const document = draft(snapshot);
  return {
    ...document,
    blocks: numbered(document.blocks, counts),
    attachments: document.attachments.map((each) => ({ ...each, blocks: numbered(each.blocks, counts) })),
  };
}

/** The notice of a snapshot as .docx: the same bytes each time; in the ledger before it goes out (spec 7, 8). */
export async function noticeDocx(ctx: Context, id: string): Promise<{ name: string; bytes: Buffer }> {
  const snapshot = await getSnapshot(ctx, id);
  const document = draft(snapshot);
  const { officialDocx } = await import('./docx/official-docx');
  const bytes = await officialDocx(document);
  await ctx.db.transaction((tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'report.exported', { snapshotId: id, as: 'notice.docx' }),
  );
  return { name: document.title.replace('\n', ''), bytes };
}

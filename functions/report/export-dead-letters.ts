import { and, asc, eq, gt } from 'drizzle-orm';
import { topicTitles } from '../../shared/notice/topic-title';
import { formatMoment } from '../../shared/sla/instant';
import { requireKeeper } from '../admin/require-keeper';
import { outbox } from '../db/schema';
import { everyPage, markedXlsx } from '../file/marked-xlsx';
import type { Context } from '../order/context';

const pageSize = 500;

async function deadPage(ctx: Context, cursor: string | undefined) {
  const rows = await ctx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'dead'), gt(outbox.id, Number(cursor ?? 0))))
    .orderBy(asc(outbox.id))
    .limit(pageSize);
  const items = rows.map((row) => {
    const { to } = JSON.parse(ctx.vault.unsealMaster(row.sealed, 'outbox')) as { to: string };
    return { ...row, to: `${to.slice(0, 3)}****${to.slice(-4)}` };
  });
  return { items, next: rows.length === pageSize ? String(rows.at(-1)?.id) : null };
}

/** Messages that could not be delivered, each with its reason; recipients are masked, no text goes out (spec 5). */
export async function exportDeadLetters(ctx: Context): Promise<ReadableStream> {
  requireKeeper(ctx, 'admin', 'supervisor', 'dispatcher');
  return markedXlsx(ctx, {
    what: 'dead-letters',
    asked: {},
    title: '没有发出的消息',
    rows: everyPage((cursor) => deadPage(ctx, cursor)),
    columns: [
      { title: '时间', width: 20, cell: (row) => formatMoment(row.createdAt) },
      { title: '通道', width: 14, cell: (row) => row.provider },
      { title: '收件人', width: 18, cell: (row) => row.to },
      { title: '内容', width: 20, cell: (row) => topicTitles[row.topic] ?? row.topic },
      { title: '试过几次', width: 10, cell: (row) => row.attempts },
      { title: '原因', width: 60, cell: (row) => row.lastError },
    ],
  });
}

import { eq } from 'drizzle-orm';
import { formatMoment, fromIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { staff } from '../../db/schema';
import { type Column, streamXlsx } from '../../file/xlsx-stream';
import type { Context } from '../../order/context';
import type { CityAnswer } from './city-answers';
import { listReturns } from './city-returns';
import { getImport, listImportRows } from './list-imports';
import { requireCityDesk } from './start-import';

const at = (iso: string | null) => (iso ? iso.slice(0, 16).replace('T', ' ') : null);
const returnColumns: Column<CityAnswer>[] = [
  { title: '市平台编号', width: 24, cell: (row) => row.cityNumber },
  { title: '本区编号', width: 20, cell: (row) => row.number },
  { title: '状态', width: 16, cell: (row) => row.stateWord },
  { title: '承办单位', width: 26, cell: (row) => row.unit },
  { title: '答复', width: 70, cell: (row) => row.reply },
  { title: '办结时间', width: 18, cell: (row) => at(row.resolvedAt) },
  { title: '归档时间', width: 18, cell: (row) => at(row.closedAt) },
];

const outcomeWords = { accepted: '已收下', duplicate: '重复', refused: '未收下' };
type ReportRow = Awaited<ReturnType<typeof listImportRows>>['items'][number];
const reportColumns: Column<ReportRow>[] = [
  { title: '行', width: 8, cell: (row) => row.line },
  { title: '市平台编号', width: 24, cell: (row) => row.cityNumber },
  { title: '结果', width: 10, cell: (row) => (row.outcome ? outcomeWords[row.outcome] : '未处理') },
  { title: '本区编号', width: 20, cell: (row) => row.orderNumber },
  {
    title: '原因',
    width: 70,
    cell: (row) => row.problems.map(({ column, message }) => `${column}：${message}`).join('；'),
  },
];

async function* everyReturn(ctx: Context) {
  let cursor: string | undefined;
  do {
    const page = await listReturns(ctx, { cursor, limit: 200 });
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor);
}

async function* everyRow(ctx: Context, importId: string) {
  let after = -1;
  for (;;) {
    const page = await listImportRows(ctx, importId, { after, limit: 500 });
    yield* page.items;
    if (page.next === null) return;
    after = Number(page.next);
  }
}

async function exported<Row>(
  ctx: Context,
  what: string,
  name: string,
  columns: Column<Row>[],
  rows: AsyncIterable<Row>,
): Promise<ReadableStream> {
  const id = ctx.actor.kind === 'staff' ? ctx.actor.id : '';
  const [person] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  const record = (kind: string, data: Record<string, unknown>) =>
    ctx.db.transaction((tx) => appendAudit(tx, ctx.actor, ctx.now(), kind, data));
  await record('ledger.exported', { what });
  const note = `${name}　${person?.name ?? ''} 于 ${formatMoment(ctx.now())} 导出，仅供工作使用，请勿外传`;
  return streamXlsx({ name, note, columns, rows }, (count) =>
    record('export.finished', { what, rows: count }),
  );
}

/** What is still to be entered at the city portal, as .xlsx: state, reply and dates by the city's own number. */
export async function exportReturns(ctx: Context): Promise<ReadableStream> {
  requireCityDesk(ctx);
  return exported(ctx, 'city-returns', '待回填市平台', returnColumns, everyReturn(ctx));
}

/** The row-by-row report of one import, as .xlsx. */
export async function exportReport(ctx: Context, importId: string): Promise<ReadableStream> {
  const { createdAt } = await getImport(ctx, importId);
  const name = `导入结果 ${formatMoment(fromIso(createdAt)).replace(':', '时')}`;
  return exported(ctx, 'city-import', name, reportColumns, everyRow(ctx, importId));
}

import { eq } from 'drizzle-orm';
import { towns } from '../../shared/catalogue/towns';
import type { OrderCard } from '../../shared/order/view';
import { channels, complexities, stages } from '../../shared/order/vocabulary';
import { formatMoment, fromIso } from '../../shared/sla/instant';
import { lightWords } from '../../shared/sla/light';
import { appendAudit } from '../audit/append-event';
import { staff } from '../db/schema';
import type { OrderQuery } from '../desk/order-filter';
import { filterOf } from '../desk/order-filter';
import { type Column, streamXlsx } from '../file/xlsx-stream';
import type { Context } from '../order/context';
import { listOrders, type OrderFilter } from '../order/list-orders';

const at = (iso: string | null) => (iso ? formatMoment(fromIso(iso)) : '');
const columns: Column<OrderCard>[] = [
  { title: '编号', width: 20, cell: (card) => card.number },
  { title: '状态', width: 12, cell: (card) => card.stateWord },
  { title: '渠道', cell: (card) => channels[card.channel] },
  { title: '反映人', width: 10, cell: (card) => card.reporterName },
  { title: '电话', width: 14, cell: (card) => card.reporterPhone },
  { title: '事项', width: 30, cell: (card) => card.matter },
  { title: '卡在哪一步', cell: (card) => stages[card.stage] },
  { title: '内容', width: 60, cell: (card) => card.excerpt },
  { title: '乡镇', width: 10, cell: (card) => towns.find(({ code }) => code === card.town)?.name ?? null },
  { title: '主办单位', width: 24, cell: (card) => card.lead?.name ?? null },
  { title: '现在由谁办', width: 24, cell: (card) => card.holder?.name ?? null },
  { title: '难易', width: 8, cell: (card) => (card.complexity ? complexities[card.complexity] : null) },
  { title: '提交', width: 18, cell: (card) => at(card.submittedAt) },
  { title: '期限', width: 18, cell: (card) => at(card.dueAt) },
  { title: '灯', width: 8, cell: (card) => (card.light ? lightWords[card.light] : null) },
  { title: '催办', width: 6, cell: (card) => card.urged },
  { title: '轮次', width: 6, cell: (card) => card.round },
  { title: '标记', width: 24, cell: (card) => card.flags.join('、') },
];

/** All orders of a filter, page by page. */
async function* everyOrder(ctx: Context, filter: OrderFilter): AsyncIterable<OrderCard> {
  let cursor: string | undefined;
  do {
    const page = await listOrders(ctx, { ...filter, limit: 500, ...(cursor && { cursor }) });
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor);
}

/**
 * The ledger as .xlsx, as far as this member of staff may see it (spec 6, 7): marked with who took it and when, and in
 * the ledger of events before the first row goes out.
 */
export async function exportLedger(ctx: Context, query: OrderQuery): Promise<ReadableStream> {
  if (ctx.actor.kind !== 'staff') throw new Error('Only staff export.');
  const { id, roles } = ctx.actor;
  const filter = filterOf(ctx, query);
  const [person] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  const unit = ctx.ref.units.get(roles[0]?.unitId ?? '')?.name ?? '';
  const record = (kind: string, data: Record<string, unknown>) =>
    ctx.db.transaction((tx) => appendAudit(tx, ctx.actor, ctx.now(), kind, data));
  await record('ledger.exported', { what: 'ledger', filter: query });
  const note = `诉求台账　${unit} ${person?.name ?? ''} 于 ${formatMoment(ctx.now())} 导出，仅供工作使用，请勿外传`;
  return streamXlsx({ name: '台账', note, columns, rows: everyOrder(ctx, filter) }, (rows) =>
    record('export.finished', { what: 'ledger', rows }),
  );
}

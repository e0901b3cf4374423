import { towns } from '../../shared/catalogue/towns';
import type { OrderCard } from '../../shared/order/view';
import { channels, complexities, stages } from '../../shared/order/vocabulary';
import { formatMoment, fromIso } from '../../shared/sla/instant';
import { lightWords } from '../../shared/sla/light';
import type { OrderQuery } from '../desk/order-filter';
import { filterOf } from '../desk/order-filter';
import { everyPage, markedXlsx } from '../file/marked-xlsx';
import type { Column } from '../file/xlsx-stream';
import type { Context } from '../order/context';
import { listOrders } from '../order/list-orders';

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

/**
 * The ledger as .xlsx, as far as this member of staff may see it (spec 6, 7): marked with who took it and when, and in
 * the ledger of events before the first row goes out.
 */
export function exportLedger(ctx: Context, query: OrderQuery): Promise<ReadableStream> {
  const filter = filterOf(ctx, query);
  const rows = everyPage((cursor) => listOrders(ctx, { ...filter, limit: 200, ...(cursor && { cursor }) }));
  return markedXlsx(ctx, { what: 'ledger', asked: query, title: '诉求台账', columns, rows });
}

import { problemStates } from '../../shared/learning/problem-list';
import { formatMoment, fromIso } from '../../shared/sla/instant';
import type { FigureQuery } from '../figure/filter';
import { listFigureOrders } from '../figure/list-figure-orders';
import { everyPage, markedXlsx } from '../file/marked-xlsx';
import type { ProblemQuery } from '../learning/problem/contract';
import { listProblems } from '../learning/problem/list-problems';
import type { Context } from '../order/context';

const pageSize = 500;
const moment = (iso: string | null) => (iso ? formatMoment(fromIso(iso)) : null);

interface Behind {
  figure: string;
  part: 'counts' | 'of' | 'missed';
}

/** The orders behind a figure, all of them, as far as this person may see figures (spec 7). */
export async function exportFigureOrders(
  ctx: Context,
  query: FigureQuery,
  behind: Behind,
): Promise<ReadableStream> {
  // A figure or period that does not do is refused before anything goes out.
  await listFigureOrders(ctx, query, { ...behind, limit: 1 });
  return markedXlsx(ctx, {
    what: 'figure-orders',
    asked: { ...query, ...behind },
    title: '统计数字背后的工单',
    rows: everyPage((cursor) => listFigureOrders(ctx, query, { ...behind, cursor, limit: pageSize })),
    columns: [
      { title: '编号', width: 20, cell: (row) => row.number },
      { title: '状态', width: 14, cell: (row) => row.stateWord },
      { title: '事项', width: 36, cell: (row) => row.matter },
      { title: '主办单位', width: 28, cell: (row) => row.unit },
      { title: '提交', width: 20, cell: (row) => moment(row.submittedAt) },
    ],
  });
}

/** The problem list, as far as this person sees it, with measures and what became of them (spec 7). */
export async function exportProblems(ctx: Context, query: Omit<ProblemQuery, 'cursor' | 'limit'>) {
  await listProblems(ctx, { ...query, limit: 1 });
  return markedXlsx(ctx, {
    what: 'problems',
    asked: query,
    title: '问题清单',
    rows: everyPage((cursor) => listProblems(ctx, { ...query, limit: 100, ...(cursor && { cursor }) })),
    columns: [
      { title: '问题', width: 40, cell: (row) => row.title },
      { title: '原因', width: 22, cell: (row) => row.causeWord },
      { title: '涉及事项', width: 36, cell: (row) => row.matters.map(({ name }) => name).join('、') },
      { title: '责任单位', width: 28, cell: (row) => row.owner.name },
      { title: '责任人', width: 12, cell: (row) => row.responsible?.name ?? null },
      { title: '状态', width: 16, cell: (row) => problemStates[row.state] },
      { title: '依据工单', width: 10, cell: (row) => row.orders },
      { title: '措施', width: 50, cell: (row) => row.measure?.text ?? null },
      { title: '期限', width: 14, cell: (row) => row.measure?.due ?? null },
      { title: '完成', width: 20, cell: (row) => moment(row.measure?.doneAt ?? null) },
      { title: '列入', width: 20, cell: (row) => moment(row.openedAt) },
    ],
  });
}

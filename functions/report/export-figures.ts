import { periodName } from '../../shared/report/period';
import { type FrozenGroup, type ReportFigures, shareOf } from '../../shared/report/report-figures';
import { markedXlsx } from '../file/marked-xlsx';
import type { Column } from '../file/xlsx-stream';
import type { Context } from '../order/context';
import { getSnapshot } from './find-snapshot';

interface Line {
  group: string;
  name: string;
  title: string;
  formula: string;
  count: number;
  of: number | null;
}

const columns: Column<Line>[] = [
  { title: '分组', width: 12, cell: ({ group }) => group },
  { title: '名称', width: 32, cell: ({ name }) => name },
  { title: '指标', width: 26, cell: ({ title }) => title },
  { title: '件数', width: 10, cell: ({ count }) => count },
  { title: '总件数', width: 10, cell: ({ of }) => of },
  { title: '比率（%）', width: 12, cell: ({ count, of }) => shareOf([count, of]) },
  { title: '口径', width: 60, cell: ({ formula }) => formula },
];

function groupsOf(figures: ReportFigures): [string, FrozenGroup[]][] {
  return [
    [figures.kind === 'year' ? '按月' : '按日', figures.trend],
    ['单位', figures.units],
    ['渠道', figures.channels],
    ['事项', figures.matters],
    ['原因', figures.causes],
    ['环节', figures.stages],
    ['乡镇', figures.towns],
  ];
}

async function* linesOf(figures: ReportFigures): AsyncIterable<Line> {
  for (const each of figures.whole.figures) yield { group: '全区', name: '本期', ...each };
  for (const each of figures.before.figures) yield { group: '全区', name: '上期', ...each };
  for (const [group, items] of groupsOf(figures))
    for (const { name, counts } of items)
      for (const { id, title, formula } of figures.whole.figures) {
        const [count, of] = counts[id] ?? [0, null];
        yield { group, name, title, formula, count, of };
      }
}

/** The frozen figures with their definitions, a line each, as .xlsx (spec 7). */
export async function exportFigures(
  ctx: Context,
  id: string,
): Promise<{ name: string; body: ReadableStream }> {
  const { figures } = await getSnapshot(ctx, id);
  const name = `${periodName(figures)}统计数字`;
  const rows = linesOf(figures);
  const body = await markedXlsx(ctx, {
    what: 'figures',
    asked: { snapshotId: id },
    title: name,
    columns,
    rows,
  });
  return { name, body };
}

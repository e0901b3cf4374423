import type { Block } from '../official-document';
import { countedIn, countedOf, type FrozenGroup, type ReportFigures } from '../report-figures';

interface Line {
  name: string;
  count: number;
}
const lines = (groups: readonly FrozenGroup[]): Line[] =>
  groups
    .filter((each) => each.key !== null)
    .map((each) => ({ name: each.name, count: countedOf(each, 'received')[0] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

const said = (found: readonly Line[], total: number) =>
  found
    .map(
      ({ name, count }) =>
        `${name}${count}件${total > 0 ? `，占${((count / total) * 100).toFixed(1)}%` : ''}`,
    )
    .join('；');

const bars = (title: string, found: readonly Line[]): Block[] =>
  found.length < 2
    ? []
    : [
        {
          kind: 'chart',
          title,
          shape: 'bar',
          labels: found.map(({ name }) => name),
          series: [{ name: '件数', values: found.map(({ count }) => count) }],
        },
      ];

/** What people came with and why it had failed: matters, stages, causes, with their share. */
export function reasons(figures: ReportFigures): Block[] {
  const total = countedIn(figures.whole, 'received')[0];
  const [matters, stages, causes] = [lines(figures.matters), lines(figures.stages), lines(figures.causes)];
  const judged = causes.reduce((sum, { count }) => sum + count, 0);
  return [
    { kind: 'heading', level: 1, text: '反映集中的事项和原因' },
    { kind: 'heading', level: 2, text: '事项' },
    {
      kind: 'paragraph',
      text:
        matters.length === 0
          ? '收到的诉求都没有选定事项。'
          : `反映较多的事项是：${said(matters.slice(0, 5), total)}。从卡住的环节看：${said(stages, total)}。`,
    },
    ...bars('反映较多的事项（件）', matters.slice(0, 10)),
    { kind: 'heading', level: 2, text: '原因' },
    {
      kind: 'paragraph',
      text:
        judged === 0 ? '收到的诉求还没有认定原因。' : `已认定原因的${judged}件中：${said(causes, judged)}。`,
    },
    ...bars('认定的原因（件）', causes),
    { kind: 'fill', text: '请补充：对突出原因的分析和需要改进的流程、指南' },
  ];
}

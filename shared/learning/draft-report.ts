import { formatMonth, type Month } from './month';
import type { ReportFigures, ReportSections } from './unit-report';

/** What of the problem list concerns the month. */
export interface ReportItems {
  open: string[];
  done: string[];
  planned: { title: string; measure: string; due: string }[];
}

const figure = ({ figures }: ReportFigures, id: string) => figures.find((each) => each.id === id);
const count = (from: ReportFigures, id: string): number => figure(from, id)?.count ?? 0;

function rate(from: ReportFigures, id: string, words: string): string {
  const found = figure(from, id);
  if (!found?.of) return `${words}没有可统计的`;
  return `${words} ${((found.count / found.of) * 100).toFixed(1)}%（${found.count}/${found.of}）`;
}

const numbered = (lines: string[]): string => lines.map((line, at) => `${at + 1}. ${line}`).join('\n');

/** The first draft of a unit's monthly summary, in whole sentences that its head completes (spec 7). */
export function draftReport(month: Month, figures: ReportFigures, items: ReportItems): ReportSections {
  const received = count(figures, 'received');
  const most = (list: { name: string; n: number }[]) =>
    list.map(({ name, n }) => `${name}（${n} 件）`).join('、');
  const summary =
    received === 0
      ? `${formatMonth(month)}，本单位没有收到诉求。`
      : [
          `${formatMonth(month)}，本单位收到诉求 ${received} 件，其中撤回 ${count(figures, 'withdrawn')} 件、不予受理 ${count(figures, 'declined')} 件。`,
          `${[
            rate(figures, 'on-time-contact', '联系按时率'),
            rate(figures, 'on-time-resolve', '办结按时率'),
            rate(figures, 'solved', '解决率'),
            rate(figures, 'satisfied', '满意率'),
          ].join('，')}。`,
          `被督办 ${count(figures, 'supervised')} 件，重新办理 ${count(figures, 'reopened')} 件。`,
        ].join('\n');
  const problems = [
    ...(figures.matters.length > 0 ? [`反映较多的事项：${most(figures.matters)}。`] : []),
    ...(figures.causes.length > 0 ? [`主要原因：${most(figures.causes)}。`] : []),
    ...(items.open.length > 0 ? [`问题清单中还没有解决的：\n${numbered(items.open)}`] : []),
  ];
  return {
    summary,
    problems: problems.join('\n') || '本月没有突出问题。',
    measures:
      items.done.length > 0 ? `本月完成的改进：\n${numbered(items.done)}` : '本月没有完成的改进措施。',
    plans:
      items.planned.length > 0
        ? numbered(items.planned.map((each) => `${each.title}：${each.measure}（${each.due} 前完成）`))
        : '',
  };
}

import type { Block, OfficialDocument, TableColumn } from '../report/official-document';
import type { Day } from '../sla/instant';
import { formatMonth, type Month } from './month';
import {
  type Counted,
  type ReportFigure,
  type ReportFigures,
  type ReportSections,
  sectionTitles,
} from './unit-report';

const share = ({ count, of }: ReportFigure): string =>
  of === null ? String(count) : of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%`;
const behind = ({ count, of }: ReportFigure): string => (of ? `${count}/${of}` : '—');

const figureColumns: TableColumn[] = [
  { title: '指标', share: 52, align: 'left' },
  { title: '数值', share: 24, align: 'right' },
  { title: '件数', share: 24, align: 'right' },
];
const countedColumns: TableColumn[] = [
  { title: '序号', share: 14, align: 'center' },
  { title: '名称', share: 62, align: 'left' },
  { title: '件数', share: 24, align: 'right' },
];

function figureTable({ figures }: ReportFigures): Block[] {
  const rows = figures
    .filter(({ count, of }) => count > 0 || (of ?? 0) > 0)
    .map((each) => [each.title, share(each), behind(each)]);
  const note = '比率栏后为“达到件数/统计件数”。';
  return rows.length > 0
    ? [{ kind: 'table', title: '当月各项数字', columns: figureColumns, rows, note }]
    : [];
}

function countedTable(title: string, counted: readonly Counted[]): Block[] {
  const rows = counted.map(({ name, n }, at) => [String(at + 1), name, String(n)]);
  return rows.length > 0 ? [{ kind: 'table', title, columns: countedColumns, rows }] : [];
}

/** What a unit reports of a month: its words under their headings, its figures as an annex (spec 7). */
export interface UnitReportWords {
  unit: string;
  month: Month;
  recipients: string;
  date: Day;
  figures: ReportFigures;
  sections: ReportSections;
}

/** A unit's monthly summary as an official document; a part without words is left open for people to fill. */
export function unitReportDocument(report: UnitReportWords): OfficialDocument {
  const { unit, month, recipients, date, figures, sections } = report;
  const when = formatMonth(month).replaceAll(' ', '');
  const table = figureTable(figures);
  const written = (name: keyof ReportSections): Block[] => [
    { kind: 'heading', level: 1, text: sectionTitles[name] },
    sections[name].trim() === ''
      ? { kind: 'fill', text: `请补充：${sectionTitles[name]}` }
      : { kind: 'paragraph', text: sections[name] },
  ];
  return {
    title: `关于${when}“办不成事”反映窗口\n工作情况的报告`,
    number: null,
    recipients,
    blocks: [
      ...written('summary'),
      ...written('problems'),
      ...countedTable('反映较多的事项', figures.matters),
      ...countedTable('主要原因', figures.causes),
      ...written('measures'),
      ...written('plans'),
    ],
    attachments: table.length > 0 ? [{ title: `${when}办理数字`, blocks: table }] : [],
    issuer: unit,
    date,
  };
}

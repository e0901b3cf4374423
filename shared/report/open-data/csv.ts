import { columns } from './dictionary';
import type { OpenRow } from './merge-small';

/** A cell of RFC 4180; what a spreadsheet could take for a formula is made harmless. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 with a mark, so that spreadsheets read Chinese; lines end with CR LF. */
const csv = (rows: (string | number | null)[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

export const dataCsv = (rows: readonly OpenRow[]): string =>
  csv([
    columns.map(({ title }) => title),
    ...rows.map(({ dimensions, n, cells }) => [...dimensions, n, ...cells]),
  ]);

export const dictionaryCsv = (): string =>
  csv([
    ['列名', '含义', '类型', '取值'],
    ...columns.map(({ title, meaning, type, values }) => [title, meaning, type, values]),
  ]);

export const readme = (year: number, rows: readonly OpenRow[], asOf: string): string =>
  [
    `崇明区“办不成事”反映窗口 ${year} 年开放数据`,
    '',
    `数据截至 ${asOf.slice(0, 10)}，共 ${rows.reduce((sum, { n }) => sum + n, 0)} 件，合并为 ${rows.length} 行。`,
    '不含姓名、电话、地址、诉求内容等任何个人信息和文字内容。',
    '每一行不少于 5 件；不足 5 件的，依次按乡镇、渠道、事项、季度、反映人类别、承办单位合并。',
    '各行互不重叠，全部行的“件数”之和就是全年总数。',
    '',
    '诉求汇总.csv　数据（UTF-8，逗号分隔）',
    '数据字典.csv　每一列的含义',
    '',
  ].join('\r\n');

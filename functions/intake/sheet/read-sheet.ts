import { TextDecoder } from 'node:util';
import { readDelimited } from '../../../shared/text/delimited';
import { limits, readXlsx, type SheetRow } from './read-xlsx';
import { sheetRefused } from './sheet-refused';

export interface Sheet {
  format: 'xlsx' | 'csv' | 'json';
  rows: SheetRow[];
}

/** UTF-8 or UTF-16 by its mark, UTF-8 where it is valid UTF-8, else the national encoding (GBK, GB 18030). */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const plain = (value: unknown): string =>
  value === null || value === undefined || typeof value === 'object'
    ? ''
    : String(value).slice(0, limits.cell);

/** Objects with the columns' titles or names as keys; those of `reporter` and `report` may stand inside. */
function readJson(text: string): SheetRow[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw sheetRefused('not-json');
  }
  const list = Array.isArray(given) ? given : (given as { items?: unknown }).items;
  if (!Array.isArray(list)) throw sheetRefused('not-json');
  if (list.length > limits.rows) throw sheetRefused('too-many-rows', { most: limits.rows });
  const items = list.map((item): Record<string, unknown> => {
    const { reporter, report, ...rest } = (item ?? {}) as Record<string, unknown>;
    return { ...(report as object), ...(reporter as object), ...rest };
  });
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))].slice(0, limits.columns);
  const rows = items.map((item, at) => ({ line: at + 1, cells: keys.map((key) => plain(item[key])) }));
  return [{ line: 0, cells: keys }, ...rows];
}

/** Rows of text that was pasted or stood in a CSV file. */
export function readText(text: string): SheetRow[] {
  const rows = readDelimited(text);
  if (rows.length > limits.rows + 10) throw sheetRefused('too-many-rows', { most: limits.rows });
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, limits.columns).map((cell) => cell.slice(0, limits.cell)),
  }));
}

/** A file of rows, known by its content and never by its name. Throws what `sheetRefused` says. */
export async function readSheet(bytes: Buffer): Promise<Sheet> {
  if (bytes.length > limits.fileBytes) throw sheetRefused('too-large');
  const head = bytes.subarray(0, 4).toString('hex');
  if (head === '504b0304') return { format: 'xlsx', rows: await readXlsx(bytes) };
  if (head === 'd0cf11e0') throw sheetRefused('old-excel');
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (/^\s*[[{]/.test(text)) return { format: 'json', rows: readJson(text) };
  return { format: 'csv', rows: readText(text) };
}

import type { CellValue, Worksheet } from 'exceljs';
import { sheetRefused } from './sheet-refused';
import { requireModestZip } from './zip-size';

export interface SheetRow {
  /** As the spreadsheet counts its lines, from 1. */
  line: number;
  cells: string[];
}
export const limits = {
  fileBytes: 4 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  rows: 10_000,
  columns: 60,
  cell: 6000,
};

/** What a spreadsheet holds beside its cells is not looked at: a merge over a million cells costs as much as it says. */
const ignored = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'autoFilter',
  'rowBreaks',
];

/** A spreadsheet's wall-clock time comes as if it were UTC. */
const dateText = (date: Date) =>
  Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 16).replace('T', ' ');

/** The words of a cell as one sees them; of a formula its last result, never the formula. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return '';
  if ('result' in value) return cellText(value.result as CellValue);
  if ('text' in value) return cellText(value.text as CellValue);
  return '';
}

function rowsOf(page: Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  page.eachRow((row, line) => {
    if (rows.length > limits.rows + 10) throw sheetRefused('too-many-rows', { most: limits.rows });
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column <= limits.columns) cells[column - 1] = cellText(cell.value).slice(0, limits.cell);
    });
    rows.push({ line, cells: Array.from(cells, (text) => text ?? '') });
  });
  return rows;
}

/** The rows of the first sheet that has any, within the limits; what is no .xlsx is refused by a sentence. */
export async function readXlsx(bytes: Buffer): Promise<SheetRow[]> {
  requireModestZip(bytes, limits.unpackedBytes);
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  try {
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      {
        ignoreNodes: ignored,
      },
    );
  } catch {
    throw sheetRefused('damaged');
  }
  const page = book.worksheets.find((each) => each.actualRowCount > 0);
  return page ? rowsOf(page) : [];
}

import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { stream } from 'exceljs';

export interface Column<Row> {
  title: string;
  width?: number;
  cell(row: Row): string | number | null;
}
export interface Sheet<Row> {
  name: string;
  /** Stands in the first line and on every printed page: who took it, when. */
  note: string;
  columns: Column<Row>[];
  rows: AsyncIterable<Row>;
}

/** A text that a spreadsheet could take for a formula is made harmless (spec 7). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Waits until the reader has taken what is written; throws when the reader has left. */
async function brake(out: PassThrough): Promise<void> {
  // The writer packs in turns of its own: give it one before looking.
  await new Promise((done) => setImmediate(done));
  while (out.writableNeedDrain && !out.destroyed) {
    const heard = new AbortController();
    const { signal } = heard;
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
    heard.abort();
  }
  if (out.destroyed) throw new Error('The reader has left.');
}

async function write<Row>(
  out: PassThrough,
  book: stream.xlsx.WorkbookWriter,
  sheet: Sheet<Row>,
): Promise<number> {
  const page = book.addWorksheet(sheet.name, {
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
    },
    headerFooter: { oddHeader: `&C${sheet.note}`, oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  page.columns = sheet.columns.map(({ width }) => ({ width: width ?? 16 }));
  page.addRow([sheet.note]).commit();
  const head = page.addRow(sheet.columns.map(({ title }) => title));
  head.font = { bold: true };
  for (let at = 1; at <= sheet.columns.length; at += 1)
    head.getCell(at).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
  head.commit();
  let count = 0;
  for await (const row of sheet.rows) {
    const cells = sheet.columns.map(({ cell }) => {
      const value = cell(row);
      return typeof value === 'string' ? harmless(value) : value;
    });
    page.addRow(cells).commit();
    count += 1;
    // The writer has no brake of its own.
    if (count % 200 === 0) await brake(out);
  }
  page.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: sheet.columns.length } };
  page.commit();
  await book.commit();
  return count;
}

/**
 * One sheet as .xlsx, streamed while its rows are read: memory does not grow with their number. `done` is told how many
 * rows went out; a reader who leaves ends the reading too.
 */
export async function streamXlsx<Row>(
  sheet: Sheet<Row>,
  done: (rows: number) => Promise<void>,
): Promise<ReadableStream> {
  const { default: excel } = await import('exceljs');
  const out = new PassThrough();
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  write(out, book, sheet)
    .then(done)
    .catch((error: Error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream;
}

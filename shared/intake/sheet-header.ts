/** `* 手机号（必填）` and `手机号` are the same title. */
const plain = (title: string) => title.replace(/[\s*＊:：]/g, '').replace(/[（(].*?[）)]/g, '');

export interface SheetHeader<Column extends string> {
  /** Position in the list of rows. */
  at: number;
  columns: (Column | null)[];
  /** Titles that nobody asked for. */
  unused: string[];
}

/**
 * Finds, among the first ten rows, the one that names all needed columns by their title or another word for the same; or
 * says which are missing. A title that stands twice counts once.
 */
export function findHeader<Column extends string>(
  rows: string[][],
  titles: Record<Column, readonly [string, ...string[]]>,
  needed: readonly Column[],
): SheetHeader<Column> | { missing: string[] } {
  const all = Object.keys(titles) as Column[];
  const columnOf = new Map(
    all.flatMap((column) =>
      [column, ...titles[column]].map((title): [string, Column] => [plain(title), column]),
    ),
  );
  let missing = needed;
  for (const [at, cells] of rows.slice(0, 10).entries()) {
    const taken = new Set<Column>();
    const columns = cells.map((title) => {
      const column = columnOf.get(plain(title)) ?? null;
      if (!column || taken.has(column)) return null;
      taken.add(column);
      return column;
    });
    const lacking = needed.filter((column) => !taken.has(column));
    if (lacking.length === 0) {
      const unused = cells.filter((title, index) => columns[index] === null && title.trim() !== '');
      return { at, columns, unused };
    }
    if (lacking.length < missing.length) missing = lacking;
  }
  return { missing: missing.map((column) => titles[column][0]) };
}

/** The cells of a row by the columns they stand in; empty ones are left out. */
export function namedCells<Column extends string>(
  columns: (Column | null)[],
  cells: string[],
): Partial<Record<Column, string>> {
  const named: Partial<Record<Column, string>> = {};
  for (const [at, column] of columns.entries()) if (column && cells[at]) named[column] = cells[at];
  return named;
}

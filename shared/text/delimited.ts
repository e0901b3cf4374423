/** Which of tab, comma and semicolon parts the first line. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 5000).split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  return [',', '\t', ';'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/**
 * Rows of cells from CSV (RFC 4180) or from what a spreadsheet puts on the clipboard: quoted cells may hold the delimiter,
 * line breaks and doubled quotes. A quote inside an unquoted cell is a letter like any other; an unclosed one ends with
 * the text. Every row carries the number of its first line.
 */
export function readDelimited(given: string): { line: number; cells: string[] }[] {
  const text = given.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text);
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
    cell = '';
    begun = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}

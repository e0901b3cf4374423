import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, TableColumn } from '../../../shared/report/official-document';
import { clean } from './clean';
import { fonts, textWidth } from './page';

type TableBlock = Extract<Block, { kind: 'table' }>;
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** Whole twips that add up to the width of the text. */
function widthsOf(columns: readonly TableColumn[]): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / total) * textWidth));
  widths[0] = (widths[0] ?? 0) + textWidth - widths.reduce((sum, each) => sum + each, 0);
  return widths;
}

function cell(
  text: string,
  width: number,
  align: TableColumn['align'],
  { head, keep }: { head: boolean; keep: boolean },
): TableCell {
  const lines = clean(text).split('\n');
  const runs = lines.map(
    (line, at) =>
      new TextRun({ text: line, ...(at > 0 && { break: 1 }), ...(head && { font: fonts.black }) }),
  );
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    ...(head && { shading: { fill: 'EDEDED' } }),
    children: [
      new Paragraph({
        style: 'Cell',
        keepNext: keep,
        alignment: head ? AlignmentType.CENTER : alignments[align ?? 'left'],
        children: runs,
      }),
    ],
  });
}

/** No page begins or ends with fewer lines of a table than this. */
const leastTogether = 3;

/** A table over the whole width: its title over it, its head on every page, no row torn apart. */
export function tableOf({ title, columns, rows, note }: TableBlock): (Paragraph | Table)[] {
  const widths = widthsOf(columns);
  const stays = (at: number) =>
    at < leastTogether - 1 || (at >= rows.length - leastTogether && at < rows.length - 1);
  const row = (texts: string[], head: boolean, keep: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      children: columns.map(({ align }, at) => cell(texts[at] ?? '', widths[at] ?? 0, align, { head, keep })),
    });
  return [
    new Paragraph({ style: 'Caption2', text: clean(title) }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(
          columns.map((each) => each.title),
          true,
          true,
        ),
        ...rows.map((texts, at) => row(texts, false, stays(at))),
      ],
    }),
    new Paragraph({ style: 'Note', text: note ? `注：${clean(note)}` : '' }),
  ];
}

import { AlignmentType, BorderStyle, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { OfficialDocument } from '../../../shared/report/official-document';
import { officialDay } from '../../../shared/report/period';
import { clean } from './clean';
import { fonts, page, sizes, textWidth } from './page';

const red = 'C00000';
const character = sizes.three * 10;
/** In characters of the text: two digits are as wide as one of them. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each < '\u0100' ? 0.5 : 1), 0);
export const emptyLines = (count: number, keepNext = false) =>
  Array.from({ length: count }, () => new Paragraph({ style: 'Body', keepNext }));

/** 版头 (7.2): the issuing body in red 35 mm under the 版心's edge, the number, the red line; then two empty lines. */
export function headOf({ issuer, number, date }: OfficialDocument): Paragraph[] {
  const size = Math.min(88, Math.floor((textWidth / 10 / Math.max(1, widthOf(issuer))) * 0.96));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: Math.round((35 * 1440) / 25.4) },
      children: [new TextRun({ text: clean(issuer), font: fonts.title, size, color: red })],
    }),
    ...emptyLines(2),
    new Paragraph({
      style: 'Flush',
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } },
      text: number ?? `〔${date.slice(0, 4)}〕　　号`,
    }),
    ...emptyLines(2),
  ];
}

/** 附件说明, 发文机关署名, 成文日期 (7.3.4, 7.3.5), never alone on a page: the date four characters from the right, the issuer over its middle. */
export function footOf({ attachments, issuer, date }: OfficialDocument): Paragraph[] {
  const day = officialDay(date);
  const listed = attachments.map(({ title }, at) => {
    const number = attachments.length > 1 ? `${at + 1}.` : '';
    const first = at === 0;
    return new Paragraph({
      style: 'Flush',
      keepNext: true,
      indent: { left: character * (first ? 2 : 5) },
      text: `${first ? '附件：' : ''}${number}${clean(title)}`,
    });
  });
  const beside = Math.max(0, 4 + widthOf(day) / 2 - widthOf(issuer) / 2);
  return [
    ...(listed.length > 0 ? [...emptyLines(1, true), ...listed] : []),
    ...emptyLines(2, true),
    new Paragraph({
      style: 'Issuer',
      keepNext: true,
      indent: { right: Math.round(character * beside) },
      text: clean(issuer),
    }),
    new Paragraph({ style: 'Issuer', indent: { right: character * 4 }, text: day }),
  ];
}

const footer = (alignment: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { [alignment]: sizes.four * 10 },
        children: [
          new TextRun({
            font: fonts.song,
            size: sizes.four,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });

/** 页码 (7.5): 四号半角宋体 between dashes, right on odd pages, left on even ones, one character from the edge. */
export const footers = () => ({ default: footer('right'), even: footer('left') });
export const pageProperties = { page: { size: page.size, margin: page.margin } };

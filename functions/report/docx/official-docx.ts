import { Document, DocumentGridType, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { numbered, type OfficialDocument } from '../../../shared/report/official-document';
import { instantAt } from '../../../shared/sla/instant';
import { blocksOf } from './blocks';
import { clean } from './clean';
import { emptyLines, footers, footOf, headOf, pageProperties } from './head-and-foot';
import { linePitch } from './page';
import { settle } from './settle';
import { styles } from './styles';

const titleOf = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: clean(text)
      .split('\n')
      .map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) })),
  });

function annexes({ attachments }: OfficialDocument, counts: { table: number; chart: number }): FileChild[] {
  return attachments.flatMap(({ title, blocks }, at) => [
    new Paragraph({
      style: 'AnnexMark',
      pageBreakBefore: true,
      text: `附件${attachments.length > 1 ? at + 1 : ''}`,
    }),
    ...emptyLines(1),
    titleOf(title),
    ...emptyLines(1),
    ...blocksOf(numbered(blocks, counts)),
  ]);
}

/**
 * An official document as .docx in the layout of GB/T 9704-2012: page, 版心 of 22 lines × 28 characters, fonts by name,
 * heading levels, page numbers. The same document gives the same bytes.
 */
export async function officialDocx(given: OfficialDocument): Promise<Buffer> {
  const counts = { table: 0, chart: 0 };
  const recipients = given.recipients
    ? [new Paragraph({ style: 'Flush', text: `${clean(given.recipients)}：` })]
    : [];
  const children: FileChild[] = [
    ...headOf(given),
    titleOf(given.title),
    ...emptyLines(1),
    ...recipients,
    ...blocksOf(numbered(given.blocks, counts), true),
    ...footOf(given),
    ...annexes(given, counts),
  ];
  const file = new Document({
    title: clean(given.title).replace('\n', ''),
    creator: clean(given.issuer),
    lastModifiedBy: clean(given.issuer),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          ...pageProperties,
          grid: { type: DocumentGridType.LINES, linePitch },
        },
        footers: footers(),
        children,
      },
    ],
  });
  return settle(await Packer.toBuffer(file), instantAt(given.date, '00:00'));
}

import { type FileChild, HeadingLevel, HighlightColor, Paragraph, TextRun } from 'docx';
import type { Block } from '../../../shared/report/official-document';
import { chartOf } from './chart';
import { clean } from './clean';
import { tableOf } from './table';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** Paragraphs of a text, one for each of its lines. */
const paragraphs = (text: string, keepNext: boolean) =>
  clean(text)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ style: 'Body', keepNext, text: line.trim() }));

function laidOut(block: Block, keepNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], text: clean(block.text) })];
    case 'paragraph':
      return paragraphs(block.text, keepNext);
    case 'fill': {
      const place = new TextRun({ text: `〔${clean(block.text)}〕`, highlight: HighlightColor.YELLOW });
      return [new Paragraph({ style: 'Body', keepNext, children: [place] })];
    }
    case 'table':
      return tableOf(block);
    case 'chart':
      return chartOf(block);
  }
}

/** The pieces of a text as Word's paragraphs, tables and charts; with `keepLast` the last stays with what follows. */
export const blocksOf = (blocks: readonly Block[], keepLast = false): FileChild[] =>
  blocks.flatMap((block, at) => laidOut(block, keepLast && at === blocks.length - 1));

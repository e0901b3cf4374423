import type { IStylesOptions } from 'docx';
import { characterSpacing, fonts, linePitch, sizes } from './page';

const exact = { line: linePitch, lineRule: 'exact' as const, before: 0, after: 0 };
/** 左空二字. */
const twoCharacters = { firstLineChars: 200, firstLine: sizes.three * 20 };
const body = { basedOn: 'Normal', next: 'Body', quickFormat: true };
const style = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  ...body,
  run,
  paragraph: { spacing: exact, ...paragraph },
});
const heading = (run: object, outlineLevel: number) => ({
  run: { color: '000000', size: sizes.three, ...run },
  paragraph: { spacing: exact, indent: twoCharacters, keepNext: true, outlineLevel },
});

/** Every style of an official document, by the names people see in Word. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.body, size: sizes.three, characterSpacing, language: { eastAsia: 'zh-CN' } },
    },
    heading1: heading({ font: fonts.black, bold: false }, 0),
    heading2: heading({ font: fonts.kai, bold: false }, 1),
    heading3: heading({ font: fonts.body, bold: true }, 2),
    title: {
      run: { font: fonts.title, size: sizes.two, color: '000000', bold: false },
      paragraph: { spacing: { ...exact, line: 700 }, alignment: 'center' },
    },
  },
  paragraphStyles: [
    style('Body', '公文正文', {}, { alignment: 'both', indent: twoCharacters }),
    style('Flush', '公文顶格', {}, { alignment: 'left' }),
    style('Issuer', '公文署名', {}, { alignment: 'right' }),
    style('AnnexMark', '附件标记', { font: fonts.black }, { alignment: 'left' }),
    style(
      'Caption2',
      '图表标题',
      { font: fonts.black, size: sizes.four },
      { alignment: 'center', keepNext: true },
    ),
    style(
      'Note',
      '图表说明',
      { size: sizes.smallFour },
      { alignment: 'left', spacing: { ...exact, line: 360 } },
    ),
    style('Cell', '表格文字', { size: sizes.smallFour }, { spacing: { line: 320, lineRule: 'exact' } }),
    style(
      'Picture',
      '图',
      {},
      { alignment: 'center', spacing: { before: 60, after: 60, line: 240, lineRule: 'auto' } },
    ),
  ],
};

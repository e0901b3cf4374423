import { grams } from './grams';
import { normalise } from './normalise';

describe('normalise', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['  社保　 卡\n办理 ', '社保 卡 办理'],
    ['（变更）', '(变更)'],
    ['\ufeff好\u200b', '好'],
    ['', ''],
  ])('spells %j as %j', (text, expected) => expect(normalise(text)).toBe(expected));
});

describe('grams', () => {
  it.each([
    ['社保卡', ['社', '社保', '保', '保卡', '卡']],
    ['办ＡＰＰ 12号', ['办', 'app', '12', '号']],
    ['一，二', ['一', '二']],
    ['，。！', []],
  ])('cuts %j', (text, expected) => expect(grams(text)).toEqual(expected));
});

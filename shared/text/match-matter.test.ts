import { matchMatter } from './match-matter';
import { pinyinKeys } from './pinyin-keys';

const matter = (name: string) => {
  const { full, initials } = pinyinKeys(name);
  return { name, pinyin: full, initials };
};

describe('pinyinKeys', () => {
  it.each([
    ['社保卡', 'shebaoka', 'sbk'],
    ['重庆户口', 'chongqinghukou', 'cqhk'],
    ['女方（ＡＢ）证明1', 'nvfangabzhengming1', 'nfabzm1'],
    ['', '', ''],
  ])('spells %j', (name, full, initials) => expect(pinyinKeys(name)).toEqual({ full, initials }));
});

describe('matchMatter', () => {
  const names = ['社会保障卡申领', '社会保险登记', '食品经营许可', '食品经营许可变更', '不动产登记'];
  const firstFor = (query: string) =>
    names
      .map((name) => ({ name, score: matchMatter(query, matter(name)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)[0]?.name;

  it.each([
    ['食品经营许可', '食品经营许可'],
    ['许可变更', '食品经营许可变更'],
    ['社保卡', '社会保障卡申领'],
    ['sbdj', undefined],
    ['bdcdj', '不动产登记'],
    ['budongchan', '不动产登记'],
    ['ＢＤＣ', '不动产登记'],
    ['办理食品经营许可', '食品经营许可'],
    ['驾驶证', undefined],
    [' ', undefined],
  ])('answers %j with %j', (query, expected) => expect(firstFor(query)).toBe(expected));

  it('puts the name itself above every other hit, and a hit at the start above a later one', () => {
    const score = (query: string, name: string) => matchMatter(query, matter(name));
    expect(score('食品经营许可', '食品经营许可')).toBe(100);
    expect(score('登记', '登记不动产')).toBeGreaterThan(score('登记', '不动产登记'));
  });
});

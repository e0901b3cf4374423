import { type ClusterItem, clusterReports } from './cluster';
import { joinPairs } from './keywords';

const texts = {
  card: ['社保卡补换没有制卡', '社保卡补换还没有制卡', '社保卡补换，没有制卡', '窗口社保卡补换没有制卡'],
  food: ['食品经营许可变更被退回', '食品经营许可变更网上被退回两次', '变更食品经营许可，退回了'],
  alone: ['宅基地翻建审批没有回音', '老年优待证丢失', '企业注销公告系统打不开'],
};
const item = (text: string, at: number): ClusterItem => ({ id: text, text, at });
const items = [
  ...texts.food.map((text, at) => item(text, at)),
  ...texts.card.map((text, at) => item(text, 10 + at)),
  ...texts.alone.map((text, at) => item(text, 5 + at)),
];

describe('clusterReports', () => {
  const found = clusterReports(items, { from: 10, to: 20 });

  it('groups what is one problem and leaves single reports out', () => {
    expect(found.map(({ ids }) => [...ids].sort())).toEqual([[...texts.card].sort(), [...texts.food].sort()]);
  });
  it('puts the group that grew first, with this period against the last', () => {
    expect(found.map(({ size, now, before }) => ({ size, now, before }))).toEqual([
      { size: 4, now: 4, before: 0 },
      { size: 3, now: 0, before: 3 },
    ]);
  });
  it('heads a group by the words its reports share, and names one of them as central', () => {
    expect(found[0]?.title).toContain('社保卡');
    expect(texts.card).toContain(found[0]?.centralId);
  });
  it('names no more groups than are wanted, the same ones', () => {
    expect(clusterReports(items, { from: 10, to: 20 }, 1)).toEqual(found.slice(0, 1));
  });
  it('finds nothing in nothing', () => {
    expect(clusterReports([], { from: 0, to: 1 })).toEqual([]);
    expect(clusterReports([item('', 1), item('', 2)], { from: 0, to: 5 })).toEqual([]);
  });
});

describe('joinPairs', () => {
  it.each([
    [['社保', '保卡'], '补换社保卡', ['社保卡']],
    [['保卡', '社保', '退回'], '社保卡被退回', ['社保卡', '退回']],
    [['滨河', '景园', '河苑', '伊景', '园滨'], '伊景园滨河苑', ['伊景园滨河苑']],
    [['卡补', '社保', '保卡'], '补换社保卡', ['卡补', '社保卡']],
    [['经营', '许可'], '经营许可', ['经营', '许可']],
    [[], '', []],
  ])('joins %j in %j to %j', (pairs, text, words) => expect(joinPairs(pairs, text)).toEqual(words));
});

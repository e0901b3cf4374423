import { type ComparedReport, findDuplicates } from './duplicate';

const dayMs = 86_400_000;
const aReport = (over: Partial<ComparedReport> = {}): ComparedReport => ({
  orderId: 'new',
  matterId: 'card',
  reporterKey: 'me',
  text: '在城桥大厅办理社保卡补换，窗口说系统故障，跑了三次都没有办成。',
  at: Date.UTC(2026, 10, 23, 4),
  ...over,
});
const told = '城桥大厅补换社保卡，窗口说系统故障，已经跑了三次没有办成。';
const elsewhere = '在城桥大厅办理食品经营许可，材料交了一个月没有回音。';
const old = (over: Partial<ComparedReport>) =>
  aReport({ orderId: 'old', at: aReport().at - 20 * dayMs, text: told, ...over });

describe('findDuplicates', () => {
  it.each<[string, Partial<ComparedReport>, string | undefined]>([
    ['my own report of the same matter', {}, 'same-reporter'],
    ['my own report, matter unknown', { matterId: null }, 'same-reporter'],
    ['another’s report of the same matter', { reporterKey: 'you' }, 'many-reporters'],
    ['a report by nobody known', { reporterKey: null }, 'many-reporters'],
    [
      'another’s report in the same words of another matter',
      { reporterKey: 'you', matterId: 'other' },
      undefined,
    ],
    ['only the same place', { reporterKey: 'you', text: elsewhere, matterId: 'food' }, undefined],
    ['only the same place, by me', { text: elsewhere, matterId: 'food' }, undefined],
    ['the same matter in quite other words', { reporterKey: 'you', text: '养老金停发' }, undefined],
    ['another’s report of 31 days ago', { reporterKey: 'you', at: aReport().at - 31 * dayMs }, undefined],
    ['my own of 31 days ago', { at: aReport().at - 31 * dayMs }, 'same-reporter'],
    ['my own of 91 days ago', { at: aReport().at - 91 * dayMs }, undefined],
    ['the report itself', { orderId: 'new' }, undefined],
  ])('judges %s', (_, over, kind) => expect(findDuplicates(aReport(), [old(over)])[0]?.kind).toBe(kind));

  it('does not take two unknown reporters for one', () => {
    const found = findDuplicates(aReport({ reporterKey: null }), [old({ reporterKey: null })]);
    expect(found[0]?.kind).toBe('many-reporters');
  });
  it('does not take two short complaints for one problem', () => {
    const short = { matterId: null, text: '办不了' };
    expect(findDuplicates(aReport(short), [old(short)])).toEqual([]);
  });
  it('puts the likeliest first and says why', () => {
    const mine = old({ orderId: 'mine', text: aReport().text });
    const found = findDuplicates(aReport(), [old({ orderId: 'theirs', reporterKey: 'you' }), mine]);
    expect(found.map(({ orderId }) => orderId)).toEqual(['mine', 'theirs']);
    expect(found[0]).toMatchObject({
      score: 1,
      reason: '同一申请人在11月3日反映过同一事项，文字相似度 100%。',
    });
  });
});

import { judgeEffect, type Verdict } from './effect';
import { addMonths, monthsBetween } from './month';

/** Counts from January 2026 on; the measure is done in July, and the running month is the last one. */
const judged = (counts: number[]) => {
  const months = counts.map((count, at) => ({ month: addMonths('2026-01', at), count }));
  return judgeEffect(months, '2026-07', months.at(-1)?.month ?? '');
};

it.each<[string, number[], Verdict]>([
  ['the month after is not over', [4, 4, 4, 4, 4, 4, 3, 1], 'early'],
  ['fewer come', [4, 4, 4, 4, 4, 4, 3, 1, 0, 1], 'fallen'],
  ['as many come', [4, 4, 4, 4, 4, 4, 3, 5, 4, 4], 'not-fallen'],
  ['it falls and comes back', [4, 4, 4, 4, 4, 4, 3, 1, 2, 4, 0], 'recurred'],
  ['it comes back in the running month', [4, 4, 4, 4, 4, 4, 3, 1, 4], 'recurred'],
  ['few come in the running month so far', [4, 4, 4, 4, 4, 4, 3, 1, 3], 'fallen'],
  ['one report comes after a rare problem', [0, 0, 1, 0, 0, 0, 1, 0, 1, 0], 'fallen'],
  ['two come after a rare problem', [0, 0, 1, 0, 0, 0, 1, 0, 2, 0], 'recurred'],
  ['there is nothing before', [0, 0, 0, 0, 0, 0, 3, 0, 0, 0], 'fallen'],
])('says, where %s: %s → %s', (_title, counts, verdict) => {
  expect(judged(counts).verdict).toBe(verdict);
});

it('holds the six whole months before against all whole months since', () => {
  const months = monthsBetween('2025-10', '2026-10').map((month) => ({
    month,
    count: month < '2026-01' ? 90 : month < '2026-07' ? 6 : month === '2026-07' ? 50 : 2,
  }));
  expect(judgeEffect(months, '2026-07', '2026-10')).toEqual({
    verdict: 'fallen',
    before: 6,
    monthsBefore: 6,
    after: 2,
    monthsAfter: 2,
    recurredIn: null,
  });
});

it('names the month in which the problem came back', () => {
  expect(judged([4, 4, 4, 4, 4, 4, 3, 1, 2, 5, 6, 0]).recurredIn).toBe('2026-10');
});

it('judges nothing without a finished measure', () => {
  const months = [{ month: '2026-01', count: 3 }];
  expect(judgeEffect(months, null, '2026-02')).toMatchObject({ verdict: 'no-measure', before: null });
});

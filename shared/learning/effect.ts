import type { Month } from './month';

export interface MonthCount {
  month: Month;
  count: number;
}

/** What became of a problem after its measure. */
export const verdicts = {
  'no-measure': '还没有完成的措施',
  early: '措施后还不满一个月，暂不判断',
  fallen: '措施后有所下降',
  'not-fallen': '措施后没有下降',
  recurred: '下降后又回升',
} as const;
export type Verdict = keyof typeof verdicts;

export interface Effect {
  verdict: Verdict;
  /** Reports per whole month: up to six months before the measure, and all since. Null without such a month. */
  before: number | null;
  after: number | null;
  monthsBefore: number;
  monthsAfter: number;
  /** The month in which it rose again. */
  recurredIn: Month | null;
}

const mostBefore = 6;
/** One report alone is no return of a problem. */
const leastToRecur = 2;

const average = (months: MonthCount[]): number | null =>
  months.length === 0 ? null : months.reduce((sum, { count }) => sum + count, 0) / months.length;

/**
 * Judges reports per month before and after the month a measure was done in (spec 7). Recurred: after a month below
 * the average before, a later one (the running month too) has at least that average again, and two reports.
 */
export function judgeEffect(
  months: readonly MonthCount[],
  doneMonth: Month | null,
  runningMonth: Month,
): Effect {
  const nothing = { before: null, after: null, monthsBefore: 0, monthsAfter: 0, recurredIn: null };
  if (doneMonth === null) return { verdict: 'no-measure', ...nothing };
  const before = months.filter(({ month }) => month < doneMonth).slice(-mostBefore);
  const since = months.filter(({ month }) => month > doneMonth);
  const after = since.filter(({ month }) => month < runningMonth);
  const level = average(before) ?? 0;
  const isLow = ({ count, month }: MonthCount) => month < runningMonth && (count < level || count === 0);
  const firstLow = since.findIndex(isLow);
  const back =
    firstLow < 0
      ? undefined
      : since.slice(firstLow + 1).find(({ count }) => count >= Math.max(level, leastToRecur));
  const verdict: Verdict =
    after.length === 0 ? 'early' : back ? 'recurred' : firstLow >= 0 ? 'fallen' : 'not-fallen';
  return {
    verdict,
    before: average(before),
    after: average(after),
    monthsBefore: before.length,
    monthsAfter: after.length,
    recurredIn: back?.month ?? null,
  };
}

import { monthOf } from './figures-of';
import type { Period } from './filter';

/** Day and month roll-ups that together make a period: whole months by the month, what is left over by the day. */
export interface Spans {
  days: Period[];
  months: Period | null;
}

/** First day of a month (year × 12 + month), in days since 1970-01-01. */
export const firstDayOf = (month: number): number =>
  Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);

export function spansOf({ first, last }: Period, byDay: boolean): Spans {
  const from = monthOf(first) + (firstDayOf(monthOf(first)) === first ? 0 : 1);
  const until = firstDayOf(monthOf(last) + 1) === last + 1 ? monthOf(last) + 1 : monthOf(last);
  if (byDay || until <= from) return { days: [{ first, last }], months: null };
  const months = { first: firstDayOf(from), last: firstDayOf(until) - 1 };
  const days = [
    { first, last: months.first - 1 },
    { first: months.last + 1, last },
  ];
  return { days: days.filter((span) => span.first <= span.last), months };
}

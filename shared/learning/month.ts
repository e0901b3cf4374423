import { type Day, dayOf, type Instant, instantAt } from '../sla/instant';

/** 'YYYY-MM' in Asia/Shanghai. */
export type Month = string;

export const monthOf = (instant: Instant): Month => dayOf(instant).slice(0, 7);
export const monthOfDay = (day: Day): Month => day.slice(0, 7);

/** The month so many months later, or earlier where negative. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export const firstInstantOf = (month: Month): Instant => instantAt(`${month}-01`, '00:00');

/** Every month from the first to the last, both counted. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** "2026 年 11 月" */
export const formatMonth = (month: Month): string =>
  `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月`;

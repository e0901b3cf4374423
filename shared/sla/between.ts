import type { Calendar } from './calendar';
import { addDays, dayOf, type Instant, instantAt, minuteMs } from './instant';

/** Working days after a's day up to and including b's day: N for `(s, due(s, N))`, N ≥ 1. */
export function workingDaysBetween(a: Instant, b: Instant, calendar: Calendar): number {
  const last = dayOf(b);
  let count = 0;
  for (let day = addDays(dayOf(a), 1); day <= last; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

/** Minutes of office hours between two instants, as they were on each day; 0 where b is not after a (spec 3). */
export function workingMinutesBetween(a: Instant, b: Instant, calendar: Calendar): number {
  let total = 0;
  for (let day = dayOf(a); day <= dayOf(b); day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const [from, to] of calendar.officeHours(day)) {
      total += Math.max(0, Math.min(b, instantAt(day, to)) - Math.max(a, instantAt(day, from)));
    }
  }
  return Math.floor(total / minuteMs);
}

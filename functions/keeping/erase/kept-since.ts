import { dayOf, type Instant, instantAt } from '../../../shared/sla/instant';

/** The first moment of the same date so many years ago: what ended before it is past keeping (spec 8). */
export function keptSince(now: Instant, years: number): Instant {
  const [year = '', month = '', date = ''] = dayOf(now).split('-');
  const before = Number(year) - years;
  const isLeap = new Date(Date.UTC(before, 1, 29)).getUTCMonth() === 1;
  const there = `${month}-${date}` === '02-29' && !isLeap ? '02-28' : `${month}-${date}`;
  return instantAt(`${before}-${there}`, '00:00');
}

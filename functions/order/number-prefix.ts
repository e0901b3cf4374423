import { dayMs, type Instant, instantAt, isDay } from '../../shared/sla/instant';

/** The order number, or its beginning, that was typed instead of words. */
export const numberIn = (q: string | undefined): string | undefined =>
  q
    ?.replaceAll(/\s/g, '')
    .toUpperCase()
    .match(/^CM\d{1,14}$/)?.[0];

/** Where in time the orders of such numbers lie; null where no day begins like that. */
export interface Around {
  from: Instant;
  to: Instant;
}

/**
 * A number begins with the day it was taken (spec 4), and the order is submitted with it: a wide stretch of time around
 * that day, month or year; undefined as long as not even the year is typed.
 */
export function submittedAround(prefix: string): Around | null | undefined {
  const digits = prefix.slice(2);
  if (digits.length < 4) return undefined;
  const month = digits.length < 6 ? '01' : digits.slice(4, 6);
  const date = digits.length < 8 ? '01' : digits.slice(6, 8);
  const first = `${digits.slice(0, 4)}-${month}-${date}`;
  if (!isDay(first)) return null;
  const days = digits.length < 6 ? 366 : digits.length < 8 ? 31 : 1;
  const from = instantAt(first, '00:00') - dayMs;
  return { from, to: from + (days + 2) * dayMs };
}

import type { Calendar } from './calendar';
import type { Limit } from './clock-types';
import { addDays, type ClockTime, type Day, dayOf, type Instant, instantAt } from './instant';

export type { Limit } from './clock-types';
export const defaultClosing: ClockTime = '17:00';

/** One day of the walk from an event to its due: what the day counts as. */
export interface WalkDay {
  day: Day;
  counts: 'start' | 'off' | 'working';
  /** The how-manieth working day; 0 where it does not count. */
  number: number;
}

/** Same day (当日): closing time of that day, or of the next working day (spec 3). */
function* sameDay(start: Instant, calendar: Calendar, closing: ClockTime): Generator<WalkDay> {
  const day = dayOf(start);
  if (calendar.isWorkingDay(day) && start < instantAt(day, closing)) {
    yield { day, counts: 'working', number: 1 };
    return;
  }
  yield { day, counts: 'start', number: 0 };
  yield* walkDays(day, 1, calendar);
}

function* walkDays(from: Day, days: number, calendar: Calendar): Generator<WalkDay> {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of working days: ${days}`);
  let day = from;
  let number = 0;
  while (number < days) {
    day = addDays(day, 1);
    const works = calendar.isWorkingDay(day);
    if (works) number += 1;
    yield { day, counts: works ? 'working' : 'off', number: works ? number : 0 };
  }
}

/** The days from an event to its due, in order: `due` takes the last, `explainDue` tells them all. */
export function* walk(
  start: Instant,
  limit: Limit,
  calendar: Calendar,
  closing = defaultClosing,
): Generator<WalkDay> {
  const day = dayOf(start);
  if (limit.kind === 'same-day') {
    yield* sameDay(start, calendar, closing);
    return;
  }
  yield { day, counts: 'start', number: 0 };
  if (limit.kind === 'working-days') yield* walkDays(day, limit.days, calendar);
}

export interface Due {
  dueAt: Instant;
  /** A day of the walk lies in a year whose notice has not come out. */
  provisional: boolean;
}

/**
 * When a limit that starts at `start` ends: closing time of the last day counted (Civil Code art. 201, 203; spec 3).
 * A RangeError where the working days are not a whole number of 1 or more.
 */
export function due(start: Instant, limit: Limit, calendar: Calendar, closing = defaultClosing): Due {
  if (limit.kind === 'instant')
    return { dueAt: limit.at, provisional: calendar.isProvisional(dayOf(limit.at)) };
  if (limit.kind === 'on-day') {
    return { dueAt: instantAt(limit.day, closing), provisional: calendar.isProvisional(limit.day) };
  }
  let last = dayOf(start);
  let provisional = false;
  for (const { day } of walk(start, limit, calendar, closing)) {
    last = day;
    provisional ||= calendar.isProvisional(day);
  }
  return { dueAt: instantAt(last, closing), provisional };
}

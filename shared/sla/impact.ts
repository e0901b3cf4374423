import { workingDaysBetween } from './between';
import { type Calendar, stepsOver } from './calendar';
import { type Due, due, type Limit } from './due';
import { type ClockTime, clockTimeOf, type Day, dayOf, type Instant, instantAt } from './instant';

/** A running clock, as far as a change of the calendar concerns it. */
export interface RunningClock {
  id: string;
  startedAt: Instant;
  limit: Limit;
  closing: ClockTime;
  dueAt: Instant;
}

export interface CalendarChange {
  before: Calendar;
  after: Calendar;
  now: Instant;
  /** The supervisor gave a reason why past days change as well. */
  pastToo?: boolean;
}

/** A change of the calendar holds for today and later: days gone by count as they counted (spec 3). */
export function changedFrom(today: Day, before: Calendar, after: Calendar): Calendar {
  const of = (day: Day) => (day < today ? before : after);
  const isWorkingDay = (day: Day) => of(day).isWorkingDay(day);
  return {
    isWorkingDay,
    isProvisional: (day) => of(day).isProvisional(day),
    nameOf: (day) => of(day).nameOf(day),
    ...stepsOver(isWorkingDay),
    officeHours: (day) => after.officeHours(day),
  };
}

/** A due that something else had moved (an extension) keeps its count of working days and its time of day. */
function keepCount(clock: RunningClock, before: Calendar, after: Calendar): Due {
  const days = workingDaysBetween(clock.startedAt, clock.dueAt, before);
  if (days === 0 || !before.isWorkingDay(dayOf(clock.dueAt)))
    return { dueAt: clock.dueAt, provisional: after.isProvisional(dayOf(clock.dueAt)) };
  return due(clock.startedAt, { kind: 'working-days', days }, after, clockTimeOf(clock.dueAt));
}

/**
 * The due of a running clock after a change of the calendar, and whether it is provisional. It moves no earlier than
 * closing time of the working day after the change; days agreed with a person do not move (spec 3).
 */
export function dueAfter(clock: RunningClock, change: CalendarChange): Due {
  const today = dayOf(change.now);
  const after = change.pastToo ? change.after : changedFrom(today, change.before, change.after);
  const { startedAt, limit, closing } = clock;
  const fixed = limit.kind === 'on-day' || limit.kind === 'instant';
  if (fixed) return { ...due(startedAt, limit, after, closing), dueAt: clock.dueAt };
  const asCounted = due(startedAt, limit, change.before, closing).dueAt === clock.dueAt;
  const fresh = asCounted ? due(startedAt, limit, after, closing) : keepCount(clock, change.before, after);
  if (fresh.dueAt >= clock.dueAt) return fresh;
  const earliest = instantAt(after.nextWorkingDay(today), closing);
  return { ...fresh, dueAt: Math.min(clock.dueAt, Math.max(fresh.dueAt, earliest)) };
}

/** Which running clocks a change of the calendar moves, from when to when (spec 3); the preview before saving. */
export function movedDues(
  clocks: RunningClock[],
  before: Calendar,
  after: Calendar,
  now: Instant,
  pastToo = false,
): { id: string; from: Instant; to: Instant }[] {
  return clocks
    .map((clock) => ({
      id: clock.id,
      from: clock.dueAt,
      to: dueAfter(clock, { before, after, now, pastToo }).dueAt,
    }))
    .filter(({ from, to }) => from !== to);
}

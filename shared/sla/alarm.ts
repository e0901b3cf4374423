import type { Calendar } from './calendar';
import { due } from './due';
import { clockTimeOf, dayMs, type Instant } from './instant';

export const alarmLevels = ['yellow', 'red', 'red+1'] as const;
export type AlarmLevel = (typeof alarmLevels)[number];

interface Watched {
  startedAt: Instant;
  dueAt: Instant;
  /** What has sounded, each under the due it sounded for, and when (as far as known). */
  sounded: { level: AlarmLevel; dueAt: Instant; soundedAt?: Instant }[];
}

/** The moments of turning (spec 3): yellow 24 h before due unless born yellow, red just after, red+1 a working day on. */
export function alarmMoments(
  startedAt: Instant,
  dueAt: Instant,
  calendar: Calendar,
): { level: AlarmLevel; at: Instant }[] {
  const later = due(dueAt, { kind: 'working-days', days: 1 }, calendar, clockTimeOf(dueAt)).dueAt;
  const yellow = { level: 'yellow' as const, at: dueAt - dayMs };
  const red = [
    { level: 'red' as const, at: dueAt + 1 },
    { level: 'red+1' as const, at: later + 1 },
  ];
  return startedAt >= yellow.at ? red : [yellow, ...red];
}

const rank = (level: AlarmLevel): number => alarmLevels.indexOf(level);

/**
 * The next alarm of a clock, or null when all have sounded. Where several are past, only the highest sounds, late;
 * each level once per due time. A due that moved arms again the levels it has not reached: one that sounded, itself
 * or a higher one, after its moment under the present due stays told (spec 3).
 */
export function nextAlarm(
  clock: Watched,
  calendar: Calendar,
  now: Instant,
): { level: AlarmLevel; at: Instant; skipped: AlarmLevel[] } | null {
  const isTold = (level: AlarmLevel, at: Instant) =>
    clock.sounded.some(
      (each) =>
        rank(each.level) >= rank(level) &&
        (each.dueAt === clock.dueAt || (each.soundedAt !== undefined && each.soundedAt >= at)),
    );
  const moments = alarmMoments(clock.startedAt, clock.dueAt, calendar);
  const left = moments.filter((each) => !isTold(each.level, each.at));
  const past = left.filter((each) => each.at <= now);
  const next = past.at(-1) ?? left[0];
  return next ? { ...next, skipped: past.slice(0, -1).map((each) => each.level) } : null;
}

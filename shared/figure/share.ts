import type { ClockKind } from '../sla/clock-types';
import { type Day, dayMs, type Instant, minuteMs } from '../sla/instant';
import { bucketCount, bucketOf } from './bucket';
import {
  counters,
  endedCounter,
  firstBucket,
  type holderRoles,
  type Measure,
  measures,
  metCounter,
  sharesPerDay,
  spreads,
  type Whole,
} from './counter';
import type { OrderFigures, RoundFigures } from './fold';

/** A clock as far as figures need it. */
export interface FigureClock {
  kind: ClockKind;
  holderUnitId: string | null;
  dueAt: Instant;
  originalDueAt: Instant;
  endedAt: Instant | null;
  outcome: 'met' | 'late' | 'void' | null;
  lateByMs: number;
}

/** A stretch of time that an order lay with somebody, with its office minutes; null while it lasts. */
export interface FigureHold {
  role: (typeof holderRoles)[number];
  unitId: string;
  toAt: Instant | null;
  minutes: number | null;
}

/** Whole minutes from the first acceptance to the last and to the first resolution. */
export type HandlingMinutes = Record<Measure, number | null>;

const shanghaiMs = 8 * 60 * minuteMs;
/** Days since 1970-01-01, in Shanghai. */
export const dayNumberOf = (at: Instant): number => Math.floor((at + shanghaiMs) / dayMs);
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
export const dayOfNumber = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);

const numberOf = new Map(counters.map((name, at) => [name, at]));
const share = (at: Instant, name: Whole | (string & {})): number =>
  dayNumberOf(at) * sharesPerDay + (numberOf.get(name) ?? -1);

const timed = (at: Instant, spread: string, minutes: number): number =>
  dayNumberOf(at) * sharesPerDay + firstBucket + spreads.indexOf(spread) * bucketCount + bucketOf(minutes);

const happenings = ['supervised', 'returned', 'reclassified', 'extended', 'urged', 'reopened'] as const;

function submission(figures: OrderFigures): number[] {
  const at = figures.submittedAt;
  return [
    share(at, 'received'),
    ...(figures.withdrawnAt === null ? [] : [share(at, 'withdrawn')]),
    ...(figures.declinedAt === null ? [] : [share(at, 'declined')]),
    ...happenings.flatMap((name) =>
      figures[name] === 0
        ? []
        : [share(at, name), ...Array<number>(figures[name]).fill(share(at, `${name}_times`))],
    ),
  ];
}

function resolution({ lastResolvedAt: at, acceptedAt, rounds }: OrderFigures, minutes: HandlingMinutes) {
  if (at === null) return [];
  const classes = measures.flatMap((measure) => {
    const value = minutes[measure];
    return value === null ? [] : [timed(at, measure, value)];
  });
  return [
    share(at, 'resolved'),
    ...(rounds.some((round) => round.unitCallback) ? [share(at, 'unit_called')] : []),
    ...(rounds.some((round) => round.districtCallback) ? [share(at, 'district_called')] : []),
    ...(acceptedAt === null ? [] : [share(at, 'handled'), ...classes]),
  ];
}

function closing({ closedAt, supervised, appealed, reopened }: OrderFigures): number[] {
  if (closedAt === null) return [];
  const smooth = supervised === 0 && !appealed && reopened === 0;
  return [share(closedAt, 'closed'), ...(smooth ? [share(closedAt, 'first_time_right')] : [])];
}

function answers({ resolvedAt: at, solved, satisfaction }: RoundFigures): number[] {
  return [
    share(at, 'rounds'),
    share(at, solved === null ? 'unanswered' : 'answered'),
    ...(solved ? [share(at, 'solved')] : []),
    ...(satisfaction === null
      ? [share(at, 'unrated')]
      : [share(at, 'rated'), share(at, `level_${satisfaction}`)]),
    ...(satisfaction !== null && satisfaction >= 3 ? [share(at, 'satisfied')] : []),
  ];
}

const counted = (at: Instant, ended: string, met: string, inTime: boolean) =>
  inTime ? [share(at, ended), share(at, met)] : [share(at, ended)];

/** An ended clock by its due; one that was voided in time is in no rate (spec 3). */
function deadline(clock: FigureClock, refusedAt: readonly Instant[]): number[] {
  const { kind, outcome, endedAt, dueAt, originalDueAt } = clock;
  if (endedAt === null || outcome === null) return [];
  const done = outcome !== 'void';
  const shares: number[] = [];
  if (done || clock.lateByMs > 0) {
    const apart = kind === 'accept' && refusedAt.includes(endedAt);
    const [ended, met] = apart
      ? ['accept_apart_ended', 'accept_apart_met']
      : [endedCounter(kind), metCounter(kind)];
    shares.push(...counted(dueAt, ended, met, outcome === 'met'));
  }
  const originallyMet = endedAt <= originalDueAt;
  if (kind === 'resolve' && (done || !originallyMet))
    shares.push(...counted(originalDueAt, 'resolve_original_ended', 'resolve_original_met', originallyMet));
  return shares;
}

/**
 * What an order adds to the roll-ups: by the unit it counts for, everything counted with its day. Clocks and custody
 * count for their holder, so that nobody answers for another's delay; all else for the order's own unit (spec 3, 7).
 */
export function sharesOf(
  figures: OrderFigures,
  unitId: string | null,
  clocks: readonly FigureClock[],
  minutes: HandlingMinutes,
  holds: readonly FigureHold[],
): Map<string | null, number[]> {
  const own = [
    ...submission(figures),
    ...resolution(figures, minutes),
    ...closing(figures),
    ...figures.rounds.flatMap(answers),
  ];
  const byUnit = new Map<string | null, number[]>([[unitId, own]]);
  const add = (holder: string | null, added: number[]) => {
    if (added.length === 0) return;
    const there = byUnit.get(holder);
    if (there) there.push(...added);
    else byUnit.set(holder, added);
  };
  for (const clock of clocks) add(clock.holderUnitId, deadline(clock, figures.refusedAt));
  for (const hold of holds)
    if (hold.toAt !== null) add(hold.unitId, [timed(hold.toAt, hold.role, hold.minutes ?? 0)]);
  for (const shares of byUnit.values()) shares.sort((a, b) => a - b);
  return byUnit;
}

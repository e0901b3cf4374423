import { dayNumber, dayOfNumber } from '../../shared/figure/share';
import type { Period } from './filter';
import type { Dimension } from './grain';

/** Stretches of time that figures can be grouped by. */
const timeGroups = ['day', 'week', 'month', 'year'] as const;
type TimeGroup = (typeof timeGroups)[number];

/** Dimensions that figures can be grouped by. */
const groupDimensions = {
  channel: 'channel',
  unit: 'unit_id',
  matter: 'matter_id',
  town: 'town',
  stage: 'stage',
  cause: 'cause',
  complexity: 'complexity',
  kind: 'reporter_kind',
} as const satisfies Record<string, Dimension>;
export type Group = keyof typeof groupDimensions | TimeGroup;
export const groupKinds = [...(Object.keys(groupDimensions) as Group[]), ...timeGroups];

export const isTime = (group: Group | null): group is TimeGroup => timeGroups.some((each) => each === group);
export const dimensionOf = (group: Group | null): Dimension | null =>
  group === null || isTime(group) ? null : groupDimensions[group];

/** 1970-01-01 was a Thursday: so many days after a Monday. */
const firstDayAfterMonday = 3;

/** The first day of the day, week (Monday), month or year that a day number falls in. */
export function stretchOf(day: number, group: TimeGroup): string {
  const date = dayOfNumber(day);
  if (group === 'day') return date;
  if (group === 'week') return dayOfNumber(day - ((day + firstDayAfterMonday) % 7));
  return group === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** The days of the month or year that begins on this day, as far as they lie in the period. */
export function stretchSpan(start: string, group: TimeGroup, { first, last }: Period): Period {
  const from = dayNumber(start);
  let to = from;
  while (to < last && stretchOf(to + 1, group) === start) to += 1;
  return { first: Math.max(first, from), last: Math.min(last, to) };
}

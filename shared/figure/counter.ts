import { clockKinds } from '../sla/clock-types';

const whole = [
  'received',
  'withdrawn',
  'declined',
  'supervised',
  'returned',
  'reclassified',
  'extended',
  'urged',
  'reopened',
  'supervised_times',
  'returned_times',
  'reclassified_times',
  'extended_times',
  'urged_times',
  'reopened_times',
  'resolved',
  'unit_called',
  'district_called',
  'handled',
  'closed',
  'first_time_right',
  'rounds',
  'answered',
  'solved',
  'unanswered',
  'rated',
  'satisfied',
  'unrated',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
  'level_5',
  'resolve_original_ended',
  'resolve_original_met',
  'accept_apart_ended',
  'accept_apart_met',
] as const;

const named = <T extends string>(kind: T) => kind.replaceAll('-', '_');
export const endedCounter = (kind: string) => `${named(kind)}_ended`;
export const metCounter = (kind: string) => `${named(kind)}_met`;

/** Everything that is counted per day; each is a column of the roll-up. The order is part of what is stored. */
export const counters: readonly string[] = [
  ...whole,
  ...clockKinds.flatMap((kind) => [endedCounter(kind), metCounter(kind)]),
];
export type Whole = (typeof whole)[number];

export const measures = ['work', 'natural', 'first_work', 'first_natural'] as const;
export type Measure = (typeof measures)[number];
/** Office minutes that an order lay with a holder, by what it was held as (spec 3, Custody). */
export const holderRoles = ['dispatcher', 'unit', 'delegate', 'assist'] as const;

/** Times are counted in classes of minutes, from this number on: handling times, then those of holders. */
export const firstBucket = 128;
export const spreads: readonly string[] = [...measures, ...holderRoles];

/** A share is one thing counted on one day, as a number that sorts by day. */
export const sharesPerDay = 2048;

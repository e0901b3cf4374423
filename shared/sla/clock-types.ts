import type { Day, Instant } from './instant';

export const clockKinds = [
  'dispatch',
  'accept',
  'contact',
  'resolve',
  'assist',
  'arbitrate',
  'follow-up',
  'unit-callback',
  'district-callback',
  'supervise-due',
  'rectify',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How long a clock runs (spec 3); `on-day` ends at closing time of that day, `instant` just there. */
export type Limit =
  | { kind: 'same-day' }
  | { kind: 'working-days'; days: number }
  | { kind: 'on-day'; day: Day }
  | { kind: 'instant'; at: Instant };

import type { Day } from '../sla/instant';
import type { ReportKind } from './period';

/** A count, and what it is a share of (null: a plain count). */
export type Counted = [count: number, of: number | null];

export interface FrozenGroup {
  key: string | null;
  name: string;
  counts: Record<string, Counted>;
}
/** Minutes. */
interface Spread {
  median: number | null;
  p90: number | null;
}
export interface FrozenWhole {
  figures: { id: string; title: string; formula: string; count: number; of: number | null }[];
  satisfaction: { average: number | null; levels: number[] };
  handling: { n: number; work: Spread; natural: Spread; first: Spread };
}

/** All figures of one period as they stood when they were frozen (spec 7): the same snapshot gives the same report. */
export interface ReportFigures {
  version: 1;
  kind: ReportKind;
  from: Day;
  to: Day;
  /** ISO 8601: until when events are in. */
  asOf: string;
  whole: FrozenWhole;
  before: FrozenWhole;
  /** Orders of which a contact, resolve or rectify clock is red at that moment. */
  overdueNow: number;
  /** By day for a week or month, by month for a year. */
  trend: FrozenGroup[];
  units: FrozenGroup[];
  matters: FrozenGroup[];
  causes: FrozenGroup[];
  channels: FrozenGroup[];
  stages: FrozenGroup[];
  towns: FrozenGroup[];
  /** Findings of callbacks and bulletins of the period, counted from the ledger. */
  supervision: { supervised: number; named: number; excused: number; escalated: number };
  bulletins: { day: Day; title: string; units: string[] }[];
}

const none: Counted = [0, null];
export const countedIn = (whole: FrozenWhole, id: string): Counted => {
  const found = whole.figures.find((each) => each.id === id);
  return found ? [found.count, found.of] : none;
};
export const countedOf = (group: FrozenGroup, id: string): Counted => group.counts[id] ?? none;

/** A share in percent with one decimal, or null where there is nothing to count. */
export const shareOf = ([count, of]: Counted): number | null =>
  of === null || of === 0 ? null : Math.round((count / of) * 1000) / 10;
/** "93.8%", "100%", or a dash where there is nothing to count. */
export const percent = (counted: Counted): string => {
  const share = shareOf(counted);
  return share === null ? '—' : `${share === 100 ? 100 : share.toFixed(1)}%`;
};

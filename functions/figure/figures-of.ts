import { sharesPerDay } from '../../shared/figure/counter';
import { type FigureEvent, foldOrder } from '../../shared/figure/fold';
import {
  dayOfNumber,
  type FigureClock,
  type FigureHold,
  type HandlingMinutes,
  sharesOf,
} from '../../shared/figure/share';
import { workingMinutesBetween } from '../../shared/sla/between';
import type { Calendar } from '../../shared/sla/calendar';
import { type Instant, minuteMs } from '../../shared/sla/instant';
import type { figureShare, orderFigure, returnFigure, roundFigure } from '../db/schema';

/** What figures take from an order's row: nothing of it is personal. */
export interface FigureOrder {
  id: string;
  channel: string;
  reporterKind: string;
  leadUnitId: string | null;
  dispatchedUnitId: string | null;
  matterId: string | null;
  stage: string;
  town: string | null;
  complexity: string | null;
  cause: string | null;
}
export type ShareRow = typeof figureShare.$inferSelect;

export interface Figures {
  figures: typeof orderFigure.$inferInsert;
  rounds: (typeof roundFigure.$inferInsert)[];
  returns: (typeof returnFigure.$inferInsert)[];
  shares: ShareRow[];
}

/** Year × 12 + month of a day number. */
export function monthOf(dayNumber: number): number {
  const [year = 0, month = 0] = dayOfNumber(dayNumber).split('-').map(Number);
  return year * 12 + month - 1;
}

function minutesOf(
  acceptedAt: Instant | null,
  first: Instant | null,
  last: Instant | null,
  calendar: Calendar,
): HandlingMinutes {
  const work = (until: Instant | null) =>
    acceptedAt === null || until === null ? null : workingMinutesBetween(acceptedAt, until, calendar);
  const natural = (until: Instant | null) =>
    acceptedAt === null || until === null ? null : Math.floor((until - acceptedAt) / minuteMs);
  return {
    work: work(last),
    natural: natural(last),
    first_work: last === first ? work(last) : work(first),
    first_natural: natural(first),
  };
}

function byMonth(shares: readonly number[]): Map<number, number[]> {
  const months = new Map<number, number[]>();
  for (const share of shares) {
    const month = monthOf(Math.floor(share / sharesPerDay));
    const there = months.get(month);
    if (there) there.push(share);
    else months.set(month, [share]);
  }
  return months;
}

/** How the order lay with one holder after another, without the office minutes of each. */
export type FigureHolds = readonly {
  role: FigureHold['role'];
  unitId: string;
  fromAt: Instant;
  toAt: Instant | null;
}[];

/** An order's figures, rounds, returns and shares from its row, its whole ledger, clocks and custody (spec 7). */
export function figuresOf(
  order: FigureOrder,
  events: readonly FigureEvent[],
  clocks: readonly FigureClock[],
  custody: FigureHolds,
  calendar: Calendar,
): Figures {
  const folded = foldOrder(events);
  const { rounds, returns, refusedAt: _refusedAt, ...counts } = folded;
  const minutes = minutesOf(counts.acceptedAt, counts.firstResolvedAt, counts.lastResolvedAt, calendar);
  const { matterId, channel, town, stage, reporterKind, complexity, cause } = order;
  const dimensions = { matterId, channel, town, stage, reporterKind, complexity, cause };
  const unitId = order.leadUnitId ?? order.dispatchedUnitId;
  const holds = custody.map(({ fromAt, ...hold }) => ({
    ...hold,
    minutes: hold.toAt === null ? null : workingMinutesBetween(fromAt, hold.toAt, calendar),
  }));
  const shares = [...sharesOf(folded, unitId, clocks, minutes, holds)].flatMap(([holder, all]) =>
    [...byMonth(all)].map(([month, part]) => ({
      orderId: order.id,
      month,
      unitId: holder,
      ...dimensions,
      shares: part,
    })),
  );
  return {
    figures: {
      orderId: order.id,
      ...counts,
      ...dimensions,
      unitId,
      workMinutes: minutes.work,
      firstWorkMinutes: minutes.first_work,
      naturalMinutes: minutes.natural,
      firstNaturalMinutes: minutes.first_natural,
      unitCalled: rounds.some((round) => round.unitCallback),
      districtCalled: rounds.some((round) => round.districtCallback),
    },
    rounds: rounds.map((round) => ({ orderId: order.id, ...round })),
    returns: returns.map(({ at, from, to }, nth) => ({
      orderId: order.id,
      nth,
      at,
      fromUnitId: from,
      toUnitId: to,
    })),
    shares,
  };
}

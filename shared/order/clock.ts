import type { ClockKind, Limit } from '../sla/clock-types';
import { limitOf } from '../sla/clocks';
import { due } from '../sla/due';
import { dayOf, type Instant, instantAt } from '../sla/instant';
import type { Env } from './command/rule';
import type { Clock, OrderFacts } from './facts';

interface Start {
  holderUnitId: string | null;
  limit?: Limit;
  assistId?: string;
}

/** Starts a clock now; its closing time is that of its holder at this instant (spec 3). */
export function startClock(facts: OrderFacts, kind: ClockKind, start: Start, env: Env): OrderFacts {
  const limit = start.limit ?? limitOf(kind, facts.complexity, env.settings);
  const closing = env.units.closingOf(start.holderUnitId);
  const { dueAt, provisional } = due(env.now, limit, env.calendar, closing);
  const clock: Clock = {
    id: env.newId(),
    kind,
    holderUnitId: start.holderUnitId,
    assistId: start.assistId ?? null,
    round: facts.round,
    startedAt: env.now,
    limit,
    closing,
    dueAt,
    originalDueAt: dueAt,
    provisional,
    endedAt: null,
    outcome: null,
    lateByMs: 0,
  };
  return { ...facts, clocks: [...facts.clocks, clock] };
}

export const runningClock = (facts: OrderFacts, kind: ClockKind, assistId: string | null = null) =>
  facts.clocks.find(
    (clock) => clock.kind === kind && clock.assistId === assistId && clock.endedAt === null,
  ) ?? null;

/** The clock whose due is "the order's due": `rectify` while it runs, else `resolve`. */
export const orderClock = (facts: OrderFacts) =>
  runningClock(facts, 'rectify') ?? runningClock(facts, 'resolve');

function change(
  facts: OrderFacts,
  wanted: (clock: Clock) => boolean,
  edit: (clock: Clock) => Clock,
): OrderFacts {
  const clocks = facts.clocks.map((clock) => (clock.endedAt === null && wanted(clock) ? edit(clock) : clock));
  return { ...facts, clocks };
}

const lateBy = (clock: Clock, now: Instant) => Math.max(0, now - clock.dueAt);

/** Ends running clocks of these kinds as met or late. */
export const endClocks = (
  facts: OrderFacts,
  kinds: ClockKind[],
  now: Instant,
  assistId?: string,
): OrderFacts =>
  change(
    facts,
    (clock) => kinds.includes(clock.kind) && (assistId === undefined || clock.assistId === assistId),
    (clock) => ({
      ...clock,
      endedAt: now,
      outcome: now > clock.dueAt ? 'late' : 'met',
      lateByMs: lateBy(clock, now),
    }),
  );

/** Voids running clocks; one voided after its due keeps "late by" as a fact of its holder. */
export const voidClocks = (
  facts: OrderFacts,
  kinds: ClockKind[] | 'all',
  now: Instant,
  assistId?: string,
): OrderFacts =>
  change(
    facts,
    (clock) =>
      (kinds === 'all' || kinds.includes(clock.kind)) &&
      (assistId === undefined || clock.assistId === assistId),
    (clock) => ({ ...clock, endedAt: now, outcome: 'void', lateByMs: lateBy(clock, now) }),
  );

/** Moves the due of one running clock; `original` says that what it is counted against moves too. */
export const moveDue = (facts: OrderFacts, clockId: string, dueAt: Instant, original: boolean): OrderFacts =>
  change(
    facts,
    (clock) => clock.id === clockId,
    (clock) => ({ ...clock, dueAt, originalDueAt: original ? dueAt : clock.originalDueAt }),
  );

/**
 * When the order's due moved earlier, open assists may not end after it; where it is past already, not after closing
 * time of the next working day (spec 2).
 */
export function pullAssists(facts: OrderFacts, env: Pick<Env, 'now' | 'calendar'>): OrderFacts {
  const order = orderClock(facts);
  if (!order) return facts;
  const next = env.calendar.addWorkingDays(dayOf(env.now), 1);
  const latest = ({ closing }: Clock) => (order.dueAt > env.now ? order.dueAt : instantAt(next, closing));
  return change(
    facts,
    (clock) => clock.kind === 'assist' && clock.dueAt > latest(clock),
    (clock) => ({ ...clock, dueAt: latest(clock) }),
  );
}

/** Clocks of the lead go with the lead; what was late stays with the custody of the one before. */
export const handClocksTo = (facts: OrderFacts, unitId: string): OrderFacts =>
  change(
    facts,
    (clock) => ['contact', 'resolve', 'rectify', 'follow-up'].includes(clock.kind),
    (clock) => ({ ...clock, holderUnitId: unitId }),
  );

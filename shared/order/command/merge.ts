import { startClock, voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endHolds, holdBy } from '../custody';
import type { Clock, OrderFacts } from '../facts';
import { isDispatcher, isLeadOfficer, isSystem } from '../permission';
import { endAssist, followDue } from './assist';
import {
  type Change,
  demand,
  type Env,
  type EventDraft,
  event,
  moved,
  openAssists,
  type Rule,
  toHandler,
  toReporter,
  workingUnit,
} from './rule';

const leadsBoth = (one: OrderFacts, other: OrderFacts, env: Env) =>
  isLeadOfficer(one, env) && one.lead === other.lead;
const units = (facts: OrderFacts) =>
  [workingUnit(facts) ?? facts.dispatchedTo].filter((id): id is string => id !== null);
const running = (facts: OrderFacts) =>
  facts.clocks.filter((clock) => clock.endedAt === null && clock.assistId === null);

/** 并案, seen from the order that goes under; the other half is `takeUnder`. */
export const merge: Rule<CommandInput<'merge'> & { primary?: OrderFacts }> = {
  may: (facts, env) => isDispatcher(env.actor) || isLeadOfficer(facts, env),
  guard: (facts) => demand(facts.mergedIds.length === 0, 'merge.is-primary'),
  run(facts, input, env) {
    const { primary } = input;
    demand(primary !== undefined, 'merge.primary-not-found', { path: 'primaryNumber' }, 422);
    demand(primary.id !== facts.id, 'merge.itself', { path: 'primaryNumber' }, 422);
    const open = ['submitted', 'dispatched', 'handling', 'rectifying'].includes(primary.state);
    demand(open, 'merge.primary-not-open', { path: 'primaryNumber' }, 422);
    demand(isDispatcher(env.actor) || leadsBoth(facts, primary, env), 'merge.not-yours', {}, 403);
    const freed = openAssists(facts).reduce((so, each) => endAssist(so, each.id, 'dropped', env.now), facts);
    const under: OrderFacts = {
      ...moved(voidClocks(freed, 'all', env.now), 'merge'),
      stateBeforeMerge: facts.state,
      primaryId: primary.id,
      mergedAt: env.now,
    };
    return {
      facts: endHolds(under, env.now),
      events: [
        event(
          'order.merged',
          { primaryId: primary.id, primaryNumber: primary.number },
          { reason: input.reason },
        ),
      ],
      notices: [
        toReporter('merged', {}),
        ...openAssists(facts).map(({ unitId }) => toHandler(unitId, 'assist-dropped', { unitId })),
        ...units(facts).map((unitId) => toHandler(unitId, 'merged', { unitId })),
      ],
    };
  },
};

/** The primary takes the earlier due of each running clock (spec 2). */
export function takeUnder(
  primary: OrderFacts,
  merged: OrderFacts,
  env: Pick<Env, 'now' | 'calendar'>,
): Change {
  const pull = (clock: Clock) => {
    const twin = running(merged).find((other) => other.kind === clock.kind);
    return clock.endedAt === null && clock.assistId === null && twin && twin.dueAt < clock.dueAt
      ? twin.dueAt
      : clock.dueAt;
  };
  const pulled = { ...primary, clocks: primary.clocks.map((clock) => ({ ...clock, dueAt: pull(clock) })) };
  const followed = followDue(primary, pulled, 'merge', env);
  const moves = primary.clocks
    .map((clock, at) => ({
      orderId: merged.id,
      clockId: clock.id,
      kind: clock.kind,
      from: clock.dueAt,
      to: followed.facts.clocks[at]?.dueAt ?? clock.dueAt,
    }))
    .filter((move) => move.to !== move.from);
  const facts: OrderFacts = {
    ...followed.facts,
    mergedIds: [...primary.mergedIds, merged.id],
    mergeMoves: [
      ...primary.mergeMoves,
      ...moves.map(({ orderId, clockId, from, to }) => ({ orderId, clockId, from, to })),
    ],
  };
  const dues = moves
    .filter(({ kind }) => kind !== 'assist')
    .map(({ kind, from, to }) => event('due.moved', { clock: kind, from, to, because: 'merge' }));
  return {
    facts,
    events: [
      event('order.took-under', { mergedId: merged.id, mergedNumber: merged.number }, {}, { internal: true }),
      ...dues,
      ...followed.events,
    ],
    notices: units(primary).map((unitId) => toHandler(unitId, 'merged', { unitId })),
  };
}

/** 撤销并案: state and original dues come back; the other half is `letGo`. */
export const unmerge: Rule<CommandInput<'unmerge'>> = {
  may: (facts, env) => isSystem(env.actor) || isDispatcher(env.actor) || isLeadOfficer(facts, env),
  guard: (facts) => demand(facts.round === 0, 'unmerge.already-resolved'),
  run(facts, input, env) {
    const before = facts.stateBeforeMerge;
    demand(before !== null, 'unmerge.not-merged');
    const at = facts.mergedAt;
    const clocks = facts.clocks.map((clock) =>
      clock.outcome === 'void' && clock.endedAt === at && clock.assistId === null
        ? { ...clock, endedAt: null, outcome: null, lateByMs: 0 }
        : clock,
    );
    const back: OrderFacts = {
      ...moved(facts, 'unmerge', before),
      clocks,
      stateBeforeMerge: null,
      primaryId: null,
      mergedAt: null,
    };
    const holder = workingUnit(back) ?? back.dispatchedTo;
    const held = holder
      ? holdBy(back, back.delegates.length > 0 ? 'delegate' : 'unit', holder, env.now)
      : holdBy(back, 'dispatcher', env.units.districtCentre, env.now);
    return {
      facts: held,
      events: [event('order.unmerged', { primaryId: facts.primaryId }, { reason: input.reason })],
      notices: [
        toReporter('unmerged', {}),
        ...units(back).map((unitId) => toHandler(unitId, 'unmerged', { unitId })),
      ],
    };
  },
};

/** The primary lets one go; dues that this merge alone had brought forward go back. */
export function letGo(primary: OrderFacts, mergedId: string): Change {
  const mine = primary.mergeMoves.filter((move) => move.orderId === mergedId);
  const undo = (clock: Clock) =>
    mine.find((move) => move.clockId === clock.id && move.to === clock.dueAt && clock.endedAt === null);
  const facts: OrderFacts = {
    ...primary,
    mergedIds: primary.mergedIds.filter((id) => id !== mergedId),
    mergeMoves: primary.mergeMoves.filter((move) => move.orderId !== mergedId),
    clocks: primary.clocks.map((clock) => ({ ...clock, dueAt: undo(clock)?.from ?? clock.dueAt })),
  };
  const moves = primary.clocks.flatMap((clock) => {
    const move = undo(clock);
    return move
      ? [event('due.moved', { clock: clock.kind, from: move.to, to: move.from, because: 'unmerge' })]
      : [];
  });
  return {
    facts,
    events: [event('order.let-go', { mergedId }, {}, { internal: true }), ...moves],
    notices: units(primary).map((unitId) => toHandler(unitId, 'unmerged', { unitId })),
  };
}

/** What of the primary's reply a merged reporter reads: the answer, never files or what is for the unit alone. */
const replyWords = ['found', 'done', 'rule', 'next', 'basis'] as const;

/**
 * When the primary resolves: the merged reporter gets the reply (`resolved` is the primary's own event), one unit
 * callback and an own evaluation.
 */
export function shareResolution(
  merged: OrderFacts,
  primary: OrderFacts,
  env: Env,
  resolved: Pick<EventDraft, 'words'> = { words: {} },
): Change {
  const ended = voidClocks(merged, ['unit-callback'], env.now);
  const round: OrderFacts = {
    ...ended,
    lead: primary.lead,
    round: merged.round + 1,
    resolvedAt: primary.resolvedAt,
    firstResolvedAt: merged.firstResolvedAt ?? primary.resolvedAt,
    resolvedBy: primary.resolvedBy,
    result: primary.result,
    evaluation: null,
    unitCallback: null,
    unitCallbackTries: [],
    negativeAt: null,
    closedAt: null,
  };
  const data = {
    primaryNumber: primary.number,
    round: round.round,
    result: primary.result,
    unitId: primary.lead,
  };
  const words = Object.fromEntries(replyWords.map((name) => [name, resolved.words[name]]));
  return {
    facts: startClock(round, 'unit-callback', { holderUnitId: primary.lead }, env),
    events: [event('order.resolved-with-primary', data, words)],
    notices: [toReporter('resolved', { unitId: primary.lead, round: round.round })],
  };
}

/** When the primary closes: evaluation stays open for 15 natural days, the callback clock ends. */
export function shareClosing(merged: OrderFacts, primary: OrderFacts, env: Env): Change {
  const ended = voidClocks({ ...merged, closedAt: primary.closedAt }, 'all', env.now);
  return {
    facts: ended,
    events: [event('order.closed-with-primary', { primaryNumber: primary.number })],
    notices: [toReporter('closed', {})],
  };
}

/** Any "not solved" of a merged reporter counts for the primary (spec 2). */
export const countForPrimary = (primary: OrderFacts, at: number): Change => ({
  facts: { ...primary, negativeAt: at },
  events: [event('order.merged-answer-negative', {}, {}, { internal: true })],
  notices: [],
});

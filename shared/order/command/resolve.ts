import { endClocks, runningClock, startClock, voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endHolds } from '../custody';
import type { OrderFacts } from '../facts';
import { isWorking } from '../permission';
import type { Cause, Result } from '../vocabulary';
import { withContact } from './contact';
import {
  demand,
  type Env,
  event,
  moved,
  type NoticeDraft,
  openAssists,
  type Rule,
  toReporter,
  toRole,
  toUnitLead,
  workingUnit,
} from './rule';

/** An extension that was only asked for is void where nothing is left to extend (spec 2). */
export const withoutAsked = (facts: OrderFacts): OrderFacts => ({
  ...facts,
  extensions: facts.extensions.map((each) =>
    each.state === 'asked' ? { ...each, state: 'void' as const } : each,
  ),
});

/** Each `resolve` begins a round: answers, callbacks and their clocks belong to it (spec 2). */
export function beginRound(facts: OrderFacts, result: Result, env: Env): OrderFacts {
  const ended = endClocks(facts, ['resolve', 'rectify', 'contact', 'follow-up'], env.now);
  const round: OrderFacts = {
    ...withoutAsked(ended),
    round: facts.round + 1,
    complexity: facts.complexity ?? 'ordinary',
    classSetBy: facts.classSetBy ?? 'system',
    followUpDay: null,
    escalatedAt: null,
    resolvedAt: env.now,
    firstResolvedAt: facts.firstResolvedAt ?? env.now,
    resolvedBy: env.actor.kind === 'staff' ? env.actor.id : null,
    result,
    evaluation: null,
    unitCallback: null,
    unitCallbackTries: [],
    districtCallback: null,
    districtCallbackTries: [],
    negativeAt: null,
    unsolvedUnanswered: false,
    withoutEvaluation: false,
  };
  const called = startClock(round, 'unit-callback', { holderUnitId: facts.lead }, env);
  const watched = facts.lead === env.units.districtCentre ? null : env.units.districtCentre;
  return endHolds(startClock(called, 'district-callback', { holderUnitId: watched }, env), env.now);
}

/** Who pressed for it hears that an order was put right: the unit's head, supervisor and inspection (spec 5). */
const rectified = (facts: OrderFacts): NoticeDraft[] =>
  runningClock(facts, 'rectify') === null
    ? []
    : [
        toUnitLead(facts.lead ?? '', 'rectified', { unitId: facts.lead }),
        toRole('supervisor', 'rectified', { unitId: facts.lead }),
        toRole('inspector', 'rectified', { unitId: facts.lead }),
      ];

/** 办结: needs the contact met (or notes it in the same step) and no open assist (spec 2). */
export const resolve: Rule<CommandInput<'resolve'>> = {
  may: isWorking,
  guard: (facts) => demand(openAssists(facts).length === 0, 'order.assists-open'),
  run(facts, input, env) {
    const unitId = workingUnit(facts);
    demand(unitId !== null, 'order.no-lead');
    const noted = input.contact
      ? withContact(facts, { at: env.now, reached: true, means: input.contact.means, unitId }, env.now)
      : facts;
    demand(noted.contactMet, 'order.contact-first', { path: 'contact' }, 422);
    demand(
      input.result !== 'explained' || Boolean(input.basis),
      'resolve.basis-needed',
      { path: 'basis' },
      422,
    );
    const round = beginRound(moved(noted, 'resolve'), input.result, env);
    const data: { round: number; result: Result; cause: Cause; unitId: string } = {
      round: round.round,
      result: input.result,
      cause: input.cause,
      unitId,
    };
    const { found, done, rule, next, basis, measure } = input;
    const contacted = event(
      'order.contacted',
      { result: 'reached', means: input.contact?.means, unitId, met: true },
      { note: input.contact?.note },
    );
    return {
      facts: round,
      events: [
        ...(input.contact ? [contacted] : []),
        event('order.resolved', data, { found, done, rule, next, basis, measure }, { files: input.files }),
      ],
      notices: [
        toReporter('resolved', { unitId, round: round.round }),
        toRole('dispatcher', 'resolved', { unitId }),
        ...rectified(facts),
      ],
    };
  },
};

/** 督办整改: back to the lead, on the `rectify` clock; both callback clocks are void (spec 2, 3). */
export function rectifying(facts: OrderFacts, days: number, env: Env): OrderFacts {
  const freed = voidClocks(facts, ['unit-callback', 'district-callback', 'rectify'], env.now);
  const limit = { kind: 'working-days' as const, days };
  return startClock(freed, 'rectify', { holderUnitId: facts.lead, limit }, env);
}

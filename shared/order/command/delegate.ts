import type { CommandInput } from '../contract/command-input';
import { holdBy } from '../custody';
import type { OrderFacts } from '../facts';
import { isDispatchedTo, isLead, worksIn } from '../permission';
import { accepted } from './dispatch';
import { demand, type Env, event, moved, type Rule, toHandler, toReporter, workingUnit } from './rule';

const isWorker = (facts: OrderFacts, env: Env) => worksIn(env.actor, workingUnit(facts), env.units);

/** 向下派单: the work goes to a unit below, clocks do not move, the lead keeps answering for it (spec 2). */
export const delegate: Rule<CommandInput<'delegate'>> = {
  may: (facts, env) => (facts.state === 'dispatched' ? isDispatchedTo(facts, env) : isWorker(facts, env)),
  guard(facts, env) {
    const from = facts.state === 'dispatched' ? facts.dispatchedTo : workingUnit(facts);
    demand(from !== null && env.units.hasUsableBelow(from), 'delegate.nobody-below');
  },
  run(facts, input, env) {
    const direct = facts.state === 'dispatched';
    const from = direct ? facts.dispatchedTo : workingUnit(facts);
    demand(from !== null, 'order.no-lead');
    demand(env.units.isBelow(input.unitId, from), 'delegate.not-below', { path: 'unitId' }, 422);
    demand(env.units.isUsable(input.unitId), 'unit.not-usable', { path: 'unitId' }, 422);
    const taken = direct ? accepted(moved(facts, 'delegate'), from, env) : moved(facts, 'delegate');
    const given = { ...taken, delegates: [...taken.delegates, input.unitId] };
    const acceptance = direct ? [event('order.accepted', { unitId: from })] : [];
    return {
      facts: holdBy(given, 'delegate', input.unitId, env.now),
      events: [
        ...acceptance,
        event('order.delegated', { from, unitId: input.unitId }, { request: input.request }),
      ],
      notices: [
        toHandler(input.unitId, 'delegated', { unitId: input.unitId }),
        toReporter(direct ? 'accepted' : 'delegated', { unitId: input.unitId }),
      ],
    };
  },
};

function takeBack(facts: OrderFacts, delegates: string[], now: number): OrderFacts {
  const holder = delegates.at(-1) ?? facts.lead ?? '';
  return holdBy({ ...facts, delegates }, delegates.length > 0 ? 'delegate' : 'unit', holder, now);
}

/** The delegate gives the work back to the unit above. */
export const delegateReturn: Rule<CommandInput<'delegate-return'>> = {
  may: (facts, env) => facts.delegates.length > 0 && isWorker(facts, env),
  run(facts, input, env) {
    const from = workingUnit(facts);
    demand(from !== null && facts.delegates.length > 0, 'delegate.none');
    const above = facts.delegates.at(-2) ?? facts.lead ?? '';
    return {
      facts: takeBack(moved(facts, 'delegate-return'), facts.delegates.slice(0, -1), env.now),
      events: [event('delegation.returned', { from, unitId: above }, { reason: input.reason })],
      notices: [toHandler(above, 'delegate-returned', { unitId: from })],
    };
  },
};

/** The lead takes the work back from whoever has it below. */
export const recall: Rule<CommandInput<'recall'>> = {
  may: isLead,
  guard: (facts) => demand(facts.delegates.length > 0, 'delegate.none'),
  run(facts, input, env) {
    const from = workingUnit(facts) ?? '';
    return {
      facts: takeBack(moved(facts, 'recall'), [], env.now),
      events: [event('delegation.recalled', { from, unitId: facts.lead }, { reason: input.reason })],
      notices: facts.delegates.map((unitId) => toHandler(unitId, 'recalled', { unitId })),
    };
  },
};

import { endClocks, handClocksTo, voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endHolds, holdBy } from '../custody';
import type { OrderFacts } from '../facts';
import { isDispatcher, isLead, isSupervisor } from '../permission';
import { endAssist, followDue, openAssist } from './assist';
import { rectifying } from './resolve';
import {
  type Change,
  demand,
  type Env,
  event,
  moved,
  openAssists,
  type Rule,
  toHandler,
  toReporter,
  toRole,
  toUnitLead,
} from './rule';

const openFinding = (facts: OrderFacts) =>
  facts.findings.some((finding) => finding.round === facts.round && !finding.supervised);

/** Back into the lead's hands after a supervision or a reopening. */
function backToLead(facts: OrderFacts, days: number, env: Env): OrderFacts {
  const started = rectifying(
    { ...facts, delegates: facts.state === 'handling' ? facts.delegates : [] },
    days,
    env,
  );
  return facts.state === 'handling' ? started : holdBy(started, 'unit', facts.lead ?? '', env.now);
}

/** 督办/再督办: a demand with its own deadline, to the unit's head (spec 2). */
export const supervise: Rule<CommandInput<'supervise'>> = {
  may: (facts, env) => isSupervisor(env.actor) || (isDispatcher(env.actor) && !openFinding(facts)),
  run(facts, input, env) {
    demand(facts.lead !== null, 'order.no-lead');
    const next = backToLead(moved(facts, 'supervise'), input.days, env);
    const followed = followDue(facts, next, 'supervise', env);
    const settled = endClocks(followed.facts, ['supervise-due'], env.now);
    const findings = facts.findings.map((each) =>
      each.round === facts.round ? { ...each, supervised: true } : each,
    );
    const supervised = { ...settled, findings, unsolvedUnanswered: false, supervised: facts.supervised + 1 };
    const words = { reason: input.reason, demand: input.demand };
    return {
      facts: supervised,
      events: [
        event('order.supervised', { unitId: facts.lead, days: input.days, round: facts.round }, words),
        ...followed.events,
      ],
      notices: [
        toUnitLead(facts.lead, 'supervised', { days: input.days }),
        toHandler(facts.lead, 'supervised', { days: input.days }),
        toReporter('supervised', {}),
        toRole('supervisor', 'supervised', { unitId: facts.lead }),
        toRole('inspector', 'supervised', { unitId: facts.lead }),
      ],
    };
  },
};

/** The supervisor takes a finding off the bulletin list, with a reason. */
export const excuse: Rule<CommandInput<'excuse'>> = {
  may: (_facts, env) => isSupervisor(env.actor),
  guard: (facts) =>
    demand(
      facts.findings.some((each) => each.bulletin === 'due'),
      'finding.none-due',
    ),
  run: (facts, input) => ({
    facts: {
      ...facts,
      findings: facts.findings.map((each) =>
        each.bulletin === 'due' ? { ...each, bulletin: 'excused' as const } : each,
      ),
    },
    events: [event('finding.excused', {}, { reason: input.reason }, { internal: true })],
    notices: [],
  }),
};

/** The lead after its own callback found it unsolved; the district centre or supervisor after closing (spec 2). */
export const reopen: Rule<CommandInput<'reopen'>> = {
  may: (facts, env) =>
    facts.state === 'closed' ? isDispatcher(env.actor) || isSupervisor(env.actor) : isLead(facts, env),
  guard(facts) {
    const unsolved = facts.unitCallback?.result === 'unsolved' || facts.unsolvedUnanswered;
    demand(facts.state !== 'resolved' || unsolved, 'reopen.only-unsolved', {}, 403);
    demand(!openFinding(facts), 'order.finding-open');
  },
  run(facts, input, env) {
    demand(facts.lead !== null, 'order.no-lead');
    const next = backToLead({ ...moved(facts, 'reopen'), closedAt: null }, input.days, env);
    return {
      facts: { ...next, unsolvedUnanswered: false, reopened: facts.reopened + 1 },
      events: [
        event(
          'order.reopened',
          { from: facts.state, days: input.days, round: facts.round },
          { reason: input.reason },
        ),
      ],
      notices: [
        toReporter('reopened', {}),
        toHandler(facts.lead, 'reopened', {}),
        toUnitLead(facts.lead, 'reopened', {}),
      ],
    };
  },
};

/** Ends the order for good: every clock still running is void. */
export function closed(facts: OrderFacts, env: Env): OrderFacts {
  const ended = voidClocks({ ...moved(facts, 'close'), closedAt: env.now }, 'all', env.now);
  return endHolds(ended, env.now);
}

/** By hand: never over an open finding; after a bad answer only on a later `confirmed` (spec 2). */
export const close: Rule<CommandInput<'close'>> = {
  may: (_facts, env) => isDispatcher(env.actor),
  guard(facts) {
    demand(!openFinding(facts), 'order.finding-open');
    demand(!facts.unsolvedUnanswered, 'order.unsolved-unanswered');
    const district = facts.districtCallback;
    demand(facts.unitCallback !== null || district !== null, 'close.callback-first');
    const confirmed = district?.result === 'confirmed' && district.at > (facts.negativeAt ?? 0);
    demand(facts.negativeAt === null || confirmed, 'close.confirm-first');
  },
  run: (facts, input, env) => ({
    facts: closed(facts, env),
    events: [event('order.closed', { byHand: true, round: facts.round }, { reason: input.reason })],
    notices: [toReporter('closed', {})],
  }),
};

export const escalate: Rule<CommandInput<'escalate'>> = {
  may: (facts, env) => isLead(facts, env) || isDispatcher(env.actor),
  guard: (facts) => demand(facts.escalatedAt === null, 'order.escalated-already'),
  run: (facts, input, env) => ({
    facts: { ...moved(facts, 'escalate'), escalatedAt: env.now },
    events: [event('order.escalated', { unitId: facts.lead }, { reason: input.reason })],
    notices: [toRole('supervisor', 'escalated', { unitId: facts.lead })],
  }),
};

/** Cross-department cases: the decision, and assisting units with binding dues (spec 2). */
export const coordinate: Rule<CommandInput<'coordinate'>> = {
  may: (_facts, env) => isSupervisor(env.actor),
  run(facts, input, env) {
    const start: Pick<Change, 'facts' | 'events'> = {
      facts: { ...moved(facts, 'coordinate'), escalatedAt: null },
      events: [event('order.coordinated', {}, { decision: input.decision })],
    };
    const opened = input.assists.reduce<typeof start>((so, ask) => {
      const { facts: next, assist } = openAssist(so.facts, { ...ask, binding: true }, env);
      const data = { assistId: assist.id, unitId: ask.unitId, dueOn: ask.dueOn, binding: true };
      return { facts: next, events: [...so.events, event('assist.asked', data, { request: ask.request })] };
    }, start);
    const asked = input.assists.flatMap(({ unitId, dueOn }) => [
      toHandler(unitId, 'assist-asked', { unitId, dueOn }),
      toReporter('assisted', { unitId }),
    ]);
    return { ...opened, notices: [toHandler(facts.lead ?? '', 'coordinated', {}), ...asked] };
  },
};

/** The only way to change the lead; clocks run on (spec 2). */
export const transfer: Rule<CommandInput<'transfer'>> = {
  may: (_facts, env) => isSupervisor(env.actor),
  run(facts, input, env) {
    const former = facts.lead;
    demand(former !== null, 'order.no-lead');
    demand(input.unitId !== former, 'order.already-there', { path: 'unitId' }, 422);
    demand(env.units.isUsable(input.unitId), 'unit.not-usable', { path: 'unitId' }, 422);
    const own = openAssists(facts).filter((each) => each.unitId === input.unitId);
    const freed = own.reduce(
      (so, each) => endAssist(so, each.id, 'released', env.now),
      moved(facts, 'transfer'),
    );
    const handed = {
      ...handClocksTo(freed, input.unitId),
      lead: input.unitId,
      dispatchedTo: input.unitId,
      delegates: [],
      escalatedAt: null,
    };
    return {
      facts: holdBy(handed, 'unit', input.unitId, env.now),
      events: [event('order.transferred', { from: former, unitId: input.unitId }, { reason: input.reason })],
      notices: [
        toReporter('transferred', { unitId: input.unitId }),
        toHandler(input.unitId, 'transferred', { unitId: input.unitId }),
        toHandler(former, 'transferred', { unitId: input.unitId }),
      ],
    };
  },
};

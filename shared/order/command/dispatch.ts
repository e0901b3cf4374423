import { endClocks, startClock, voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endHolds, holdBy } from '../custody';
import type { OrderFacts } from '../facts';
import { hasRoleIn, isDispatchedTo, isDispatcher, isReporter, isSupervisor, isSystem } from '../permission';
import {
  type Change,
  demand,
  type Env,
  event,
  moved,
  type Rule,
  toHandler,
  toReporter,
  toRole,
} from './rule';

export interface DispatchInput {
  unitId: string;
  reason: string;
  /** The rule of spec 2 that decided; null for a person. */
  rule?: number | null;
}

/** Puts the order into the dispatcher's queue: a person must decide within the dispatch clock. */
export function toDispatcher(facts: OrderFacts, env: Env): OrderFacts {
  const waiting = { ...facts, dispatchedTo: null, binding: false };
  const clocked = startClock(waiting, 'dispatch', { holderUnitId: env.units.districtCentre }, env);
  return holdBy(clocked, 'dispatcher', env.units.districtCentre, env.now);
}

/** 派单: to a unit, by rule or by hand; history of an earlier dispatch is kept (spec 2). */
export const dispatch: Rule<DispatchInput> = {
  may: (facts, env) =>
    isSystem(env.actor) ||
    (facts.state === 'dispatched' && facts.binding ? isSupervisor(env.actor) : isDispatcher(env.actor)),
  run(facts, input, env): Change {
    demand(env.units.isUsable(input.unitId), 'unit.not-usable', { path: 'unitId' }, 422);
    demand(input.unitId !== facts.dispatchedTo, 'order.already-there', { path: 'unitId' }, 422);
    const former = facts.dispatchedTo;
    const byRule = isSystem(env.actor);
    const ended = voidClocks(endClocks(facts, ['dispatch'], env.now), ['accept'], env.now);
    const sent = {
      ...moved(ended, 'dispatch'),
      dispatchedTo: input.unitId,
      binding: facts.returns >= 2 || (facts.binding && former !== null),
    };
    const clocked = startClock(sent, 'accept', { holderUnitId: input.unitId }, env);
    const data = {
      unitId: input.unitId,
      formerUnitId: former,
      rule: input.rule ?? null,
      binding: sent.binding,
      why: byRule ? input.reason : undefined,
    };
    return {
      facts: holdBy(clocked, 'unit', input.unitId, env.now),
      events: [
        event('order.dispatched', data, { reason: byRule ? undefined : input.reason }, { internal: false }),
      ],
      notices: [
        toReporter(former ? 're-dispatched' : 'dispatched', { unitId: input.unitId }),
        toHandler(input.unitId, 'dispatched', { unitId: input.unitId }),
      ],
    };
  },
};

/** 接单: the lead unit takes the order on, and the 1-3-5 clocks start (spec 3). */
export function accepted(facts: OrderFacts, unitId: string, env: Env): OrderFacts {
  const ended = endClocks(facts, ['accept'], env.now);
  const taken: OrderFacts = { ...ended, lead: facts.lead ?? unitId, acceptedAt: facts.acceptedAt ?? env.now };
  const contact = startClock(taken, 'contact', { holderUnitId: unitId }, env);
  return holdBy(startClock(contact, 'resolve', { holderUnitId: unitId }, env), 'unit', unitId, env.now);
}

export const accept: Rule<CommandInput<'accept'>> = {
  may: isDispatchedTo,
  run(facts, _input, env) {
    const unitId = facts.dispatchedTo;
    demand(unitId !== null, 'order.not-dispatched');
    return {
      facts: accepted(moved(facts, 'accept'), unitId, env),
      events: [event('order.accepted', { unitId })],
      notices: [toReporter('accepted', { unitId })],
    };
  },
};

/** 退单: "not ours", before accepting, at most twice in an order's life (spec 2). */
export const returnOrder: Rule<CommandInput<'return'>> = {
  may: isDispatchedTo,
  guard(facts) {
    demand(!facts.binding, 'order.binding-dispatch', {}, 403);
    demand(facts.returns < 2, 'order.returned-twice', {}, 403);
  },
  run(facts, input, env) {
    const unitId = facts.dispatchedTo;
    demand(unitId !== null, 'order.not-dispatched');
    const ended = endClocks(facts, ['accept'], env.now);
    const back = {
      ...moved(ended, 'return'),
      returns: facts.returns + 1,
      returnedBy: [...new Set([...facts.returnedBy, unitId])],
    };
    const data = { unitId, rightUnitId: input.rightUnitId ?? null, returns: back.returns };
    return {
      facts: toDispatcher(back, env),
      events: [event('order.returned', data, { reason: input.reason })],
      notices: [toRole('dispatcher', 'returned', { unitId })],
    };
  },
};

/** A clerk took it in; a report sent from a hall's QR code or terminal was registered by nobody. */
const isRegistered = ({ channel }: OrderFacts) => channel === 'window' || channel === 'phone';

/** 不予受理: out of scope, explained with its basis; after an appeal only with the supervisor's consent (spec 2). */
export const decline: Rule<CommandInput<'decline'>> = {
  may: (facts, env) =>
    isDispatcher(env.actor) ||
    (!facts.appealed &&
      (facts.state === 'dispatched'
        ? hasRoleIn(env.actor, facts.dispatchedTo, 'handler', 'unit-lead')
        : isRegistered(facts) && hasRoleIn(env.actor, facts.hallUnitId, 'clerk'))),
  guard(facts) {
    demand(!facts.appealed || facts.declineConsentAt !== null, 'order.consent-needed', {}, 403);
  },
  run(facts, input, env) {
    const ended = voidClocks(endClocks(facts, ['dispatch', 'accept'], env.now), 'all', env.now);
    const declined = { ...moved(ended, 'decline'), declinedAt: env.now };
    const words = { basis: input.basis, explanation: input.explanation, rightDoor: input.rightDoor };
    return {
      facts: endHolds(declined, env.now),
      events: [event('order.declined', { unitId: facts.dispatchedTo, appealed: facts.appealed }, words)],
      notices: [toReporter('declined', {})],
    };
  },
};

/** The supervisor agrees that an appealed order may be declined once more. */
export const declineConsent: Rule<CommandInput<'decline-consent'>> = {
  may: (_facts, env) => isSupervisor(env.actor),
  guard(facts) {
    demand(facts.appealed, 'order.not-appealed');
    demand(facts.declineConsentAt === null, 'order.consent-given');
  },
  run: (facts, input, env) => ({
    facts: { ...facts, declineConsentAt: env.now },
    events: [event('decline.consented', {}, { reason: input.reason }, { internal: true })],
    notices: [toRole('dispatcher', 'decline-consented', {})],
  }),
};

const dayMs = 86_400_000;

/** Once, until 24:00 of the 30th natural day after the decline; a person dispatches it, never a rule (spec 2). */
export const appeal: Rule<CommandInput<'appeal'>> = {
  may: (facts, env) => isReporter(facts, env.actor),
  guard(facts, env) {
    demand(!facts.appealed, 'order.appealed-once');
    const shanghai = 8 * 3_600_000;
    const declinedDay = Math.floor(((facts.declinedAt ?? 0) + shanghai) / dayMs);
    const today = Math.floor((env.now + shanghai) / dayMs);
    demand(today - declinedDay <= 30, 'order.appeal-too-late');
  },
  run(facts, input, env) {
    const open = { ...moved(facts, 'appeal'), appealed: true };
    return {
      facts: toDispatcher(open, env),
      events: [event('order.appealed', {}, { reason: input.reason }, { files: input.files })],
      notices: [toRole('dispatcher', 'appealed', {})],
    };
  },
};

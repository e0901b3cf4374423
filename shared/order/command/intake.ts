import { startClock } from '../clock';
import { endHolds, holdBy } from '../custody';
import type { Actor, OrderFacts } from '../facts';
import { hasRole, hasRoleIn } from '../permission';
import type { Cause, Channel, Stage } from '../vocabulary';
import { withContact } from './contact';
import { accepted, dispatch, toDispatcher } from './dispatch';
import { beginRound } from './resolve';
import { type Change, demand, type Env, type EventDraft, event, toReporter, toRole } from './rule';

/** What is known of a report before any unit has seen it. */
export interface Draft {
  id: string;
  number: string;
  channel: Channel;
  reporterKind: 'person' | 'enterprise';
  reporterAccountId: string | null;
  hasPhone: boolean;
  phoneVerified: boolean;
  stage: Stage;
  matterId: string | null;
  hallUnitId: string | null;
  placeUnitId: string | null;
  town: string | null;
  files: string[];
}

export type Route =
  | { decided: true; unitId: string; rule: number; why: string }
  | { decided: false; why: string };

/** A new order with nothing done to it yet. */
export const newFacts = (draft: Draft, env: Env): OrderFacts => {
  const { files: _files, ...known } = draft;
  return {
    ...known,
    version: 0,
    state: 'submitted',
    stateBeforeMerge: null,
    round: 0,
    submittedAt: env.now,
    acceptedAt: null,
    firstResolvedAt: null,
    resolvedAt: null,
    closedAt: null,
    declinedAt: null,
    dispatchedTo: null,
    binding: false,
    returns: 0,
    returnedBy: [],
    appealed: false,
    lead: null,
    delegates: [],
    complexity: null,
    classSetBy: null,
    classUpMoves: 0,
    reclassified: 0,
    contacts: [],
    contactMet: false,
    assists: [],
    extensions: [],
    followUpDay: null,
    escalatedAt: null,
    resolvedBy: null,
    result: null,
    evaluation: null,
    unitCallback: null,
    unitCallbackTries: [],
    districtCallback: null,
    districtCallbackTries: [],
    findings: [],
    negativeAt: null,
    unsolvedUnanswered: false,
    reopened: 0,
    supervised: 0,
    urged: 0,
    reporterUrgedOn: null,
    primaryId: null,
    mergedIds: [],
    mergedAt: null,
    mergeMoves: [],
    declineConsentAt: null,
    withdrawalCallbackDue: false,
    withoutEvaluation: false,
    clocks: [],
    custody: [],
  };
};

const bySystem = (each: EventDraft): EventDraft => ({ ...each, bySystem: true });

/** Routing runs in the same breath: to the unit the rule names, else into the dispatcher's queue (spec 2). */
export function routed(change: Change, route: Route, env: Env): Change {
  if (!route.decided) {
    const { facts, events, notices } = change;
    const told = [toReporter('submitted', {}), toRole('dispatcher', 'to-dispatch', {})];
    return {
      facts: toDispatcher(facts, env),
      events: [...events, bySystem(event('order.not-routed', { why: route.why }, {}, { internal: true }))],
      notices: [...notices, ...told],
    };
  }
  const system: Env = { ...env, actor: { kind: 'system' } };
  const held = holdBy(change.facts, 'dispatcher', env.units.districtCentre, env.now);
  const sent = dispatch.run(held, { unitId: route.unitId, reason: route.why, rule: route.rule }, system);
  return {
    facts: sent.facts,
    events: [...change.events, ...sent.events.map(bySystem)],
    notices: [...change.notices, toReporter('submitted', {}), ...sent.notices],
  };
}

/** `submit`: number and query code at once, routing in the same breath (spec 2). */
export function submitOrder(draft: Draft, route: Route, env: Env): Change {
  const facts = newFacts(draft, env);
  const data = {
    channel: draft.channel,
    stage: draft.stage,
    matterId: draft.matterId,
    hallUnitId: draft.hallUnitId,
  };
  const submitted = event('order.submitted', data, {}, { files: draft.files });
  return routed({ facts, events: [submitted], notices: [] }, route, env);
}

export type RegisterOutcome =
  | { outcome: 'route' }
  | { outcome: 'own' }
  | { outcome: 'on-the-spot'; reply: string; cause: Cause }
  | { outcome: 'out-of-scope'; explanation: string; basis: string; rightDoor?: string };

/** The unit an actor registers for; refuses whoever may not register on this channel (spec 2). */
export function registrar(actor: Actor, channel: Channel, hallUnitId: string | null): string {
  const clerkHere = hasRoleIn(actor, hallUnitId, 'clerk');
  const dispatcher = channel === 'phone' && hasRole(actor, 'dispatcher');
  demand(clerkHere || dispatcher, 'register.not-yours', {}, 403);
  demand(hallUnitId !== null, 'register.hall-needed', { path: 'report.hallUnitId' }, 422);
  return hallUnitId;
}

/** `register`: every visitor is registered; the outcome decides how far the order goes at this instant (spec 2). */
export function registerOrder(draft: Draft, wanted: RegisterOutcome, route: Route, env: Env): Change {
  const unitId = registrar(env.actor, draft.channel, draft.hallUnitId);
  const facts = newFacts(draft, env);
  const data = {
    channel: draft.channel,
    stage: draft.stage,
    matterId: draft.matterId,
    hallUnitId: unitId,
    outcome: wanted.outcome,
  };
  const registered = event('order.registered', data, {}, { files: draft.files });
  if (wanted.outcome === 'route') return routed({ facts, events: [registered], notices: [] }, route, env);
  if (wanted.outcome === 'out-of-scope') {
    const words = { basis: wanted.basis, explanation: wanted.explanation, rightDoor: wanted.rightDoor };
    const declined: OrderFacts = { ...facts, state: 'declined', declinedAt: env.now };
    return {
      facts: endHolds(declined, env.now),
      events: [registered, event('order.declined', { unitId, atWindow: true }, words)],
      notices: [toReporter('submitted', {}), toReporter('declined', {})],
    };
  }
  const own = atOwnCentre(facts, unitId, env);
  const accept = [
    event('order.accepted', { unitId, atWindow: true }),
    event('order.contacted', { result: 'reached', means: meansOf(facts), unitId, met: true }),
  ];
  if (wanted.outcome === 'own') {
    return {
      facts: own,
      events: [registered, ...accept],
      notices: [toReporter('submitted', {}), toReporter('accepted', { unitId })],
    };
  }
  const simple: OrderFacts = { ...own, complexity: 'simple', classSetBy: 'person', state: 'resolved' };
  const done = beginRound(simple, 'solved', env);
  const words = { done: wanted.reply };
  const reply = event(
    'order.resolved',
    { round: 1, result: 'solved', cause: wanted.cause, unitId, onTheSpot: true },
    words,
  );
  return {
    facts: done,
    events: [registered, ...accept, event('order.classified', { from: null, to: 'simple' }), reply],
    notices: [
      toReporter('submitted', {}),
      toReporter('resolved', { unitId, round: 1 }),
      toRole('dispatcher', 'resolved', { unitId }),
    ],
  };
}

const meansOf = ({ channel }: OrderFacts) => (channel === 'phone' ? 'phone' : 'visit');

/** Own centre is lead; accept and contact are met at that instant. */
function atOwnCentre(facts: OrderFacts, unitId: string, env: Env): OrderFacts {
  const waiting = startClock({ ...facts, dispatchedTo: unitId }, 'accept', { holderUnitId: unitId }, env);
  const taken = accepted({ ...waiting, state: 'handling' }, unitId, env);
  return withContact(taken, { at: env.now, reached: true, means: meansOf(facts), unitId }, env.now);
}

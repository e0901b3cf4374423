import { dayOf, instantAt } from '../../sla/instant';
import { endClocks, orderClock, pullAssists, startClock, voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endAssistHold, holdAssist } from '../custody';
import type { Assist, OrderFacts } from '../facts';
import { isDispatcher, isLead, worksIn } from '../permission';
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
} from './rule';

/** Latest day an assist may end: the order's due, or the next working day where that is too near (spec 2). */
export function latestAssistDay(facts: OrderFacts, env: Env): string {
  const next = env.calendar.addWorkingDays(dayOf(env.now), 1);
  const order = orderClock(facts);
  if (!order) return next;
  const orderDay = dayOf(order.dueAt);
  return orderDay < next ? next : orderDay;
}

/** Open assists go with an order's due that moved earlier; each move is an event (spec 2). */
export function followDue(
  before: OrderFacts,
  after: OrderFacts,
  because: string,
  env: Pick<Env, 'now' | 'calendar'>,
): Pick<Change, 'facts' | 'events'> {
  const old = orderClock(before);
  const moved = orderClock(after);
  if (!old || !moved || moved.dueAt >= old.dueAt) return { facts: after, events: [] };
  const facts = pullAssists(after, env);
  const events = facts.clocks.flatMap(({ assistId, dueAt: to }, at) => {
    const from = after.clocks[at]?.dueAt ?? to;
    const data = { clock: 'assist', assistId, from, to, because };
    return from === to ? [] : [event('due.moved', data, {}, { internal: true })];
  });
  return { facts, events };
}

interface Ask {
  unitId: string;
  dueOn: string;
  binding: boolean;
}

/** Opens an assist with its clock and custody. The lead's own clock never stops. */
export function openAssist(facts: OrderFacts, ask: Ask, env: Env): { facts: OrderFacts; assist: Assist } {
  demand(env.units.isUsable(ask.unitId), 'unit.not-usable', { path: 'unitId' }, 422);
  demand(ask.unitId !== facts.lead, 'assist.own-unit', { path: 'unitId' }, 422);
  const twice = openAssists(facts).some((open) => open.unitId === ask.unitId);
  demand(!twice, 'assist.already-open', { path: 'unitId' }, 422);
  const dueAt = instantAt(ask.dueOn, env.units.closingOf(ask.unitId));
  demand(dueAt > env.now, 'assist.due-passed', { path: 'dueOn' }, 422);
  const assist: Assist = {
    id: env.newId(),
    unitId: ask.unitId,
    askedAt: env.now,
    round: facts.round,
    state: 'open',
    binding: ask.binding,
    declinedOnce: false,
  };
  const asked = { ...facts, assists: [...facts.assists, assist] };
  const limit = { kind: 'on-day' as const, day: ask.dueOn };
  const clocked = startClock(asked, 'assist', { holderUnitId: ask.unitId, assistId: assist.id, limit }, env);
  return { facts: holdAssist(clocked, ask.unitId, env.now), assist };
}

export const assist: Rule<CommandInput<'assist'>> = {
  may: isLead,
  run(facts, input, env) {
    const latest = latestAssistDay(facts, env);
    demand(input.dueOn <= latest, 'assist.due-too-late', { path: 'dueOn', latest }, 422);
    const opened = openAssist(moved(facts, 'assist'), { ...input, binding: false }, env);
    const data = { assistId: opened.assist.id, unitId: input.unitId, dueOn: input.dueOn };
    return {
      facts: opened.facts,
      events: [event('assist.asked', data, { request: input.request }, { files: input.files })],
      notices: [
        toHandler(input.unitId, 'assist-asked', { unitId: input.unitId, dueOn: input.dueOn }),
        toReporter('assisted', { unitId: input.unitId }),
      ],
    };
  },
};

const edit = (facts: OrderFacts, id: string, patch: Partial<Assist>): OrderFacts => ({
  ...facts,
  assists: facts.assists.map((each) => (each.id === id ? { ...each, ...patch } : each)),
});

function find(facts: OrderFacts, id: string, states: Assist['state'][]): Assist {
  const found = facts.assists.find((each) => each.id === id);
  demand(found !== undefined, 'assist.not-found', { path: 'assistId' }, 422);
  demand(states.includes(found.state), 'assist.not-open', { path: 'assistId' });
  return found;
}

/** Ends an assist whichever way; its clock is met or late, or void when it was taken back. */
export function endAssist(
  facts: OrderFacts,
  id: string,
  state: 'replied' | 'dropped' | 'released',
  now: number,
) {
  const found = find(facts, id, ['open', 'declined']);
  const ended =
    state === 'dropped' ? voidClocks(facts, ['assist'], now, id) : endClocks(facts, ['assist'], now, id);
  const settle = state === 'dropped' ? voidClocks : endClocks;
  const settled = settle(ended, ['arbitrate'], now, id);
  return endAssistHold(edit(settled, id, { state }), found.unitId, now);
}

/** 协办回复, or declined once with a reason, which the dispatcher then arbitrates. */
export const assistReply: Rule<CommandInput<'assist-reply'>> = {
  may: (facts, env) =>
    facts.assists.some((each) => each.state === 'open' && worksIn(env.actor, each.unitId, env.units)),
  run(facts, input, env) {
    const found = find(facts, input.assistId, ['open']);
    demand(worksIn(env.actor, found.unitId, env.units), 'assist.not-yours', {}, 403);
    demand(
      Boolean(input.reply) !== Boolean(input.declineReason),
      'assist.reply-or-decline',
      { path: 'reply' },
      422,
    );
    const lead = facts.lead ?? '';
    if (input.reply) {
      return {
        facts: endAssist(moved(facts, 'assist-reply'), found.id, 'replied', env.now),
        events: [
          event(
            'assist.replied',
            { assistId: found.id, unitId: found.unitId },
            { reply: input.reply },
            { files: input.files },
          ),
        ],
        notices: [toHandler(lead, 'assist-replied', { unitId: found.unitId })],
      };
    }
    demand(!found.binding && !found.declinedOnce, 'assist.must-reply', { path: 'declineReason' }, 422);
    const declined = edit(endClocks(facts, ['assist'], env.now, found.id), found.id, {
      state: 'declined',
      declinedOnce: true,
    });
    const clocked = startClock(
      declined,
      'arbitrate',
      { holderUnitId: env.units.districtCentre, assistId: found.id },
      env,
    );
    return {
      facts: clocked,
      events: [
        event(
          'assist.declined',
          { assistId: found.id, unitId: found.unitId },
          { reason: input.declineReason },
        ),
      ],
      notices: [
        toRole('dispatcher', 'assist-declined', { unitId: found.unitId }),
        toHandler(lead, 'assist-declined', { unitId: found.unitId }),
      ],
    };
  },
};

export const assistDrop: Rule<CommandInput<'assist-drop'>> = {
  may: isLead,
  guard: (facts) => demand(openAssists(facts).length > 0, 'assist.none-open'),
  run(facts, input, env) {
    const found = find(facts, input.assistId, ['open', 'declined']);
    return {
      facts: endAssist(moved(facts, 'assist-drop'), found.id, 'dropped', env.now),
      events: [
        event('assist.dropped', { assistId: found.id, unitId: found.unitId }, { reason: input.reason }),
      ],
      notices: [toHandler(found.unitId, 'assist-dropped', { unitId: found.unitId })],
    };
  },
};

/** The dispatcher settles a declined assist: it must reply by a day, or is released. */
export const assistArbitrate: Rule<CommandInput<'assist-arbitrate'>> = {
  may: (_facts, env) => isDispatcher(env.actor),
  guard: (facts) =>
    demand(
      facts.assists.some((each) => each.state === 'declined'),
      'assist.none-declined',
    ),
  run(facts, input, env) {
    const found = find(facts, input.assistId, ['declined']);
    const told = [
      toHandler(found.unitId, 'assist-arbitrated', { unitId: found.unitId, decision: input.decision }),
      toHandler(facts.lead ?? '', 'assist-arbitrated', { unitId: found.unitId, decision: input.decision }),
    ];
    const data = {
      assistId: found.id,
      unitId: found.unitId,
      decision: input.decision,
      dueOn: input.dueOn ?? null,
    };
    const events = [event('assist.arbitrated', data, { reason: input.reason })];
    if (input.decision === 'release') {
      return {
        facts: endAssist(moved(facts, 'assist-arbitrate'), found.id, 'released', env.now),
        events,
        notices: told,
      };
    }
    const dueOn = input.dueOn;
    demand(dueOn !== undefined, 'assist.due-needed', { path: 'dueOn' }, 422);
    demand(dueOn <= latestAssistDay(facts, env), 'assist.due-too-late', { path: 'dueOn' }, 422);
    demand(
      instantAt(dueOn, env.units.closingOf(found.unitId)) > env.now,
      'assist.due-passed',
      { path: 'dueOn' },
      422,
    );
    const settled = endClocks(facts, ['arbitrate'], env.now, found.id);
    const bound = edit(settled, found.id, { state: 'open', binding: true });
    const limit = { kind: 'on-day' as const, day: dueOn };
    const clocked = startClock(
      bound,
      'assist',
      { holderUnitId: found.unitId, assistId: found.id, limit },
      env,
    );
    return { facts: clocked, events, notices: told };
  },
};

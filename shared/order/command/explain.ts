import { due } from '../../sla/due';
import { dayOf } from '../../sla/instant';
import { endClocks, moveDue, orderClock, startClock } from '../clock';
import type { CommandInput } from '../contract/command-input';
import type { Extension, OrderFacts } from '../facts';
import { decidesForDistrict, isLead, isLeadOfficer, isOnOrder, isSupervisor } from '../permission';
import { demand, event, moved, type Rule, toHandler, toReporter, toRole } from './rule';

/** 解释说明: reason, plan and the day of the next report go to the reporter; `resolve` never moves (spec 2). */
export const explain: Rule<CommandInput<'explain'>> = {
  may: isLead,
  run(facts, input, env) {
    const latest = env.calendar.addWorkingDays(dayOf(env.now), env.settings.followUpMaxDays);
    demand(input.nextReportOn > dayOf(env.now), 'explain.day-passed', { path: 'nextReportOn' }, 422);
    demand(input.nextReportOn <= latest, 'explain.day-too-late', { path: 'nextReportOn', latest }, 422);
    const ended = endClocks(moved(facts, 'explain'), ['follow-up'], env.now);
    const promised = { ...ended, followUpDay: input.nextReportOn };
    const limit = { kind: 'on-day' as const, day: input.nextReportOn };
    return {
      facts: startClock(promised, 'follow-up', { holderUnitId: facts.lead, limit }, env),
      events: [
        event(
          'order.explained',
          { nextReportOn: input.nextReportOn },
          { reason: input.reason, plan: input.plan },
        ),
      ],
      notices: [toReporter('explained', { nextReportOn: input.nextReportOn })],
    };
  },
};

/** Staff tell the reporter what is missing; clocks go on. */
export const requestSupplement: Rule<CommandInput<'request-supplement'>> = {
  may: isOnOrder,
  run: (facts, input) => ({
    facts: moved(facts, 'request-supplement'),
    events: [event('supplement.requested', {}, { missing: input.missing })],
    notices: [toReporter('supplement-requested', {})],
  }),
};

const used = (facts: OrderFacts) => facts.extensions.filter((extension) => extension.state !== 'void');

/** 申请延期: before the due instant, once; a second is the supervisor's to decide (spec 2). */
export const extend: Rule<CommandInput<'extend'>> = {
  may: isLeadOfficer,
  guard(facts, env) {
    const clock = orderClock(facts);
    demand(clock !== null, 'extension.no-clock');
    demand(env.now <= clock.dueAt, 'extension.due-passed');
    demand(
      used(facts).every((extension) => extension.state !== 'asked'),
      'extension.pending',
    );
    demand(used(facts).length < 2, 'extension.used-up');
  },
  run(facts, input, env) {
    const one = { kind: 'working-days' as const, days: 1 };
    const extension: Extension = {
      id: env.newId(),
      askedAt: env.now,
      days: input.days,
      decideBy: due(env.now, one, env.calendar, env.units.closingOf(env.units.districtCentre)).dueAt,
      state: 'asked',
      bySupervisorOnly: used(facts).length > 0 || facts.lead === env.units.districtCentre,
    };
    const decider = extension.bySupervisorOnly ? 'supervisor' : 'dispatcher';
    return {
      facts: { ...moved(facts, 'extend'), extensions: [...facts.extensions, extension] },
      events: [
        event('extension.asked', { extensionId: extension.id, days: input.days }, { reason: input.reason }),
      ],
      notices: [toRole(decider, 'extension-asked', { days: input.days })],
    };
  },
};

/** Granted: new due = due(old due, days); the original figure keeps the old one (spec 2, 3). */
export const extendDecide: Rule<CommandInput<'extend-decide'>> = {
  may(facts, env) {
    const asked = facts.extensions.find((extension) => extension.state === 'asked');
    return isSupervisor(env.actor) || (!asked?.bySupervisorOnly && decidesForDistrict(facts, env));
  },
  guard(facts, env) {
    const asked = facts.extensions.find((each) => each.state === 'asked');
    demand(asked !== undefined, 'extension.none-asked');
    demand(env.now <= asked.decideBy, 'extension.lapsed');
  },
  run(facts, input, env) {
    const asked = facts.extensions.find((each) => each.id === input.extensionId);
    demand(asked?.state === 'asked', 'extension.none-asked', { path: 'extensionId' });
    const state: Extension['state'] = input.granted ? 'granted' : 'refused';
    const clock = orderClock(facts);
    const settled: Extension = { ...asked, state, ...(clock && { clock: clock.kind }) };
    const extensions = facts.extensions.map((each) => (each.id === asked.id ? settled : each));
    const decided = { ...moved(facts, 'extend-decide'), extensions };
    const data = { extensionId: asked.id, granted: input.granted, days: asked.days };
    const words = event('extension.decided', data, { reason: input.reason });
    const told = toHandler(facts.lead ?? '', 'extension-decided', { granted: input.granted ? 1 : 0 });
    if (!input.granted || !clock) return { facts: decided, events: [words], notices: [told] };
    const limit = { kind: 'working-days' as const, days: asked.days };
    const to = due(clock.dueAt, limit, env.calendar, clock.closing).dueAt;
    const move = event('due.moved', { clock: clock.kind, from: clock.dueAt, to, because: 'extend' });
    return {
      facts: moveDue(decided, clock.id, to, false),
      events: [words, move],
      notices: [told, toReporter('extended', { dueAt: to })],
    };
  },
};

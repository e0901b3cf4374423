import { dayOf } from '../../sla/instant';
import { voidClocks } from '../clock';
import type { CommandInput } from '../contract/command-input';
import { endHolds } from '../custody';
import type { OrderFacts } from '../facts';
import { hasRoleIn, isDispatcher, isOnOrder, isReporter, isSupervisor } from '../permission';
import { endAssist } from './assist';
import { withoutAsked } from './resolve';
import {
  demand,
  type Env,
  event,
  moved,
  openAssists,
  type Rule,
  toHandler,
  toRole,
  toUnitLead,
  workingUnit,
} from './rule';

/** Who has it now, as people to tell: the working unit, the unit it waits at, else the dispatcher. */
const holderNotice = (facts: OrderFacts, topic: string, params = {}) => {
  const unitId = workingUnit(facts) ?? facts.dispatchedTo;
  return unitId ? toHandler(unitId, topic, params) : toRole('dispatcher', topic, params);
};

/** The working day an urge counts for: today, or the next working day on a free day. */
const urgeDay = (env: Env) => {
  const today = dayOf(env.now);
  return env.calendar.isWorkingDay(today) ? today : env.calendar.addWorkingDays(today, 1);
};

/** 催办: the reporter once a working day; window lead, district centre and supervisor whenever needed (spec 2). */
export const urge: Rule<CommandInput<'urge'>> = {
  may: (facts, env) =>
    isReporter(facts, env.actor) ||
    hasRoleIn(env.actor, facts.hallUnitId, 'unit-lead') ||
    isDispatcher(env.actor) ||
    isSupervisor(env.actor),
  guard(facts, env) {
    const again = isReporter(facts, env.actor) && facts.reporterUrgedOn === urgeDay(env);
    demand(!again, 'urge.once-a-day');
  },
  run(facts, input, env) {
    const urged = facts.urged + 1;
    const byReporter = isReporter(facts, env.actor);
    const unitId = workingUnit(facts) ?? facts.dispatchedTo;
    const next = {
      ...moved(facts, 'urge'),
      urged,
      reporterUrgedOn: byReporter ? urgeDay(env) : facts.reporterUrgedOn,
    };
    return {
      facts: next,
      events: [event('order.urged', { byReporter, urged }, { note: input.note })],
      notices: [
        holderNotice(facts, 'urged', { urged }),
        ...(urged >= 2 && unitId ? [toUnitLead(unitId, 'urged', { urged })] : []),
      ],
    };
  },
};

export const supplement: Rule<CommandInput<'supplement'>> = {
  may: (facts, env) => isReporter(facts, env.actor) || isOnOrder(facts, env),
  run: (facts, input, env) => ({
    facts: moved(facts, 'supplement'),
    events: [
      event(
        'order.supplemented',
        { byReporter: isReporter(facts, env.actor) },
        { text: input.text },
        { files: input.files },
      ),
    ],
    notices: [holderNotice(facts, 'supplemented')],
  }),
};

/** Internal; never shown to the reporter. */
export const note: Rule<CommandInput<'note'>> = {
  may: isOnOrder,
  run: (facts, input) => ({
    facts,
    events: [event('note.added', {}, { text: input.text }, { files: input.files, internal: true })],
    notices: [],
  }),
};

/** 撤回: final; after acceptance the district centre calls once, whether there was pressure (spec 2). */
export const withdraw: Rule<CommandInput<'withdraw'>> = {
  may: (facts, env) => isReporter(facts, env.actor),
  run(facts, input, env) {
    const told = openAssists(facts).map((each) =>
      toHandler(each.unitId, 'withdrawn', { unitId: each.unitId }),
    );
    const ended = openAssists(facts).reduce((so, each) => endAssist(so, each.id, 'dropped', env.now), facts);
    const withdrawn = {
      ...moved(voidClocks(withoutAsked(ended), 'all', env.now), 'withdraw'),
      withdrawalCallbackDue: facts.acceptedAt !== null,
    };
    return {
      facts: endHolds(withdrawn, env.now),
      events: [event('order.withdrawn', { accepted: facts.acceptedAt !== null }, { reason: input.reason })],
      notices: [
        holderNotice(facts, 'withdrawn'),
        ...told,
        ...(facts.acceptedAt === null ? [] : [toRole('dispatcher', 'withdrawal-callback-due', {})]),
      ],
    };
  },
};

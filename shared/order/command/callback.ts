import { endClocks, startClock } from '../clock';
import type { CommandInput } from '../contract/command-input';
import type { Finding } from '../facts';
import { decidesForDistrict, hasRoleIn, isDispatcher, isLead, isReporter } from '../permission';
import type { Satisfaction } from '../vocabulary';
import { demand, event, moved, type Rule, toReporter, toRole, toUnitLead } from './rule';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const low = (satisfaction: Satisfaction | null | undefined): boolean => (satisfaction ?? 5) <= 2;

/** `unreached` counts on the third try, each at least 2 h after the one before; without a phone at once (spec 2). */
function nextTries(tries: number[], now: number): number[] {
  const last = tries.at(-1);
  return last !== undefined && now - last < 2 * hourMs ? tries : [...tries, now];
}

/** 单位回访: by another person than who resolved, or marked self where there is none (spec 2). */
export const unitCallback: Rule<CommandInput<'unit-callback'>> = {
  may: isLead,
  guard(facts, env) {
    demand(facts.unitCallback === null || facts.unitCallback.result === 'unreached', 'callback.already-made');
    const own = env.actor.kind === 'staff' && env.actor.id === facts.resolvedBy;
    const other = own && env.units.hasOtherStaff(facts.lead ?? '', facts.resolvedBy ?? '');
    demand(!other, 'callback.same-person', {}, 403);
  },
  run(facts, input, env) {
    const staffId = env.actor.kind === 'staff' ? env.actor.id : '';
    const self = staffId === facts.resolvedBy;
    const tries =
      input.result === 'unreached' ? nextTries(facts.unitCallbackTries, env.now) : facts.unitCallbackTries;
    const done = input.result !== 'unreached' || tries.length >= 3 || !facts.hasPhone;
    const negative = input.result === 'unsolved' || low(input.satisfaction);
    const data = {
      result: input.result,
      satisfaction: input.satisfaction ?? null,
      self,
      done,
      round: facts.round,
      unitId: facts.lead,
    };
    const tried = {
      ...moved(facts, 'unit-callback'),
      unitCallbackTries: tries,
      negativeAt: negative ? env.now : facts.negativeAt,
      unsolvedUnanswered: facts.unsolvedUnanswered || input.result === 'unsolved',
    };
    const made = {
      at: env.now,
      result: input.result,
      satisfaction: input.satisfaction ?? null,
      byStaffId: staffId,
      self,
    };
    return {
      facts: done ? endClocks({ ...tried, unitCallback: made }, ['unit-callback'], env.now) : tried,
      events: [event('unit-callback.made', data, { note: input.note })],
      notices: negative ? [toRole('dispatcher', 'unit-callback-negative', {})] : [],
    };
  },
};

/** 回访督办: a finding starts the supervisor's clock and enters the bulletin list (spec 2). */
export const districtCallback: Rule<CommandInput<'district-callback'>> = {
  may: decidesForDistrict,
  run(facts, input, env) {
    const tries =
      input.result === 'unreached'
        ? nextTries(facts.districtCallbackTries, env.now)
        : facts.districtCallbackTries;
    const done = input.result !== 'unreached' || tries.length >= 3 || !facts.hasPhone;
    const bad = input.result === 'unresolved' || input.result === 'misreported';
    const kind: Finding['kind'] = input.result === 'misreported' ? 'misreported' : 'unresolved';
    const finding: Finding = { round: facts.round, at: env.now, kind, supervised: false, bulletin: 'due' };
    const satisfaction = input.satisfaction ?? null;
    const tried = { ...moved(facts, 'district-callback'), districtCallbackTries: tries };
    const data = { result: input.result, satisfaction, done, round: facts.round };
    const events = [event('district-callback.made', data, { note: input.note })];
    if (!done) return { facts: tried, events, notices: [] };
    const made = {
      ...endClocks(tried, ['district-callback'], env.now),
      districtCallback: { at: env.now, result: input.result, satisfaction },
      unsolvedUnanswered: false,
      negativeAt: bad || low(satisfaction) ? env.now : facts.negativeAt,
    };
    if (!bad) return { facts: made, events, notices: [] };
    const found = { ...made, findings: [...facts.findings, finding] };
    const waiting = found.clocks.some((clock) => clock.kind === 'supervise-due' && clock.endedAt === null);
    return {
      facts: waiting ? found : startClock(found, 'supervise-due', { holderUnitId: null }, env),
      events,
      notices: [
        toRole('supervisor', 'finding', { kind }),
        toUnitLead(facts.lead ?? '', 'finding', { kind }),
        toRole('inspector', 'finding', { kind }),
      ],
    };
  },
};

/** The reporter judges: once per round, changeable for 7 natural days while it is open (spec 2). */
export const evaluate: Rule<CommandInput<'evaluate'>> = {
  may: (facts, env) => isReporter(facts, env.actor),
  guard(facts, env) {
    if (facts.evaluation !== null) {
      demand(facts.closedAt === null, 'evaluation.closed');
      demand(env.now - facts.evaluation.at <= 7 * dayMs, 'evaluation.no-longer-changeable');
      return;
    }
    demand(facts.round > 0, 'evaluation.nothing-to-judge');
    demand(env.now - (facts.closedAt ?? env.now) <= 15 * dayMs, 'evaluation.too-late');
  },
  run(facts, input, env) {
    const negative = !input.solved || low(input.satisfaction);
    const at = facts.evaluation?.at ?? env.now;
    const { solved, satisfaction, tags } = input;
    const next = {
      ...moved(facts, 'evaluate'),
      evaluation: { at, round: facts.round, solved, satisfaction },
      negativeAt: negative ? env.now : facts.negativeAt,
    };
    const data = { solved, satisfaction, tags, round: facts.round, changed: facts.evaluation !== null };
    return {
      facts: next,
      events: [event('order.evaluated', data, { comment: input.comment }, { files: input.files })],
      notices: negative
        ? [
            toRole('dispatcher', 'evaluated-negative', { satisfaction }),
            toUnitLead(facts.lead ?? '', 'evaluated-negative', { satisfaction }),
            toReporter('evaluated-negative', {}),
          ]
        : [],
    };
  },
};

/** One call after a withdrawal that followed acceptance: was there pressure (spec 2)? */
export const withdrawalCallback: Rule<CommandInput<'withdrawal-callback'>> = {
  may: (facts, env) => isDispatcher(env.actor) && !hasRoleIn(env.actor, facts.lead, 'handler', 'unit-lead'),
  guard: (facts) => demand(facts.withdrawalCallbackDue, 'withdrawal-callback.not-due'),
  run: (facts, input) => ({
    facts: { ...facts, withdrawalCallbackDue: false },
    events: [
      event(
        'withdrawal-callback.made',
        { pressured: input.pressured },
        { note: input.note },
        { internal: true },
      ),
    ],
    notices: input.pressured
      ? [toRole('supervisor', 'withdrawal-pressed', {}), toRole('inspector', 'withdrawal-pressed', {})]
      : [],
  }),
};

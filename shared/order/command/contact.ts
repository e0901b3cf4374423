import { limitOf } from '../../sla/clocks';
import { due } from '../../sla/due';
import { endClocks, moveDue, orderClock, runningClock } from '../clock';
import type { CommandInput } from '../contract/command-input';
import type { Contact, OrderFacts } from '../facts';
import { isWorking } from '../permission';
import type { Complexity } from '../vocabulary';
import { followDue } from './assist';
import { demand, type Env, event, moved, type Rule, toReporter, workingUnit } from './rule';

const hourMs = 3_600_000;
const shanghaiHour = (at: number) => (((at / hourMs + 8) % 24) + 24) % 24;
const daytimePhone = (contact: Contact) =>
  contact.means === 'phone' && shanghaiHour(contact.at) >= 8 && shanghaiHour(contact.at) < 20;

/** Met by `reached`, or by three tries at least 2 h apart, two of them by phone between 08:00 and 20:00 (spec 2). */
export function contactIsMet(contacts: Contact[]): boolean {
  if (contacts.some((contact) => contact.reached)) return true;
  const tries = [...contacts].sort((a, b) => a.at - b.at);
  const far = (a: Contact, b: Contact) => b.at - a.at >= 2 * hourMs;
  return tries.some((first) =>
    tries.some(
      (second) =>
        far(first, second) &&
        tries.some((third) => far(second, third) && [first, second, third].filter(daytimePhone).length >= 2),
    ),
  );
}

/** 先行联系 noted: the instant of the command counts, whatever earlier time is stated. */
export function withContact(facts: OrderFacts, contact: Contact, now: number): OrderFacts {
  const contacts = [...facts.contacts, contact];
  const contactMet = facts.contactMet || contactIsMet(contacts);
  const noted = { ...facts, contacts, contactMet };
  return contactMet ? endClocks(noted, ['contact'], now) : noted;
}

export const contact: Rule<CommandInput<'contact'>> = {
  may: isWorking,
  run(facts, input, env) {
    const unitId = workingUnit(facts);
    demand(unitId !== null, 'order.no-lead');
    const reached = input.result === 'reached';
    const next = withContact(
      moved(facts, 'contact'),
      { at: env.now, reached, means: input.means, unitId },
      env.now,
    );
    const data = { result: input.result, means: input.means, unitId, met: next.contactMet };
    const words = { note: input.note, statedAt: input.statedAt };
    return {
      facts: next,
      events: [event('order.contacted', data, words, { internal: false })],
      notices: reached ? [] : [toReporter('unreached', { unitId })],
    };
  },
};

const rank: Record<Complexity, number> = { simple: 0, ordinary: 1, complex: 2 };

/** The due of a class, counted from the same acceptance; granted extensions count on from it (spec 3). */
function dueOfClass(facts: OrderFacts, complexity: Complexity, env: Env) {
  const clock = runningClock(facts, 'resolve');
  if (!clock) return null;
  const limit = limitOf('resolve', complexity, env.settings);
  const base = due(clock.startedAt, limit, env.calendar, clock.closing).dueAt;
  const granted = facts.extensions.filter((each) => each.state === 'granted' && each.clock !== 'rectify');
  const dueAt = granted.reduce(
    (at, extension) =>
      due(at, { kind: 'working-days', days: extension.days }, env.calendar, clock.closing).dueAt,
    base,
  );
  return { clock, base, dueAt, limit };
}

/** Sets the class and moves `resolve`; open assists follow a due that moved earlier. */
export function withClass(facts: OrderFacts, complexity: Complexity, by: 'person' | 'system', env: Env) {
  const target = dueOfClass(facts, complexity, env);
  const classed: OrderFacts = { ...facts, complexity, classSetBy: facts.classSetBy ?? by };
  if (!target) return { facts: classed, moves: [] };
  const { clock, base, dueAt, limit } = target;
  const limited = classed.clocks.map((each) =>
    each.id === clock.id ? { ...each, limit, originalDueAt: base } : each,
  );
  const shifted = moveDue({ ...classed, clocks: limited }, clock.id, dueAt, false);
  const followed = followDue(facts, shifted, 'classify', env);
  const move = event('due.moved', { clock: 'resolve', from: clock.dueAt, to: dueAt, because: 'classify' });
  return { facts: followed.facts, moves: dueAt === clock.dueAt ? [] : [move, ...followed.events] };
}

/** Why this class cannot be chosen now; null where it can. */
function whyNotClass(facts: OrderFacts, wanted: Complexity, env: Env): string | null {
  const before = facts.complexity;
  if (before === wanted) return 'class.unchanged';
  const up = before !== null && rank[wanted] > rank[before];
  if (up && facts.classUpMoves >= 1) return 'class.up-once';
  const lower = before === null ? wanted === 'simple' : !up;
  const target = dueOfClass(facts, wanted, env);
  return lower && target && target.dueAt < env.now ? 'class.due-passed' : null;
}

/** 难易: first set freely; then up once, or down any number of times, with a reason (spec 2). */
export const classify: Rule<CommandInput<'classify'>> = {
  may: isWorking,
  guard(facts, env) {
    const classes: Complexity[] = ['simple', 'ordinary', 'complex'];
    demand(
      classes.some((wanted) => whyNotClass(facts, wanted, env) === null),
      'class.none-left',
    );
  },
  run(facts, input, env) {
    const before = facts.complexity;
    const wanted = input.complexity;
    const why = whyNotClass(facts, wanted, env);
    demand(why === null, why ?? '', { path: 'complexity' }, 422);
    if (before !== null) demand(Boolean(input.reason), 'class.reason-needed', { path: 'reason' }, 422);
    const up = before !== null && rank[wanted] > rank[before];
    const { facts: classed, moves } = withClass(moved(facts, 'classify'), wanted, 'person', env);
    const counted = {
      ...classed,
      classUpMoves: facts.classUpMoves + (up ? 1 : 0),
      reclassified: facts.reclassified + (before === null ? 0 : 1),
    };
    const data = { from: before, to: wanted, dueAt: orderClock(counted)?.dueAt ?? null };
    return {
      facts: counted,
      events: [event('order.classified', data, { reason: input.reason }), ...moves],
      notices: moves.length > 0 ? [toReporter('due-moved', {})] : [],
    };
  },
};

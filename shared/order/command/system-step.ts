import type { OrderFacts } from '../facts';
import { withClass } from './contact';
import { type Change, type Env, event, toHandler, toReporter } from './rule';
import { closed } from './supervision';

const dayMs = 86_400_000;
const decided = (facts: OrderFacts) =>
  facts.clocks.find((clock) => clock.kind === 'contact' && clock.outcome !== 'void');
const allAnswers = (facts: OrderFacts) =>
  [
    facts.evaluation?.satisfaction,
    facts.unitCallback?.satisfaction,
    facts.districtCallback?.satisfaction,
  ].filter((answer): answer is NonNullable<typeof answer> => answer !== null && answer !== undefined);

/** From when the system may close this order by the facts of its round; null while it may not (spec 2, `close`). */
export function closableFrom(facts: OrderFacts): number | null {
  const { evaluation, unitCallback, districtCallback, resolvedAt } = facts;
  if (facts.state !== 'resolved' || !unitCallback || resolvedAt === null) return null;
  const finding = facts.findings.some((each) => each.round === facts.round && !each.supervised);
  if (finding || facts.unsolvedUnanswered || facts.negativeAt !== null) return null;
  if (allAnswers(facts).some((answer) => answer < 3)) return null;
  if (evaluation?.solved) return evaluation.at;
  if (districtCallback?.result === 'confirmed') return evaluation ? evaluation.at : resolvedAt + 3 * dayMs;
  if (districtCallback?.result === 'unreached' && !evaluation) return resolvedAt + 7 * dayMs;
  return null;
}

/** The next instant at which `systemStep` may have something to do; null when only people can move it. */
export function nextSystemStepAt(facts: OrderFacts): number | null {
  const contact = decided(facts);
  const moments = [
    facts.state === 'handling' && facts.complexity === null && contact ? contact.dueAt + 1 : null,
    ...facts.extensions.filter((each) => each.state === 'asked').map((each) => each.decideBy + 1),
    closableFrom(facts),
  ].filter((moment): moment is number => moment !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** One automatic step that is due now, or null: class by the system, lapse of an extension, closing (spec 2). */
export function systemStep(facts: OrderFacts, env: Env): Change | null {
  const contact = decided(facts);
  if (facts.state === 'handling' && facts.complexity === null && contact && env.now > contact.dueAt) {
    const classed = withClass(facts, 'ordinary', 'system', env);
    const set = event('order.classified', { from: null, to: 'ordinary', bySystem: true });
    return { facts: classed.facts, events: [set, ...classed.moves], notices: [] };
  }
  const late = facts.extensions.find((each) => each.state === 'asked' && env.now > each.decideBy);
  if (late) {
    const extensions = facts.extensions.map((each) =>
      each.id === late.id ? { ...each, state: 'refused' as const } : each,
    );
    const lapsed = event('extension.decided', { extensionId: late.id, granted: false, lapsed: true });
    return {
      facts: { ...facts, extensions },
      events: [lapsed],
      notices: [toHandler(facts.lead ?? '', 'extension-decided', { granted: 0 })],
    };
  }
  const from = closableFrom(facts);
  if (from === null || env.now < from) return null;
  const withoutEvaluation = facts.evaluation === null;
  const done = closed({ ...facts, withoutEvaluation }, env);
  return {
    facts: done,
    events: [event('order.closed', { byHand: false, round: facts.round, withoutEvaluation })],
    notices: [toReporter('closed', {})],
  };
}

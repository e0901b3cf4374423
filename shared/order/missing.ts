import type { ClockKind } from '../sla/clock-types';
import { runningClock } from './clock';
import type { OrderFacts } from './facts';

export type Missing = { what: 'holder' } | { what: 'clock'; clock: ClockKind };

/** The clocks that an order in this state must have running (spec 3); a callback that was made needs none. */
function demanded(facts: OrderFacts): ClockKind[] {
  if (facts.state === 'submitted') return ['dispatch'];
  if (facts.state === 'dispatched') return ['accept'];
  if (facts.state === 'handling') return facts.contactMet ? ['resolve'] : ['contact', 'resolve'];
  if (facts.state === 'rectifying') return ['rectify'];
  if (facts.state !== 'resolved') return [];
  const callbacks: ClockKind[] = [];
  if (facts.unitCallback === null) callbacks.push('unit-callback');
  if (facts.districtCallback === null) callbacks.push('district-callback');
  return callbacks;
}

/** What an open order lacks to come to its end by itself: somebody who has it, and the clocks of its state. */
export function missingOf(facts: OrderFacts): Missing[] {
  const missing: Missing[] = demanded(facts)
    .filter((clock) => runningClock(facts, clock) === null)
    .map((clock) => ({ what: 'clock', clock }));
  // Once resolved it lies with nobody, but its lead still answers for it; a merged one is its primary's.
  const held =
    facts.state === 'resolved' ? facts.lead !== null : facts.custody.some((each) => each.toAt === null);
  return held || facts.state === 'merged' ? missing : [{ what: 'holder' }, ...missing];
}

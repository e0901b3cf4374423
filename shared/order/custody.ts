import type { Instant } from '../sla/instant';
import type { Custody, CustodyRole, OrderFacts } from './facts';

const close = (facts: OrderFacts, ends: (held: Custody) => boolean, now: Instant): Custody[] =>
  facts.custody.map((held) => (held.toAt === null && ends(held) ? { ...held, toAt: now } : held));

/** From now on the order lies with this holder; assisting units hold theirs beside it (spec 3, Custody). */
export function holdBy(
  facts: OrderFacts,
  role: Exclude<CustodyRole, 'assist'>,
  unitId: string,
  now: Instant,
): OrderFacts {
  const current = facts.custody.find((held) => held.toAt === null && held.role !== 'assist');
  if (current?.role === role && current.unitId === unitId) return facts;
  const closed = close(facts, (held) => held.role !== 'assist', now);
  return { ...facts, custody: [...closed, { role, unitId, fromAt: now, toAt: null }] };
}

export const holdAssist = (facts: OrderFacts, unitId: string, now: Instant): OrderFacts => ({
  ...facts,
  custody: [...facts.custody, { role: 'assist', unitId, fromAt: now, toAt: null }],
});

export const endAssistHold = (facts: OrderFacts, unitId: string, now: Instant): OrderFacts => ({
  ...facts,
  custody: close(facts, (held) => held.role === 'assist' && held.unitId === unitId, now),
});

/** Nobody holds it any more. */
export const endHolds = (facts: OrderFacts, now: Instant): OrderFacts => ({
  ...facts,
  custody: close(facts, () => true, now),
});

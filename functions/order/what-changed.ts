import { workingUnit } from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';

/** What of an order a record of its ledger tells before and after: nothing of it is personal (spec 8). */
const watched: Record<string, (facts: OrderFacts) => string | number | null> = {
  state: (facts) => facts.state,
  unit: (facts) => facts.dispatchedTo,
  lead: (facts) => facts.lead,
  working: workingUnit,
  complexity: (facts) => facts.complexity,
  round: (facts) => facts.round,
};

/** Each that is not what it was, as `[before, after]`; nothing where all stayed. */
export function whatChanged(before: OrderFacts | null, after: OrderFacts): Record<string, unknown> {
  const moves = Object.entries(watched).flatMap(([name, read]) => {
    const [was, is] = [before && read(before), read(after)];
    return was === is ? [] : [[name, [was, is]] as const];
  });
  return moves.length > 0 ? { change: Object.fromEntries(moves) } : {};
}

import { decideRoute, type RouteDecision, type RouteInput } from './decide';
import type { RuleIndex } from './index-rules';

/** A past order as the rules would see it, with where it finally went (null: nowhere yet). */
export interface PastOrder extends RouteInput {
  orderId: string;
  finalUnitId: string | null;
}

export interface RouteChange {
  orderId: string;
  before: RouteDecision;
  after: RouteDecision;
  changed: boolean;
  /** Whether the new rules find the unit that finally took the order; null if unknown or left to a person. */
  agreesWithFinal: boolean | null;
}

export interface DryRun {
  rows: RouteChange[];
  changed: number;
  /** Orders a person had to route before and the rules route now, and the other way round. */
  newlyDecided: number;
  newlyUndecided: number;
}

const unitOf = (decision: RouteDecision) => (decision.decided ? decision.unitId : null);

/** What would have gone where: each past order decided by the old and by the new rules, at its own instant (spec 2). */
export function dryRun(orders: readonly PastOrder[], rulesBefore: RuleIndex, rulesAfter: RuleIndex): DryRun {
  const rows = orders.map((order): RouteChange => {
    const before = decideRoute(order, rulesBefore.rulesFor(order));
    const after = decideRoute(order, rulesAfter.rulesFor(order));
    const unitId = unitOf(after);
    const agreesWithFinal =
      unitId === null || order.finalUnitId === null ? null : unitId === order.finalUnitId;
    return { orderId: order.orderId, before, after, changed: unitOf(before) !== unitId, agreesWithFinal };
  });
  return {
    rows,
    changed: rows.filter((row) => row.changed).length,
    newlyDecided: rows.filter((row) => !row.before.decided && row.after.decided).length,
    newlyUndecided: rows.filter((row) => row.before.decided && !row.after.decided).length,
  };
}

import { and, asc, eq, lt } from 'drizzle-orm';
import { runCommand } from '../../shared/order/command/run';
import { minuteMs } from '../../shared/sla/instant';
import { inTransaction } from '../db/in-transaction';
import { order } from '../db/schema';
import { type Deps, systemContext } from '../order/context';
import { findRoute } from '../order/find-route';
import { factsOf, lockOrderById } from '../order/order-row';
import { commitChange, envOf } from '../order/run-order-command';

/**
 * Routing once more, for orders no rule decided when they came: a rule may have been added since, or a unit found its
 * handler. Appeals and returned orders are a person's, never a rule's (spec 2, Routing 1).
 */
export async function sweepRoutes(deps: Deps, bound = 200): Promise<number> {
  const ctx = await systemContext(deps);
  const waiting = await deps.db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.state, 'submitted'), lt(order.submittedAt, ctx.now() - minuteMs)))
    .orderBy(asc(order.submittedAt))
    .limit(bound);
  let sent = 0;
  for (const { id } of waiting) {
    const routed = await inTransaction(ctx.db, async (tx) => {
      const row = await lockOrderById(tx, id);
      if (row?.state !== 'submitted') return false;
      const facts = await factsOf(tx, row);
      if (facts.appealed || facts.returns > 0) return false;
      const route = await findRoute(tx, ctx, facts);
      if (!route.decided) return false;
      const input = { unitId: route.unitId, reason: route.why, rule: route.rule };
      await commitChange(tx, ctx, row, 'dispatch', facts, runCommand('dispatch', facts, input, envOf(ctx)));
      return true;
    });
    if (routed) sent += 1;
  }
  return sent;
}

import { and, asc, isNotNull, lte } from 'drizzle-orm';
import { nextSystemStepAt, systemStep } from '../../shared/order/command/system-step';
import { inTransaction } from '../db/in-transaction';
import { order } from '../db/schema';
import { type Deps, systemContext } from '../order/context';
import { factsOf, updateOrder } from '../order/order-row';
import { commitChange, envOf } from '../order/run-order-command';

async function stepOne(deps: Deps): Promise<boolean> {
  const ctx = await systemContext(deps);
  return inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(order)
      .where(and(isNotNull(order.nextStepAt), lte(order.nextStepAt, ctx.now())))
      .orderBy(asc(order.nextStepAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    const facts = await factsOf(tx, row);
    const change = systemStep(facts, envOf(ctx));
    if (change) await commitChange(tx, ctx, row, 'close', facts, change);
    else await updateOrder(tx, row.id, { nextStepAt: nextSystemStepAt(facts) });
    return change !== null;
  });
}

/** Runs every minute: class by the system, lapsed extensions, automatic closing (spec 2). */
export async function takeSystemSteps(deps: Deps, bound = 1000): Promise<number> {
  let count = 0;
  while (count < bound) {
    const more = await stepOne(deps).catch((error: Error) => {
      deps.log.error({ job: 'take-system-steps', name: error.name }, 'a step failed');
      return false;
    });
    if (!more) break;
    count += 1;
  }
  return count;
}

import { and, asc, isNotNull, lte, notInArray } from 'drizzle-orm';
import { nextSystemStepAt, systemStep } from '../../shared/order/command/system-step';
import { inTransaction } from '../db/in-transaction';
import { order } from '../db/schema';
import { type Deps, systemContext } from '../order/context';
import { factsOf, updateOrder } from '../order/order-row';
import { commitChange, envOf } from '../order/run-order-command';

async function stepOne(deps: Deps, passed: string[]): Promise<'taken' | 'passed' | 'none'> {
  const ctx = await systemContext(deps);
  let orderId: string | null = null;
  return inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(order)
      .where(
        and(
          isNotNull(order.nextStepAt),
          lte(order.nextStepAt, ctx.now()),
          passed.length > 0 ? notInArray(order.id, passed) : undefined,
        ),
      )
      .orderBy(asc(order.nextStepAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return 'none' as const;
    orderId = row.id;
    const facts = await factsOf(tx, row);
    const change = systemStep(facts, envOf(ctx));
    if (change) await commitChange(tx, ctx, row, 'close', facts, change);
    else await updateOrder(tx, row.id, { nextStepAt: nextSystemStepAt(facts) });
    if (change) return 'taken' as const;
    passed.push(row.id);
    return 'passed' as const;
  }).catch((error: Error) => {
    // The next ones must not wait for this one; it is tried again at the next run.
    if (orderId === null) throw error;
    passed.push(orderId);
    deps.log.error({ job: 'take-system-steps', orderId, name: error.name }, 'a step failed');
    return 'passed' as const;
  });
}

/** Runs every minute: class by the system, lapsed extensions, automatic closing (spec 2). */
export async function takeSystemSteps(deps: Deps, bound = 1000): Promise<number> {
  const passed: string[] = [];
  let count = 0;
  while (count < bound && passed.length < 500) {
    const step = await stepOne(deps, passed);
    if (step === 'none') break;
    if (step === 'taken') count += 1;
  }
  return count;
}

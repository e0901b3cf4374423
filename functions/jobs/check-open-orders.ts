import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { missingOf } from '../../shared/order/missing';
import type { State } from '../../shared/order/state';
import { nextAlarm } from '../../shared/sla/alarm';
import { clock, clockAlarm, openOrderProblem, order } from '../db/schema';
import { type Context, type Deps, systemContext } from '../order/context';
import { factsOf, type OrderRow } from '../order/order-row';

const open: State[] = ['submitted', 'dispatched', 'handling', 'rectifying', 'resolved'];
const pageSize = 200;

/** Running clocks whose next alarm is still to sound, but that no timer will wake. */
async function silentClocks(ctx: Context, orderId: string): Promise<string[]> {
  const rows = await ctx.db
    .select()
    .from(clock)
    .where(and(eq(clock.orderId, orderId), isNull(clock.endedAt), isNull(clock.nextAlarmAt)));
  const silent: string[] = [];
  for (const row of rows) {
    const sounded = await ctx.db
      .select({ level: clockAlarm.level, dueAt: clockAlarm.dueAt })
      .from(clockAlarm)
      .where(eq(clockAlarm.clockId, row.id));
    const watched = { startedAt: row.startedAt, dueAt: row.dueAt, sounded: sounded as never };
    if (nextAlarm(watched, ctx.ref.calendar, ctx.now())) silent.push(`alarm:${row.kind}`);
  }
  return silent;
}

async function problemsOf(ctx: Context, row: OrderRow): Promise<string[]> {
  const missing = missingOf(await factsOf(ctx.db, row));
  const named = missing.map((each) => (each.what === 'clock' ? `clock:${each.clock}` : each.what));
  return [...named, ...(await silentClocks(ctx, row.id))];
}

/**
 * The daily self-check: every open order has an owner, the clocks its state demands, and a next alarm. What it finds is
 * listed for the district centre; what is gone since is taken out. Returns how many problems stand.
 */
export async function checkOpenOrders(deps: Deps): Promise<number> {
  const ctx = await systemContext(deps);
  const at = ctx.now();
  let last: string | null = null;
  let count = 0;
  for (;;) {
    const after = last === null ? undefined : gt(order.id, last);
    const rows: OrderRow[] = await ctx.db
      .select()
      .from(order)
      .where(and(inArray(order.state, open), after))
      .orderBy(asc(order.id))
      .limit(pageSize);
    for (const row of rows) {
      const problems = await problemsOf(ctx, row);
      count += problems.length;
      for (const problem of problems) {
        const found = { orderId: row.id, number: row.number, problem, foundAt: at };
        await ctx.db
          .insert(openOrderProblem)
          .values(found)
          .onConflictDoUpdate({
            target: [openOrderProblem.orderId, openOrderProblem.problem],
            set: { foundAt: at },
          });
      }
    }
    last = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) break;
  }
  await ctx.db.delete(openOrderProblem).where(lt(openOrderProblem.foundAt, at));
  if (count > 0) deps.log.error({ job: 'check-open-orders', count }, 'open orders lack something');
  return count;
}

import { eq } from 'drizzle-orm';
import type { OrderFacts } from '../../shared/order/facts';
import { waitsOf } from '../../shared/order/queue';
import type { Instant } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import { orderWait } from '../db/schema';

/** What stands for "nothing is due": after every due there is. */
export const noDue: Instant = Date.UTC(9999, 11, 31);

/** The lines of `order_wait` that these facts ask for. */
export const waitRows = (facts: OrderFacts) =>
  waitsOf(facts).map(({ queue, unitId, dueAt, urgent }) => ({
    orderId: facts.id,
    queue,
    unitId,
    rank: urgent ? 0 : 1,
    dueAt: dueAt ?? noDue,
  }));

/** Writes anew what the order waits for, where that has changed. */
export async function saveWaits(tx: Tx, before: OrderFacts | null, after: OrderFacts): Promise<void> {
  const rows = waitRows(after);
  const old = before ? waitRows(before) : [];
  if (JSON.stringify(rows) === JSON.stringify(old)) return;
  if (old.length > 0) await tx.delete(orderWait).where(eq(orderWait.orderId, after.id));
  if (rows.length > 0) await tx.insert(orderWait).values(rows);
}

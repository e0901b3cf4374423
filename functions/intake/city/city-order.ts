import { eq } from 'drizzle-orm';
import type { OrderFacts } from '../../../shared/order/facts';
import type { Tx } from '../../db/connect';
import { cityOrder } from '../../db/schema';

/** An order the city portal handed over begins: it waits to be entered there from its first state on (spec 4). */
export async function beginCityOrder(tx: Tx, facts: OrderFacts, now: number, receivedAt: number | null) {
  const { id: orderId, state, round } = facts;
  await tx.insert(cityOrder).values({ orderId, state, round, movedAt: now, receivedAt });
}

/** Its state moved: whoever enters things at the city portal has one more line to enter. */
export async function moveCityOrder(tx: Tx, before: OrderFacts, facts: OrderFacts, now: number) {
  const { state, round } = facts;
  if (before.state === state && before.round === round) return;
  await tx.update(cityOrder).set({ state, round, movedAt: now }).where(eq(cityOrder.orderId, facts.id));
}

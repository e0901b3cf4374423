import { inArray, type SQL, sql } from 'drizzle-orm';
import { mostPressing } from '../../shared/order/pressing';
import type { OrderCard } from '../../shared/order/view';
import { dayMs } from '../../shared/sla/instant';
import { order, orderWait } from '../db/schema';
import type { Context } from '../order/context';
import { listCards } from '../order/list-cards';
import { waitingCondition } from '../order/list-orders';
import { queuesFor, waitingIn, watches } from './queues';

/** An order with the duty it stands there for; its due and light are that duty's. */
export interface Pressing extends OrderCard {
  duty: { id: string; title: string; watched: boolean };
}
interface Found {
  duty: string;
  orderId: string;
  rank: number;
  dueAt: string;
}

/** The first of one's own queues, then of those one watches: worst light first, in it bad answers, then by due. */
async function findPressing(ctx: Context, parts: SQL[]): Promise<Found[]> {
  const at = (instant: number) => sql`${new Date(instant).toISOString()}::timestamptz`;
  const now = ctx.now();
  const { rows } = await ctx.db.execute(sql`select duty, order_id as "orderId", rank, due_at as "dueAt"
    from (${sql.join(parts, sql` union all `)}) as waiting
    order by watched, case when due_at < ${at(now)} then 0 when due_at <= ${at(now + dayMs)} then 1 else 2 end,
      rank, due_at, order_id limit ${mostPressing}`);
  return rows as unknown as Found[];
}

/** What presses this person most over all his queues, each order once (spec 3, lights); ends at a bound. */
export async function listPressing(ctx: Context): Promise<Pressing[]> {
  const queues = queuesFor(ctx);
  if (queues.length === 0) return [];
  const parts = queues.map(
    (
      queue,
    ) => sql`(select ${queue.id}::text as duty, ${watches(ctx, queue)}::boolean as watched, ${orderWait.orderId}, ${orderWait.rank}, ${orderWait.dueAt}
      from ${orderWait} where ${waitingCondition(waitingIn(ctx, queue))}
      order by ${orderWait.rank}, ${orderWait.dueAt}, ${orderWait.orderId} limit ${mostPressing})`,
  );
  const found = await findPressing(ctx, parts);
  const first = found.filter(({ orderId }, at) => found.findIndex((each) => each.orderId === orderId) === at);
  if (first.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(order)
    .where(
      inArray(
        order.id,
        first.map((each) => each.orderId),
      ),
    );
  const stands = first.flatMap(({ orderId, duty, rank, dueAt }) => {
    const row = rows.find((each) => each.id === orderId);
    const queue = queues.find(({ id }) => id === duty);
    if (!row || !queue) return [];
    const wait = { rank, dueAt: new Date(dueAt).getTime() };
    return [{ row, wait, duty: { id: duty, title: queue.title, watched: watches(ctx, queue) } }];
  });
  const cards = await listCards(ctx, stands);
  return cards.flatMap((card) => {
    const stand = stands.find(({ row }) => row.number === card.number);
    return stand ? [{ ...card, duty: stand.duty }] : [];
  });
}

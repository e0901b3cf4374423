import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { orderViewer, staff } from '../db/schema';
import type { Context } from '../order/context';
import { visibleOrder } from '../order/visible-order';

/** A screen tells of itself every 15 seconds; one that is silent for this long is gone. */
const goneAfterMs = 40_000;
const mostNamed = 5;

/** Notes that this person has the order before him, and says who else has; kept in the database for all instances. */
export async function seeWith(ctx: Context, number: string): Promise<{ name: string }[]> {
  if (ctx.actor.kind !== 'staff') return [];
  const { row } = await visibleOrder(ctx, number);
  const seenAt = ctx.now();
  await ctx.db
    .insert(orderViewer)
    .values({ orderId: row.id, staffId: ctx.actor.id, seenAt })
    .onConflictDoUpdate({
      target: [orderViewer.orderId, orderViewer.staffId],
      set: { seenAt: sql`excluded.seen_at` },
    });
  return ctx.db
    .select({ name: staff.name })
    .from(orderViewer)
    .innerJoin(staff, eq(staff.id, orderViewer.staffId))
    .where(
      and(
        eq(orderViewer.orderId, row.id),
        ne(orderViewer.staffId, ctx.actor.id),
        gt(orderViewer.seenAt, seenAt - goneAfterMs),
      ),
    )
    .orderBy(desc(orderViewer.seenAt))
    .limit(mostNamed);
}

import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { order, orderViewer, staff } from '../db/schema';
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

/** Who else has these orders before him now, by number; orders that nobody has open are left out. */
export async function othersAt(ctx: Context, numbers: string[]): Promise<Record<string, string[]>> {
  if (ctx.actor.kind !== 'staff' || numbers.length === 0) return {};
  const rows = await ctx.db
    .select({ number: order.number, name: staff.name })
    .from(order)
    .innerJoin(orderViewer, eq(orderViewer.orderId, order.id))
    .innerJoin(staff, eq(staff.id, orderViewer.staffId))
    .where(
      and(
        inArray(order.number, numbers),
        ne(orderViewer.staffId, ctx.actor.id),
        gt(orderViewer.seenAt, ctx.now() - goneAfterMs),
      ),
    )
    .orderBy(desc(orderViewer.seenAt));
  const found: Record<string, string[]> = {};
  for (const { number, name } of rows) found[number] = [...(found[number] ?? []), name].slice(0, mostNamed);
  return found;
}

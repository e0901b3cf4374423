import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import * as z from 'zod';
import { states } from '../../../shared/order/state';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { cityOrder, order } from '../../db/schema';
import type { Context } from '../../order/context';
import { cityAnswers } from './city-answers';
import { requireCityDesk } from './start-import';

/** What somebody has entered at the city portal: each order as it stood when it was seen. */
export const EnteredInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        number: z.string().regex(/^CM\d{14}$/),
        state: z.enum(states),
        round: z.int().min(0),
      }),
    )
    .min(1)
    .max(500),
});
type EnteredInput = z.infer<typeof EnteredInput>;

const toEnter = sql`(${cityOrder.enteredState} is distinct from ${cityOrder.state} or ${cityOrder.enteredRound} is distinct from ${cityOrder.round})`;

/** Orders whose state has moved since it was last entered at the city portal, those that moved first at the top. */
export async function listReturns(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  requireCityDesk(ctx);
  const [time = '', id = ''] = cursor?.split(' ') ?? [];
  const at = Number(time) || 0;
  const rows = await ctx.db
    .select({ row: order, city: cityOrder })
    .from(cityOrder)
    .innerJoin(order, eq(order.id, cityOrder.orderId))
    .where(
      and(
        toEnter,
        cursor
          ? or(
              gt(cityOrder.movedAt, at),
              and(eq(cityOrder.movedAt, at), sql`${cityOrder.orderId}::text > ${id}`),
            )
          : undefined,
      ),
    )
    .orderBy(asc(cityOrder.movedAt), asc(cityOrder.orderId))
    .limit(limit);
  const answers = await cityAnswers(
    ctx,
    rows.map(({ row }) => row),
  );
  const items = answers.map((answer, index) => ({
    ...answer,
    movedAt: toIso(rows[index]?.city.movedAt ?? 0),
    receivedAt: rows[index]?.city.receivedAt ? toIso(rows[index].city.receivedAt) : null,
  }));
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items, next: last ? `${last.city.movedAt} ${last.city.orderId}` : null };
}

/** Takes what was entered off the list; an order that moved on meanwhile stays on it. Recorded. */
export async function markEntered(ctx: Context, { items }: EnteredInput) {
  requireCityDesk(ctx);
  return ctx.db.transaction(async (tx) => {
    const rows = await tx
      .select({ number: order.number, city: cityOrder })
      .from(order)
      .innerJoin(cityOrder, eq(cityOrder.orderId, order.id))
      .where(
        inArray(
          order.number,
          items.map(({ number }) => number),
        ),
      )
      .for('update', { of: cityOrder });
    const seen = new Map(items.map((each) => [each.number, each]));
    const same = rows.filter(({ number, city }) => {
      const wanted = seen.get(number);
      return wanted?.state === city.state && wanted.round === city.round;
    });
    for (const { city } of same)
      await tx
        .update(cityOrder)
        .set({
          enteredState: city.state,
          enteredRound: city.round,
          enteredAt: ctx.now(),
          enteredBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
        })
        .where(eq(cityOrder.orderId, city.orderId));
    const entered = same.map(({ number }) => number);
    if (entered.length > 0) await appendAudit(tx, ctx.actor, ctx.now(), 'city-return.entered', { entered });
    return { entered: entered.length, moved: items.length - entered.length };
  });
}

import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { holderRoles } from '../../../shared/figure/counter';
import { cursor, limit } from '../../http/define';
import type { Context } from '../../order/context';
import { narrowingOf, withinPeriod } from '../filter';
import { type Line, linesAfter, presentLines } from '../lines';
import { CustodyQuery, monthSpan } from './custody-times';

/** The orders of one holder: those that lie there now, or those whose time there ended in these months. */
export const HeldOrders = CustodyQuery.extend({
  holder: z.uuid(),
  role: z.enum(holderRoles),
  part: z.enum(['open', 'ended']),
  cursor,
  limit,
});
type HeldOrders = z.infer<typeof HeldOrders>;

/** The orders behind a holder's times, the newest first. */
export async function heldOrders(ctx: Context, asked: HeldOrders) {
  const { holder, role, part, cursor: after, limit: size, ...query } = asked;
  const { units } = narrowingOf(ctx, { ...query, from: '2000-01-01', to: '2000-01-01' });
  if (Array.isArray(units) && !units.includes(holder)) return presentLines(ctx, [], size);
  const open = part === 'open';
  const moment = open ? 'h.from_at' : 'h.to_at';
  const within = open ? sql`h.to_at is null` : withinPeriod(sql`h.to_at`, monthSpan(query));
  const columns = { moment, line: 'h.position::text', id: 'h.order_id' };
  const { rows } = await ctx.db.execute<Line>(sql`
    select h.order_id as id, (extract(epoch from ${sql.raw(moment)}) * 1000)::bigint as at, h.position::text as line
    from custody h where h.unit_id = ${holder} and h.role = ${role} and ${within} and ${linesAfter(after, columns)}
    order by ${sql.raw(moment)} desc, h.order_id desc, h.position::text desc limit ${size}`);
  return presentLines(ctx, rows, size);
}

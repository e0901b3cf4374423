import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { cursor, limit } from '../../http/define';
import type { Context } from '../../order/context';
import { conditionOf, FigureQuery, narrowingOf, periodOf, withinPeriod } from '../filter';
import { type Line, linesAfter, presentLines } from '../lines';

const mostPairs = 200;

const unitOrNone = z.union([z.uuid(), z.literal('none')]);
/** The orders of one way: from a unit to another, 'none' where it has not been sent on yet. */
export const ReturnedOrders = FigureQuery.extend({ fromUnit: unitOrNone, toUnit: unitOrNone, cursor, limit });
type ReturnedOrders = z.infer<typeof ReturnedOrders>;

/** Returns in the period that this person may count: by or to an own unit, or all of them. */
function returnsSeen(ctx: Context, query: FigureQuery): SQL {
  const { units, values } = narrowingOf(ctx, query);
  const own = Array.isArray(units)
    ? sql`(r.from_unit_id = any(${sql.param(units)}::uuid[]) or r.to_unit_id = any(${sql.param(units)}::uuid[]))`
    : sql`true`;
  const others =
    Object.keys(values).length > 0
      ? sql`join order_figure f on f.order_id = r.order_id and f.returned > 0 and ${conditionOf({ units: null, values }, 'f')}`
      : sql``;
  return sql`from return_figure r ${others} where ${withinPeriod(sql`r.at`, periodOf(query))} and ${own}`;
}

/** Orders given back, from which unit and where they were sent next, the most frequent ways first (spec 7). */
export async function returnsBetween(ctx: Context, query: FigureQuery) {
  const { rows } = await ctx.db.execute<{
    from: string | null;
    to: string | null;
    n: number;
    total: number;
  }>(sql`
    select r.from_unit_id::text as "from", r.to_unit_id::text as "to", count(*)::int as n,
      (sum(count(*)) over ())::int as total
    ${returnsSeen(ctx, query)} group by 1, 2 order by 3 desc, 1, 2 limit ${mostPairs}`);
  const nameOf = (id: string | null) => (id === null ? null : (ctx.ref.units.get(id)?.name ?? null));
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ from, to, n }) => ({ from, fromName: nameOf(from), to, toName: nameOf(to), n })),
  };
}

/** The orders that went one way, the newest return first. */
export async function returnedOrders(ctx: Context, asked: ReturnedOrders) {
  const { fromUnit, toUnit, cursor: after, limit: size, ...query } = asked;
  const is = (column: string, unit: string) =>
    unit === 'none' ? sql.raw(`${column} is null`) : sql`${sql.raw(column)} = ${unit}`;
  const columns = { moment: 'r.at', line: 'r.nth::text', id: 'r.order_id' };
  const { rows } = await ctx.db.execute<Line>(sql`
    select r.order_id as id, (extract(epoch from r.at) * 1000)::bigint as at, r.nth::text as line
    ${returnsSeen(ctx, query)} and ${is('r.from_unit_id', fromUnit)} and ${is('r.to_unit_id', toUnit)}
      and ${linesAfter(after, columns)}
    order by r.at desc, r.order_id desc, r.nth::text desc limit ${size}`);
  return presentLines(ctx, rows, size);
}

import { sql } from 'drizzle-orm';
import type { Context } from '../../order/context';
import { conditionOf, type FigureQuery, narrowingOf, periodOf, withinPeriod } from '../filter';

const mostPairs = 200;

/** Orders given back, from which unit and where they were sent next, the most frequent ways first (spec 7). */
export async function returnsBetween(ctx: Context, query: FigureQuery) {
  const { units, values } = narrowingOf(ctx, query);
  const within = withinPeriod(sql`r.at`, periodOf(query));
  const own = Array.isArray(units)
    ? sql`(r.from_unit_id = any(${sql.param(units)}::uuid[]) or r.to_unit_id = any(${sql.param(units)}::uuid[]))`
    : sql`true`;
  const others =
    Object.keys(values).length > 0
      ? sql`join order_figure f on f.order_id = r.order_id and ${conditionOf({ units: null, values }, 'f')}`
      : sql``;
  const { rows } = await ctx.db.execute<{
    from: string | null;
    to: string | null;
    n: number;
    total: number;
  }>(sql`
    select r.from_unit_id::text as "from", r.to_unit_id::text as "to", count(*)::int as n,
      (sum(count(*)) over ())::int as total
    from return_figure r ${others} where ${within} and ${own}
    group by 1, 2 order by 3 desc, 1, 2 limit ${mostPairs}`);
  const nameOf = (id: string | null) => (id === null ? null : (ctx.ref.units.get(id)?.name ?? null));
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ from, to, n }) => ({ from, fromName: nameOf(from), to, toName: nameOf(to), n })),
  };
}

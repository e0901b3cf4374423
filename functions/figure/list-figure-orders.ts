import { inArray, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { stateWords } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { matter, order } from '../db/schema';
import type { Context } from '../order/context';
import { definitions } from './definitions';
import { type FigureQuery, filterOn, periodOf } from './filter';
import { linesOf } from './measure';

/** The orders behind a figure, or behind what it is a share of; by order id, page by page (spec 7). */
export async function listFigureOrders(
  ctx: Context,
  query: FigureQuery,
  {
    figure,
    part,
    cursor,
    limit,
  }: { figure: string; part: 'counts' | 'of' | 'missed'; cursor?: string | undefined; limit: number },
) {
  const known = definitions(sql`${new Date(ctx.now()).toISOString()}::timestamptz`);
  const wanted = known.find(({ id }) => id === figure);
  if (!wanted) throw new RuleBroken('figure.unknown', { path: 'figure' }, 422);
  const of = wanted.of ?? wanted.counts;
  const condition = {
    counts: wanted.counts,
    of,
    missed: sql`${of} and (${wanted.counts}) is not true`,
  }[part];
  const lines = linesOf(wanted.source, periodOf(query), filterOn(ctx, query));
  const after = cursor && /^[0-9a-f-]{36}$/.test(cursor) ? sql`and f.order_id > ${cursor}::uuid` : sql``;
  const found = await ctx.db.execute(
    sql`select distinct f.order_id as id ${lines} and (${condition}) ${after} order by f.order_id limit ${limit}`,
  );
  const ids = found.rows.map((row) => String(row.id));
  const rows = ids.length > 0 ? await ctx.db.select().from(order).where(inArray(order.id, ids)) : [];
  const matters = rows.flatMap((row) => row.matterId ?? []);
  const names =
    matters.length > 0 ? await ctx.db.select().from(matter).where(inArray(matter.id, matters)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    items: ids.flatMap((id) => {
      const row = byId.get(id);
      if (!row) return [];
      return [
        {
          number: row.number,
          stateWord: stateWords[row.state],
          matter: names.find((each) => each.id === row.matterId)?.name ?? null,
          unit: ctx.ref.units.get(row.leadUnitId ?? '')?.name ?? null,
          submittedAt: toIso(row.submittedAt),
        },
      ];
    }),
    next: ids.length === limit ? (ids.at(-1) ?? null) : null,
  };
}

import { inArray, sql } from 'drizzle-orm';
import { stages } from '../../../shared/order/vocabulary';
import { matter } from '../../db/schema';
import type { Context } from '../../order/context';
import { conditionOf, type FigureQuery, narrowingOf, periodOf, withinPeriod } from '../filter';
import { measure } from '../measure';

const mostMatters = 20;

/** Where people get stuck: what was received of the matters reported most, by stage (spec 7). */
export async function matterHeat(ctx: Context, query: FigureQuery) {
  const found = await measure(ctx, query, 'matter', { figures: ['received'], handling: false });
  const top = [...found]
    .flatMap(([key, { figures }]) => (key === null ? [] : [{ key, n: figures[0]?.count ?? 0 }]))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || a.key.localeCompare(b.key))
    .slice(0, mostMatters);
  const ids = top.map(({ key }) => key);
  if (ids.length === 0) return { stages: Object.entries(stages), items: [] };
  const { rows } = await ctx.db.execute<{ matter: string; stage: string; n: number }>(sql`
    select f.matter_id::text as matter, f.stage, count(*)::int as n from order_figure f
    where f.matter_id = any(${sql.param(ids)}::uuid[]) and ${withinPeriod(sql`f.submitted_at`, periodOf(query))}
      and ${conditionOf(narrowingOf(ctx, query), 'f')}
    group by 1, 2`);
  const named = await ctx.db.select().from(matter).where(inArray(matter.id, ids));
  const names = new Map(named.map((each) => [each.id, each.name]));
  return {
    stages: Object.entries(stages),
    items: top.map(({ key, n }) => ({
      matter: key,
      name: names.get(key) ?? '',
      n,
      cells: Object.fromEntries(rows.filter((row) => row.matter === key).map((row) => [row.stage, row.n])),
    })),
  };
}

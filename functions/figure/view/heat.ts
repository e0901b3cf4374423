import { sql } from 'drizzle-orm';
import { stages } from '../../../shared/order/vocabulary';
import type { Context } from '../../order/context';
import { type FigureQuery, narrowingOf, periodOf } from '../filter';
import { matterStages } from './matter-stages';

const mostMatters = 20;

interface Row extends Record<string, unknown> {
  matter: string;
  name: string | null;
  stage: string;
  n: number;
  total: number;
}

/** Where people get stuck: what was received of the matters reported most, by stage (spec 7). */
export async function matterHeat(ctx: Context, query: FigureQuery) {
  const { rows } = await ctx.db.execute<Row>(sql`
    with cell as (${matterStages(narrowingOf(ctx, query), periodOf(query))}),
    top as (select matter_id, sum(n)::int as total from cell group by 1 order by 2 desc, 1 limit ${mostMatters})
    select top.matter_id::text as matter, matter.name, cell.stage, cell.n, top.total
    from top join cell on cell.matter_id = top.matter_id left join matter on matter.id = top.matter_id
    order by top.total desc, top.matter_id`);
  const items = new Map<string, { matter: string; name: string; n: number; cells: Record<string, number> }>();
  for (const { matter, name, stage, n, total } of rows) {
    const item = items.get(matter) ?? { matter, name: name ?? '', n: total, cells: {} };
    item.cells[stage] = n;
    items.set(matter, item);
  }
  return { stages: Object.entries(stages), items: [...items.values()] };
}

import { sql } from 'drizzle-orm';
import { stages } from '../../../shared/order/vocabulary';
import type { Context } from '../../order/context';
import { type FigureQuery, narrowingOf, periodOf } from '../filter';
import { groupNames } from '../group-names';
import { keptAnswer } from '../kept-answers';
import { matterStages } from './matter-stages';

const mostMatters = 20;

interface Row extends Record<string, unknown> {
  matter: string;
  stage: string;
  n: number;
  total: number;
}

/** The cells of the matters that most was received of, the first of them first; kept as long as the figures stand. */
function readTop(ctx: Context, query: FigureQuery): Promise<Row[]> {
  const question = { narrowing: narrowingOf(ctx, query), period: periodOf(query) };
  const read = sql`
    with cell as (${matterStages(question.narrowing, question.period)}),
    top as (select matter_id, sum(n)::int as total from cell group by 1 order by 2 desc, 1 limit ${mostMatters})
    select top.matter_id::text as matter, cell.stage, cell.n, top.total
    from top join cell on cell.matter_id = top.matter_id order by top.total desc, top.matter_id`;
  return ctx.db.transaction(
    (tx) =>
      keptAnswer({ db: ctx.db, tx }, { heat: question }, async () => (await tx.execute<Row>(read)).rows),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Where people get stuck: what was received of the matters reported most, by stage (spec 7). */
export async function matterHeat(ctx: Context, query: FigureQuery) {
  const rows = await readTop(ctx, query);
  const names = await groupNames(ctx, 'matter', [...new Set(rows.map(({ matter }) => matter))]);
  const items = new Map<string, { matter: string; name: string; n: number; cells: Record<string, number> }>();
  for (const { matter, stage, n, total } of rows) {
    const item = items.get(matter) ?? { matter, name: names.get(matter) ?? '', n: total, cells: {} };
    item.cells[stage] = n;
    items.set(matter, item);
  }
  return { stages: Object.entries(stages), items: [...items.values()] };
}

import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { dayOf } from '../../../shared/sla/instant';
import { order, problemEvidence, problemItem } from '../../db/schema';
import type { Context } from '../../order/context';
import { unitsSeen, withBelow } from '../scope';
import type { ProblemQuery } from './contract';
import { measureEffects } from './effect';
import { matterNames, presentLine, presentMeasure, staffNames } from './present-problem';
import { measuresOf, type ProblemRow } from './problem-row';

function afterCursor(cursor: string | undefined): SQL | undefined {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  if (!/^\d{1,15}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const iso = new Date(Number(at)).toISOString();
  return sql`(${problemItem.openedAt}, ${problemItem.id}) < (${iso}::timestamptz, ${id}::uuid)`;
}

function conditions(ctx: Context, query: ProblemQuery): (SQL | undefined)[] {
  const seen = unitsSeen(ctx);
  const today = dayOf(ctx.now());
  return [
    seen ? inArray(problemItem.ownerUnitId, seen) : undefined,
    query.unit ? inArray(problemItem.ownerUnitId, withBelow(ctx, query.unit)) : undefined,
    query.state ? eq(problemItem.state, query.state) : undefined,
    query.cause ? eq(problemItem.cause, query.cause) : undefined,
    query.matter ? sql`${problemItem.matterIds} @> ${sql.param(`{${query.matter}}`)}::uuid[]` : undefined,
    query.order
      ? sql`exists (select 1 from ${problemEvidence} e join ${order} o on o.id = e.order_id
          where e.item_id = ${problemItem.id} and o.number = ${query.order})`
      : undefined,
    query.overdue
      ? and(
          eq(problemItem.state, 'planned'),
          sql`exists (select 1 from problem_measure m where m.item_id = ${problemItem.id}
            and m.done_at is null and not m.void and m.due < ${today}::date)`,
        )
      : undefined,
  ];
}

async function evidenceCounts(ctx: Context, rows: ProblemRow[]): Promise<Map<string, number>> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: problemEvidence.itemId, n: count() })
    .from(problemEvidence)
    .where(inArray(problemEvidence.itemId, ids))
    .groupBy(problemEvidence.itemId);
  return new Map(found.map(({ id, n }) => [id, n]));
}

/** One page of the problem list that this person sees, the newest first; a finished one with what became of it. */
export async function listProblems(ctx: Context, query: ProblemQuery) {
  const rows = await ctx.db
    .select()
    .from(problemItem)
    .where(and(...conditions(ctx, query), afterCursor(query.cursor)))
    .orderBy(desc(problemItem.openedAt), desc(problemItem.id))
    .limit(query.limit);
  const ids = rows.map((row) => row.id);
  const [measures, orders, matters, people] = await Promise.all([
    measuresOf(ctx.db, ids),
    evidenceCounts(ctx, rows),
    matterNames(
      ctx.db,
      rows.flatMap((row) => row.matterIds),
    ),
    staffNames(
      ctx.db,
      rows.flatMap((row) => [row.responsibleId, row.openedBy]),
    ),
  ]);
  const finished = rows.filter(({ state }) => state === 'done' || state === 'effective');
  const effects = await measureEffects(ctx, finished, measures);
  const items = rows.map((row) => {
    const last = measures.find(({ itemId }) => itemId === row.id);
    return {
      ...presentLine(ctx, row, matters, people),
      orders: orders.get(row.id) ?? 0,
      measure: last ? presentMeasure(ctx, last) : null,
      verdict: effects.get(row.id)?.verdict ?? null,
    };
  });
  const last = rows.at(-1);
  return { items, next: rows.length === query.limit && last ? `${last.openedAt}_${last.id}` : null };
}

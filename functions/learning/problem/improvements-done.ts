import { sql } from 'drizzle-orm';
import { type Day, dayOf } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';

export interface Improvements {
  /** Measures done by their due. */
  count: number;
  /** Measures due: done, or their due has passed. */
  of: number;
}

/**
 * The figure "improvements done" of spec 7 by owner unit: measures done by their due ÷ due, of those due from the first
 * to the last day. A measure still running before its due counts in neither.
 */
export async function improvementsDone(
  ctx: Context,
  { from, to }: { from: Day; to: Day },
): Promise<Map<string, Improvements>> {
  const { rows } = await ctx.db.execute<{ unit: string; n: number; d: number }>(
    sql`select i.owner_unit_id as unit,
          count(*) filter (where (m.done_at at time zone 'Asia/Shanghai')::date <= m.due) as n,
          count(*) as d
        from problem_measure m join problem_item i on i.id = m.item_id
        where m.due >= ${from}::date and m.due <= ${to}::date and not m.void
          and (m.done_at is not null or m.due < ${dayOf(ctx.now())}::date)
        group by 1 limit 5000`,
  );
  return new Map(rows.map(({ unit, n, d }) => [unit, { count: Number(n), of: Number(d) }]));
}

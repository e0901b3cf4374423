import { type SQL, sql } from 'drizzle-orm';
import { type Effect, judgeEffect, type MonthCount } from '../../../shared/learning/effect';
import {
  addMonths,
  firstInstantOf,
  type Month,
  monthOf,
  monthsBetween,
} from '../../../shared/learning/month';
import type { Context } from '../../order/context';
import { firstMonth } from '../first-month';
import { withBelow } from '../scope';
import type { MeasureRow, ProblemRow } from './problem-row';

/** How far an effect looks back from the measure, and how many months it shows at most. */
const monthsBefore = 12;
const mostMonths = 36;

const uuids = (ids: string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

/** Reports of these matters and this cause per month: the whole district's where it opened the item, else the unit's. */
async function countMonths(ctx: Context, item: ProblemRow, from: Month): Promise<Map<Month, number>> {
  const parts = [
    sql`cause = ${item.cause}`,
    sql`submitted_at >= ${new Date(firstInstantOf(from)).toISOString()}::timestamptz`,
    ...(item.matterIds.length > 0 ? [sql`matter_id = any(${uuids(item.matterIds)})`] : []),
    ...(item.openedByDistrict ? [] : [sql`unit_id = any(${uuids(withBelow(ctx, item.ownerUnitId))})`]),
  ];
  const { rows } = await ctx.db.execute<{ month: string; n: number }>(
    sql`select to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n
        from order_figure where ${sql.join(parts, sql` and `)} group by 1 limit 100`,
  );
  return new Map(rows.map(({ month, n }) => [month, Number(n)]));
}

export interface MeasuredEffect extends Effect {
  months: MonthCount[];
  doneMonth: Month | null;
  runningMonth: Month;
}

/** Reports of the item's matters × cause per month before and after its last finished measure (spec 7). */
export async function measureEffect(
  ctx: Context,
  item: ProblemRow,
  measures: MeasureRow[],
): Promise<MeasuredEffect> {
  const running = monthOf(ctx.now());
  const done = measures.find(({ doneAt, itemId }) => itemId === item.id && doneAt !== null)?.doneAt ?? null;
  const doneMonth = done === null ? null : monthOf(done);
  const first = (await firstMonth(ctx)) ?? running;
  const wanted = addMonths(doneMonth ?? running, -monthsBefore);
  const from = [first, wanted, addMonths(running, 1 - mostMonths)].sort().at(-1) ?? running;
  const counts = await countMonths(ctx, item, from);
  const months = monthsBetween(from, running).map((month) => ({ month, count: counts.get(month) ?? 0 }));
  return { ...judgeEffect(months, doneMonth, running), months, doneMonth, runningMonth: running };
}

import { type SQL, sql } from 'drizzle-orm';
import { dayNumber } from '../../../shared/figure/share';
import { type Effect, judgeEffect, type MonthCount } from '../../../shared/learning/effect';
import {
  addMonths,
  firstInstantOf,
  type Month,
  monthOf,
  monthOfDay,
  monthsBetween,
} from '../../../shared/learning/month';
import { dayOf, toIso } from '../../../shared/sla/instant';
import { readCounts } from '../../figure/read-counts';
import type { Context } from '../../order/context';
import { firstMonth } from '../first-month';
import { withBelow } from '../scope';
import type { MeasureRow, ProblemRow } from './problem-row';

/** How far an effect looks back from the measure, and how many months it shows at most. */
const monthsBefore = 12;
const mostMonths = 36;

const uuids = (ids: string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;

/** The units whose reports count: the whole district's (null) where it opened the item, else the unit's and below. */
const unitsOf = (ctx: Context, item: ProblemRow): string[] | null =>
  item.openedByDistrict ? null : withBelow(ctx, item.ownerUnitId);

/** Reports of these matters and this cause per month, by the index on both. */
async function countMatters(ctx: Context, item: ProblemRow, from: Month): Promise<Map<Month, number>> {
  const units = unitsOf(ctx, item);
  const parts = [
    sql`cause = ${item.cause}`,
    sql`matter_id = any(${uuids(item.matterIds)})`,
    sql`submitted_at >= ${toIso(firstInstantOf(from))}::timestamptz`,
    ...(units ? [sql`unit_id = any(${uuids(units)})`] : []),
  ];
  const { rows } = await ctx.db.execute<{ month: string; n: number }>(
    sql`select to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n
        from order_figure where ${sql.join(parts, sql` and `)} group by 1 limit 100`,
  );
  return new Map(rows.map(({ month, n }) => [month, Number(n)]));
}

/** Reports of this cause per month whatever their matter, from the roll-ups. */
async function countCause(ctx: Context, item: ProblemRow, from: Month): Promise<Map<Month, number>> {
  const tally = await ctx.db.transaction((tx) =>
    readCounts(tx, {
      narrowing: { units: unitsOf(ctx, item), values: { cause: item.cause } },
      period: { first: dayNumber(`${from}-01`), last: dayNumber(dayOf(ctx.now())) },
      group: 'month',
      counters: ['received'],
    }),
  );
  return new Map([...tally].map(([day, counts]) => [monthOfDay(day ?? ''), counts.get('received') ?? 0]));
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
  const counts = await (item.matterIds.length > 0 ? countMatters : countCause)(ctx, item, from);
  const months = monthsBetween(from, running).map((month) => ({ month, count: counts.get(month) ?? 0 }));
  return { ...judgeEffect(months, doneMonth, running), months, doneMonth, runningMonth: running };
}

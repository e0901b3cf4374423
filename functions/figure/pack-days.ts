import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/connect';
import { putRows } from '../db/put-rows';
import { figurePack } from '../db/schema';
import { type Handled, packDay, packed } from './day-pack';
import { raiseGeneration } from './figure-state';
import { withinDays } from './filter';
import { groupedBy } from './grouped-by';

/** One at a time packs; whoever comes second leaves it to the first. */
export const packingLock = 733_011;
const perStep = 40;

type Row = Handled & { day: number } & Record<string, unknown>;

/** Packs the days that were touched longest ago; a change made meanwhile leaves its mark, and its day is packed again. */
async function packOnce(tx: Tx): Promise<number> {
  const { rows: locks } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${packingLock}) as mine`,
  );
  if (!locks[0]?.mine) return 0;
  const { rows: some } = await tx.execute(sql`select from figure_stale limit 1`);
  if (some.length === 0) return 0;
  await raiseGeneration(tx);
  const { rows: marks } = await tx.execute<{ day: number }>(sql`
    with oldest as (select day from figure_stale group by day order by min(id) limit ${perStep})
    delete from figure_stale where day in (select day from oldest) returning day`);
  const days = [...new Set(marks.map(({ day }) => day))];
  if (days.length === 0) return 0;
  const { rows } = await tx.execute<Row>(sql`
    select (f.last_resolved_at at time zone 'Asia/Shanghai')::date - date '1970-01-01' as day, ${sql.raw(packed.map((name) => `f.${name}`).join(', '))}, f.work_minutes as work,
      f.natural_minutes as natural, f.first_work_minutes as first_work, f.first_natural_minutes as first_natural
    from order_figure f
    where ${withinDays(sql`f.last_resolved_at`, days)} and f.accepted_at is not null and f.work_minutes is not null
    order by f.order_id`);
  const byDay = groupedBy(rows, ({ day }) => day);
  await tx.execute(sql`delete from figure_pack where day = any(${sql.param(days)}::int[])`);
  const parts = [...byDay].flatMap(([day, orders]) => packDay(orders).map((part) => ({ day, ...part })));
  await putRows(tx, figurePack, parts);
  return days.length;
}

/** Packs the handling times of days whose orders changed, at most so many; answers how many it packed. */
export async function packDays(db: Db, most = 2000): Promise<number> {
  let count = 0;
  while (count < most) {
    const done = await db.transaction(packOnce);
    count += done;
    if (done === 0) break;
  }
  return count;
}

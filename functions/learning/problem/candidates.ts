import { sql } from 'drizzle-orm';
import { type Cause, causes } from '../../../shared/order/vocabulary';
import { dayMs, toIso } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import { unitsSeen } from '../scope';
import { matterNames } from './present-problem';

const lookBackDays = 90;
const shown = 30;
const ordersShown = 50;

/** Stands on a list as evidence already. */
const listed = sql`exists (select 1 from problem_evidence e join problem_item i on i.id = e.item_id
  where e.order_id = f.order_id and i.state <> 'dropped')`;

interface Row extends Record<string, unknown> {
  cause: Cause;
  matter_id: string;
  n: number;
  last: string;
  numbers: string[];
}

/** Causes and matters of the last 90 days that came twice or more and stand on no list yet, the most frequent first. */
export async function problemCandidates(ctx: Context) {
  const units = unitsSeen(ctx);
  const since = new Date(ctx.now() - lookBackDays * dayMs).toISOString();
  const scope = units ? sql`and f.unit_id = any(${sql.param(`{${units.join(',')}}`)}::uuid[])` : sql``;
  const { rows } = await ctx.db.execute<Row>(sql`
    with fresh as (
      select f.cause, f.matter_id, count(*) as n, max(f.submitted_at) as last from order_figure f
      where f.submitted_at >= ${since}::timestamptz and f.cause is not null and f.matter_id is not null ${scope}
        and not ${listed}
      group by 1, 2 having count(*) >= 2 order by 3 desc, 4 desc limit ${sql.raw(String(shown))}
    )
    select fresh.*, array(
      select o.number from order_figure f join "order" o on o.id = f.order_id
      where f.cause = fresh.cause and f.matter_id = fresh.matter_id and f.submitted_at >= ${since}::timestamptz ${scope}
        and not ${listed}
      order by f.submitted_at desc limit ${sql.raw(String(ordersShown))}
    ) as numbers
    from fresh order by n desc, last desc`);
  const names = await matterNames(
    ctx.db,
    rows.map((row) => row.matter_id),
  );
  return {
    items: rows.map((row) => ({
      cause: row.cause,
      causeWord: causes[row.cause],
      matter: { id: row.matter_id, name: names.get(row.matter_id) ?? '' },
      n: Number(row.n),
      last: toIso(new Date(row.last).getTime()),
      orders: row.numbers,
    })),
  };
}

import { type SQL, sql } from 'drizzle-orm';
import { counters, sharesPerDay } from '../../../shared/figure/counter';
import { dayNumber } from '../../../shared/figure/share';
import { addMonths, firstInstantOf, monthOf, monthsBetween } from '../../../shared/learning/month';
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
const received = counters.indexOf('received');
const day = sql.raw(String(sharesPerDay));

interface Row extends Record<string, unknown> {
  cause: Cause;
  matter_id: string;
  n: number;
  last: string;
  numbers: string[];
}

/** Orders since then by cause and matter, whole months from what is kept, less those that stand on a list. */
function unlisted(ctx: Context, since: number, own: (table: string) => SQL): SQL {
  const [first, running] = [addMonths(monthOf(since), 1), monthOf(ctx.now())];
  const starts = monthsBetween(first, running).map((month) => dayNumber(`${month}-01`));
  const at = (instant: number) => sql`${toIso(instant)}::timestamptz`;
  return sql`
    select cause, matter_id, sum(n)::int as n from (
      select c.cause, c.matter_id, c.n from matter_cause_cell c
      where c.start = any(${sql.param(`{${starts.join(',')}}`)}::int[]) and ${own('c')}
      union all
      select s.cause, s.matter_id, s.sign from figure_delta s, unnest(s.shares) as share
      where share % ${day} = ${received} and share / ${day} >= ${dayNumber(`${first}-01`)} and ${own('s')}
      union all
      select f.cause, f.matter_id, 1 from order_figure f
      where f.submitted_at >= ${at(since)} and f.submitted_at < ${at(firstInstantOf(first))} and ${own('f')}
      union all
      select f.cause, f.matter_id, -1 from (
        select distinct e.order_id from problem_evidence e join problem_item i on i.id = e.item_id where i.state <> 'dropped'
      ) listed join order_figure f on f.order_id = listed.order_id
      where f.submitted_at >= ${at(since)} and ${own('f')}
    ) parts
    where cause is not null and matter_id is not null group by 1, 2 having sum(n) >= 2`;
}

/** Causes and matters of the last 90 days that came twice or more and stand on no list yet, the most frequent first. */
export async function problemCandidates(ctx: Context) {
  const units = unitsSeen(ctx);
  const since = ctx.now() - lookBackDays * dayMs;
  const own = (table: string) =>
    units ? sql`${sql.raw(table)}.unit_id = any(${sql.param(`{${units.join(',')}}`)}::uuid[])` : sql`true`;
  const ofThese = (table: string) => sql`
    from order_figure f where f.cause = ${sql.raw(table)}.cause and f.matter_id = ${sql.raw(table)}.matter_id
      and f.submitted_at >= ${toIso(since)}::timestamptz and ${own('f')} and not ${listed}
    order by f.submitted_at desc`;
  // The moment of the newest decides between those that came equally often: it is looked up for as many as may be shown.
  const { rows } = await ctx.db.execute<Row>(sql`
    with ranked as (
      select found.*, rank() over (order by n desc) as place from (${unlisted(ctx, since, own)}) found
    ), fresh as (
      select ranked.cause, ranked.matter_id, ranked.n, newest.last from ranked
      cross join lateral (select f.submitted_at as last ${ofThese('ranked')} limit 1) newest
      where ranked.place <= ${shown} order by ranked.n desc, newest.last desc limit ${shown}
    )
    select fresh.*, array(
      select o.number from (select f.order_id, f.submitted_at ${ofThese('fresh')} limit ${ordersShown}) newest
      join "order" o on o.id = newest.order_id order by newest.submitted_at desc
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
      n: row.n,
      last: toIso(new Date(row.last).getTime()),
      orders: row.numbers,
    })),
  };
}

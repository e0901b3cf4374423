import { type SQL, sql } from 'drizzle-orm';
import { bucketCount } from '../../shared/figure/bucket';
import { counters, firstBucket, measures, sharesPerDay } from '../../shared/figure/counter';
import type { Db, Tx } from '../db/connect';
import { raiseGeneration } from './figure-state';
import { type Dimension, dimensions, grainNumber, grains, monthGrains } from './grain';
import { addToMatterCells } from './matter-cells';

const list = (names: readonly string[], each: (name: string, at: number) => string) =>
  sql.raw(names.map(each).join(', '));
const dimensionList = list(dimensions, (name) => name);
const counterList = list(counters, (name) => name);

const monthStart = "date_trunc('month', date '1970-01-01' + day)::date - date '1970-01-01'";
const firstHolderClass = firstBucket + measures.length * bucketCount;

/** A step of a `with` that adds the times that orders lay with their holders to the months' spreads. */
const addToSpreads = (lines: SQL): SQL => sql`
  spread_added as (
    insert into figure_spread (by, start, value, measure, bucket, n)
    select 'unit_id', ${sql.raw(monthStart)} as start, unit_id::text, class / ${sql.raw(String(bucketCount))} as measure,
      class % ${sql.raw(String(bucketCount))} as bucket, sum(sign)
    from (
      select unit_id, sign, share / ${sql.raw(String(sharesPerDay))} as day,
        share % ${sql.raw(String(sharesPerDay))} - ${sql.raw(String(firstBucket))} as class
      from ${lines}, unnest(shares) as share
      where share % ${sql.raw(String(sharesPerDay))} >= ${sql.raw(String(firstHolderClass))}
    ) as spread_line
    group by 2, 3, 4, 5 having sum(sign) <> 0
    on conflict (by, start, value, measure, bucket) do update set n = figure_spread.n + excluded.n
  )`;

/** A step that adds `wide`, counts by all dimensions and day, to the cells of some grains at some levels. */
function addToCells(levels: string, some: readonly (readonly Dimension[])[]): SQL {
  const known = dimensions.filter((dimension) => some.some((grain) => grain.includes(dimension)));
  const bits = known.map(
    (dimension) => `grouping(${dimension}) * ${grainNumber([]) - grainNumber([dimension])}`,
  );
  return sql`
    insert into figure_cell (grain, level, start, ${list(known, (name) => name)}, ${counterList})
    select ${sql.raw([grainNumber(known), ...bits].join(' + '))}, level, start, ${list(known, (name) => name)},
      ${list(counters, (name) => `nullif(sum(${name}), 0)`)}
    from wide cross join lateral (values ${sql.raw(levels)}) as span(level, start)
    group by level, start, grouping sets (${sql.raw(some.map((grain) => `(${grain.join(', ')})`).join(', '))})
    on conflict (grain, level, start, ${dimensionList}) do update set
      ${list(counters, (name) => `${name} = nullif(coalesce(figure_cell.${name}, 0) + coalesce(excluded.${name}, 0), 0)`)}`;
}

/** Steps of a `with` that add lines (dimensions, sign, shares) to the roll-ups: every grain by day and month, what each matter received, and the spreads. */
export const addToRollUps = (lines: SQL): SQL => sql`
  wide as (
    select ${dimensionList}, share / ${sql.raw(String(sharesPerDay))} as day,
      ${list(counters, (name, at) => `sum(sign) filter (where share % ${sharesPerDay} = ${at}) as ${name}`)}
    from ${lines}, unnest(shares) as share
    group by ${dimensionList}, day
  ), added as (${addToCells(`(1, day), (2, ${monthStart})`, grains)}
  ), months_added as (${addToCells(`(2, ${monthStart})`, monthGrains)}
  ), ${addToMatterCells}, ${addToSpreads(lines)}`;

/** One at a time folds; whoever comes second leaves it to the first. */
export const foldingLock = 733_010;

async function foldOnce(tx: Tx, most: number): Promise<number> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${foldingLock}) as mine`,
  );
  if (!rows[0]?.mine) return 0;
  const { rows: counted } = await tx.execute<{ n: number }>(sql`
    with taken as (
      delete from figure_delta where id in (select id from figure_delta order by id limit ${most}) returning *
    ), ${addToRollUps(sql`taken`)} select count(*)::int as n from taken`);
  const n = counted[0]?.n ?? 0;
  if (n > 0) await raiseGeneration(tx);
  return n;
}

/** Brings the roll-ups up to date by at most `most` changes; answers how many it took. */
export const foldDeltas = (db: Db, most = 5000): Promise<number> =>
  db.transaction((tx) => foldOnce(tx, most));

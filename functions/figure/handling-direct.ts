import { sql } from 'drizzle-orm';
import { measures } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { conditionOf, type Narrowing, type Period, withinPeriod } from './filter';
import { dimensionOf, type Group, isTime, stretchOf } from './group';
import { type Handling, handlingOf, minutesColumn, points } from './handling';

const maybe = (value: number | string | null | undefined) =>
  value === null || value === undefined ? null : Number(value);

/** Handling times sorted from the orders themselves: for as many as can be sorted at once. */
export async function handlingDirect(
  tx: Tx,
  { narrowing, period, group }: { narrowing: Narrowing; period: Period; group: Group | null },
): Promise<Map<string | null, Handling>> {
  const dimension = dimensionOf(group);
  const local = sql`f.last_resolved_at at time zone 'Asia/Shanghai'`;
  const key = isTime(group)
    ? sql`date_trunc(${sql.raw(`'${group}'`)}, ${local})::date - date '1970-01-01'`
    : dimension === null
      ? sql`''`
      : sql.raw(`f.${dimension}::text`);
  const spreads = measures.flatMap((measure) =>
    Object.entries(points).map(
      ([name, share]) =>
        `percentile_cont(${share}) within group (order by f.${minutesColumn(measure)}) as ${measure}_${name}`,
    ),
  );
  const { rows } = await tx.execute<Record<string, number | string | null>>(sql`
    select ${key} as key, count(*)::int as n, ${sql.raw(spreads.join(', '))} from order_figure f
    where ${withinPeriod(sql`f.last_resolved_at`, period)} and f.accepted_at is not null and ${conditionOf(narrowing, 'f')}
    group by 1`);
  const keyOf = (value: string | number | null | undefined) => {
    if (isTime(group)) return stretchOf(Number(value), group);
    return value === null || value === undefined ? null : String(value);
  };
  return new Map(
    rows.map((row) => [
      keyOf(row.key),
      handlingOf(Number(row.n), (measure) => ({
        median: maybe(row[`${measure}_median`]),
        p90: maybe(row[`${measure}_p90`]),
      })),
    ]),
  );
}

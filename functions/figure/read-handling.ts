import { sql } from 'drizzle-orm';
import { type Measure, measures } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { conditionOf, type Narrowing, type Period, withinPeriod } from './filter';
import { dimensionOf, type Group, isTime, stretchOf } from './group';

/** Minutes; null where nothing was handled. */
export interface Spread {
  median: number | null;
  p90: number | null;
}
export interface Handling {
  n: number;
  work: Spread;
  natural: Spread;
  first: Spread;
  firstNatural: Spread;
}

const columns: Record<Measure, string> = {
  work: 'work_minutes',
  natural: 'natural_minutes',
  first_work: 'first_work_minutes',
  first_natural: 'first_natural_minutes',
};
const points = { median: 0.5, p90: 0.9 } as const;

/** Handling times of orders by their last resolution, exact (spec 7). */
export async function readHandling(
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
        `percentile_cont(${share}) within group (order by f.${columns[measure]}) as ${measure}_${name}`,
    ),
  );
  const { rows } = await tx.execute<Record<string, number | string | null>>(sql`
    select ${key} as key, count(*)::int as n, ${sql.raw(spreads.join(', '))} from order_figure f
    where ${withinPeriod(sql`f.last_resolved_at`, period)} and f.accepted_at is not null and ${conditionOf(narrowing, 'f')}
    group by 1`);
  const spreadOf = (row: (typeof rows)[number], measure: Measure): Spread => ({
    median: row[`${measure}_median`] === null ? null : Number(row[`${measure}_median`]),
    p90: row[`${measure}_p90`] === null ? null : Number(row[`${measure}_p90`]),
  });
  return new Map(
    rows.map((row) => [
      isTime(group) ? stretchOf(Number(row.key), group) : row.key === null ? null : String(row.key),
      {
        n: Number(row.n),
        work: spreadOf(row, 'work'),
        natural: spreadOf(row, 'natural'),
        first: spreadOf(row, 'first_work'),
        firstNatural: spreadOf(row, 'first_natural'),
      },
    ]),
  );
}

import { type SQL, sql } from 'drizzle-orm';
import { bucketCount, bucketStarts } from '../../shared/figure/bucket';
import { firstBucket, measures, sharesPerDay } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { conditionOf, type Narrowing, narrowedBy, type Period, withinPeriod } from './filter';
import type { Dimension } from './grain';
import { dimensionOf, type Group, isTime, stretchOf } from './group';
import { minutesColumn } from './handling';
import { spansOf } from './span';

export interface SpreadQuestion {
  narrowing: Narrowing;
  period: Period;
  group: Group | null;
}
/** For each group how many orders' times fall into each class: measure after measure, class after class. */
export type SpreadCounts = Map<string | null, Int32Array>;

interface Row extends Record<string, unknown> {
  key: string | null;
  day: number;
  measure: number;
  bucket: number;
  n: number;
}

/** The one dimension that spreads are kept by for this question; 'whole' where there is none. */
export function spreadBy({ narrowing, group }: SpreadQuestion): Dimension | 'whole' | null {
  const own = dimensionOf(group);
  const wanted = [...new Set([...narrowedBy(narrowing), ...(own ? [own] : [])])];
  if (wanted.length > 1 || wanted[0] === 'matter_id') return null;
  return wanted[0] ?? 'whole';
}

function whichValues({ units, values }: Narrowing): SQL {
  const wanted = units ?? Object.values(values)[0];
  if (wanted === undefined) return sql`true`;
  if (wanted === 'none') return sql`value is null`;
  return Array.isArray(wanted) ? sql`value = any(${sql.param(wanted)}::text[])` : sql`value = ${wanted}`;
}

const fromMonths = (by: string, question: SpreadQuestion, months: Period): SQL => sql`
  select ${dimensionOf(question.group) ? sql`value` : sql`''`} as key,
    ${isTime(question.group) ? sql`start` : sql`0`} as day, measure, bucket, sum(n)::int as n
  from figure_spread where by = ${by} and measure < ${measures.length} and start between ${months.first} and ${months.last} and ${whichValues(question.narrowing)}
  group by 1, 2, 3, 4`;

const keyOn = (question: SpreadQuestion, table: string): SQL => {
  const dimension = dimensionOf(question.group);
  return dimension ? sql.raw(`${table}.${dimension}::text`) : sql`''`;
};

const fromDeltas = (question: SpreadQuestion, months: Period): SQL => sql`
  select ${keyOn(question, 's')} as key, ${isTime(question.group) ? sql.raw(`share / ${sharesPerDay}`) : sql`0`} as day,
    (share % ${sql.raw(String(sharesPerDay))} - ${sql.raw(String(firstBucket))}) / ${sql.raw(String(bucketCount))} as measure,
    (share % ${sql.raw(String(sharesPerDay))} - ${sql.raw(String(firstBucket))}) % ${sql.raw(String(bucketCount))} as bucket,
    sum(s.sign)::int as n
  from figure_delta s, unnest(s.shares) as share
  where share >= ${months.first * sharesPerDay} and share < ${(months.last + 1) * sharesPerDay}
    and share % ${sql.raw(String(sharesPerDay))} between ${sql.raw(String(firstBucket))} and ${sql.raw(String(firstBucket + measures.length * bucketCount - 1))} and ${conditionOf(question.narrowing, 's')}
  group by 1, 2, 3, 4`;

const classes = sql.raw(`array[${bucketStarts.join(',')}]`);
const minutes = sql.raw(measures.map((measure, at) => `(${at}, f.${minutesColumn(measure)})`).join(', '));

const fromOrders = (question: SpreadQuestion, days: Period): SQL => sql`
  select ${keyOn(question, 'f')} as key,
    ${isTime(question.group) ? sql`(f.last_resolved_at at time zone 'Asia/Shanghai')::date - date '1970-01-01'` : sql`0`} as day,
    spent.measure, width_bucket(spent.minutes, ${classes}) - 1 as bucket, count(*)::int as n
  from order_figure f cross join lateral (values ${minutes}) as spent(measure, minutes)
  where ${withinPeriod(sql`f.last_resolved_at`, days)} and f.accepted_at is not null and ${conditionOf(question.narrowing, 'f')}
  group by 1, 2, 3, 4`;

/** Counts by class: whole months from what is kept, the days at either end from the orders themselves. */
export async function spreadCounts(tx: Tx, question: SpreadQuestion, by: string): Promise<SpreadCounts> {
  const { days, months } = spansOf(question.period, false);
  const parts = [
    ...(months ? [fromMonths(by, question, months), fromDeltas(question, months)] : []),
    ...days.map((span) => fromOrders(question, span)),
  ];
  const counts: SpreadCounts = new Map();
  for (const part of parts)
    for (const row of (await tx.execute<Row>(part)).rows) {
      const key = isTime(question.group) ? stretchOf(row.day, question.group) : row.key;
      const there = counts.get(key) ?? new Int32Array(measures.length * bucketCount);
      counts.set(key, there);
      const at = row.measure * bucketCount + row.bucket;
      there[at] = (there[at] ?? 0) + row.n;
    }
  return counts;
}

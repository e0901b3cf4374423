import { type SQL, sql } from 'drizzle-orm';
import { type Measure, measures } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { conditionOf, type Narrowing, type Period } from './filter';
import { dimensionOf, type Group, isTime, stretchOf } from './group';
import { minutesColumn } from './handling';
import { addTimes, type Times } from './times';

export interface HandlingQuestion {
  narrowing: Narrowing;
  period: Period;
  group: Group | null;
}
type Row = { key: string | number | null } & Record<string, unknown>;

const arrays = sql.raw(
  measures.map((measure) => `array_agg(f.${minutesColumn(measure)})::text as ${measure}`).join(', '),
);

/** Adds the handling times of orders themselves: those of a matter, or of days that have no pack that holds good. */
export async function handlingDirect(
  tx: Tx,
  { narrowing, group }: HandlingQuestion,
  within: SQL,
  times: Times,
): Promise<void> {
  const dimension = dimensionOf(group);
  const key = isTime(group)
    ? sql`(f.last_resolved_at at time zone 'Asia/Shanghai')::date - date '1970-01-01'`
    : dimension === null
      ? sql`''`
      : sql.raw(`f.${dimension}::text`);
  const { rows } = await tx.execute<Row>(sql`
    select ${key} as key, ${arrays} from order_figure f
    where ${within} and f.accepted_at is not null and f.work_minutes is not null and ${conditionOf(narrowing, 'f')}
    group by 1`);
  for (const row of rows) {
    const of = isTime(group) ? stretchOf(Number(row.key), group) : row.key === null ? null : String(row.key);
    const listed = (measure: Measure) =>
      Int32Array.from(JSON.parse(`[${String(row[measure]).slice(1, -1)}]`) as number[]);
    const minutes = Object.fromEntries(measures.map((measure) => [measure, listed(measure)]));
    addTimes(times, of, minutes as Record<Measure, Int32Array>);
  }
}

import { sql } from 'drizzle-orm';
import type { ClockKind } from '../../shared/sla/clock-types';
import { toIso } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import { conditionOf, type Narrowing, type Period, withinPeriod } from './filter';
import { dimensionOf, type Group, isTime, stretchOf } from './group';

/** Running clocks that are red: by due in the period, by original due in the period, and whatever their due. */
export interface Red {
  key: string | null;
  kind: ClockKind;
  due: number;
  original: number;
  any: number;
}

/** What is red depends on `now` alone, so it is read from the running clocks, never kept (spec 3). */
export async function readRed(
  tx: Tx,
  { narrowing, period, group }: { narrowing: Narrowing; period: Period; group: Group | null },
  now: number,
): Promise<Red[]> {
  const dimension = dimensionOf(group);
  const key =
    dimension === null
      ? sql`''`
      : sql.raw(dimension === 'unit_id' ? 'c.holder_unit_id::text' : `f.${dimension}::text`);
  const at = sql`${toIso(now)}::timestamptz`;
  const dayOf = (due: string) =>
    isTime(group) ? sql.raw(`(c.${due} at time zone 'Asia/Shanghai')::date - date '1970-01-01'`) : sql`0`;
  const read = async (due: 'due_at' | 'original_due_at', part: 'due' | 'original' | 'any') => {
    const moment = sql.raw(`c.${due}`);
    const within = part === 'any' && !isTime(group) ? sql`true` : withinPeriod(moment, period);
    const { rows } = await tx.execute<{ key: string | null; kind: ClockKind; start: number; n: number }>(sql`
      select ${key} as key, c.kind, ${dayOf(due)} as start, count(*)::int as n
      from clock c join order_figure f on f.order_id = c.order_id
      where c.ended_at is null and ${moment} < ${at} and ${within} and ${conditionOf(narrowing, 'f', 'c.holder_unit_id')}
        ${part === 'original' ? sql`and c.kind = 'resolve'` : sql``}
      group by 1, 2, 3`);
    return rows.map((row) => ({
      key: isTime(group) ? stretchOf(row.start, group) : row.key,
      kind: row.kind,
      due: 0,
      original: 0,
      any: 0,
      [part]: row.n,
    }));
  };
  return [
    ...(await read('due_at', 'due')),
    ...(await read('original_due_at', 'original')),
    ...(await read('due_at', 'any')),
  ];
}

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

interface Row extends Record<string, unknown> {
  key: string | null;
  kind: ClockKind;
  part: 'due' | 'original';
  inside: boolean;
  start: number;
  n: number;
}

/** What is red depends on `now` alone, so it is read from the running clocks, in one walk, never kept (spec 3). */
export async function readRed(
  tx: Tx,
  { narrowing, period, group }: { narrowing: Narrowing; period: Period; group: Group | null },
  now: number,
): Promise<Red[]> {
  const dimension = dimensionOf(group);
  const byUnit = dimension === null || dimension === 'unit_id';
  const key =
    dimension === null ? sql`''` : sql.raw(byUnit ? 'c.holder_unit_id::text' : `f.${dimension}::text`);
  const start = isTime(group)
    ? sql`(p.moment at time zone 'Asia/Shanghai')::date - date '1970-01-01'`
    : sql`0`;
  const alone = byUnit && Object.keys(narrowing.values).length === 0;
  // One look-up for each of the few that are red; `offset` keeps the planner from walking all orders of a filter instead.
  const figures = alone
    ? sql``
    : sql`cross join lateral (select * from order_figure where order_id = c.order_id offset 0) f`;
  const at = sql`${toIso(now)}::timestamptz`;
  const { rows } = await tx.execute<Row>(sql`
    with red as materialized (
      select c.order_id, c.holder_unit_id, c.kind, c.due_at, c.original_due_at from clock c
      where c.ended_at is null and (c.due_at < ${at} or (c.original_due_at < ${at} and c.kind = 'resolve'))
    )
    select ${key} as key, c.kind, p.part, ${withinPeriod(sql`p.moment`, period)} as inside, ${start} as start, count(*)::int as n
    from red c ${figures} cross join lateral (values ('due', c.due_at), ('original', c.original_due_at)) as p(part, moment)
    where p.moment < ${at} and (p.part = 'due' or c.kind = 'resolve')
      and ${conditionOf(narrowing, 'f', 'c.holder_unit_id')}
    group by 1, 2, 3, 4, 5`);
  return rows.map(({ key: of, kind, part, inside, start: day, n }) => ({
    key: isTime(group) ? stretchOf(day, group) : of,
    kind,
    due: part === 'due' && inside ? n : 0,
    original: part === 'original' && inside ? n : 0,
    any: part === 'due' && (inside || !isTime(group)) ? n : 0,
  }));
}

import { sql } from 'drizzle-orm';
import { counters, endedCounter, sharesPerDay } from '../../../shared/figure/counter';
import { dayNumber } from '../../../shared/figure/share';
import type { ClockKind } from '../../../shared/sla/clock-types';
import { toIso } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import type { Period } from './unit-rates';

/** By unit, then by counter of the figures. */
export type Counts = Map<string, Map<string, number>>;

function add(counts: Counts, unitId: string, counter: string, n: number): void {
  const of = counts.get(unitId) ?? new Map<string, number>();
  of.set(counter, (of.get(counter) ?? 0) + n);
  counts.set(unitId, of);
}

/** What orders that a second person agreed to leave out have added to their unit's figures of the year. */
export async function excludedCounts(ctx: Context, year: number, period: Period): Promise<Counts> {
  const agreed = sql`(select order_id, unit_id from assessment_exclusion where year = ${year} and state = 'agreed')`;
  const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
  const per = sql.raw(String(sharesPerDay));
  const counts: Counts = new Map();
  const kept = await ctx.db.execute<{ unit: string; counter: number; n: number }>(sql`
    select s.unit_id as unit, share % ${per} as counter, count(*)::int as n
    from ${agreed} e join figure_share s on s.order_id = e.order_id and s.unit_id = e.unit_id, unnest(s.shares) as share
    where share >= ${first * sharesPerDay} and share < ${(last + 1) * sharesPerDay} and share % ${per} < ${counters.length}
    group by 1, 2`);
  for (const { unit, counter, n } of kept.rows) add(counts, unit, counters[counter] ?? '', n);
  const within = (due: 'due_at' | 'original_due_at') => {
    const moment = sql.raw(`c.${due}`);
    return sql`(${moment} < ${toIso(ctx.now())}::timestamptz
      and (${moment} at time zone 'Asia/Shanghai')::date between ${period.from}::date and ${period.to}::date)`;
  };
  const red = await ctx.db.execute<{ unit: string; kind: ClockKind; due: number; original: number }>(sql`
    select c.holder_unit_id as unit, c.kind, count(*) filter (where ${within('due_at')})::int as due,
      count(*) filter (where c.kind = 'resolve' and ${within('original_due_at')})::int as original
    from ${agreed} e join clock c on c.order_id = e.order_id and c.holder_unit_id = e.unit_id
    where c.ended_at is null group by 1, 2`);
  for (const { unit, kind, due, original } of red.rows) {
    add(counts, unit, endedCounter(kind), due);
    add(counts, unit, 'resolve_original_ended', original);
  }
  return counts;
}

import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { day } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { addDays, type Day, dayMs, dayOf, instantAt, toIso } from '../../../shared/sla/instant';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';

export const DutyQuery = z.strictObject({ day: day.optional() });

/** Sign-ins are kept for so long. */
const keptDays = 90;

interface Row extends Record<string, unknown> {
  unit: string;
  waiting: number;
  since: string;
  people: string[] | null;
  last: string | null;
}

/** The newest working day that has begun. */
function lastWorkingDay(ctx: Context): Day {
  let at = dayOf(ctx.now());
  while (!ctx.ref.calendar.isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

/**
 * Units where work lay on a working day although neither handler nor deputy signed in (spec 7, Duty list): for the
 * district centre and those who watch it. A session that was used on that day counts as a sign-in.
 */
export async function dutyList(ctx: Context, wanted: Day | undefined) {
  if (!holds(ctx, 'dispatcher', 'supervisor', 'inspector')) throw new RuleBroken('order.forbidden', {}, 403);
  const on = wanted ?? lastWorkingDay(ctx);
  const start = instantAt(on, '00:00');
  if (start > ctx.now() || start < ctx.now() - keptDays * dayMs)
    throw new RuleBroken('duty.day', { path: 'day' }, 422);
  if (!ctx.ref.calendar.isWorkingDay(on)) return { day: on, workingDay: false, items: [] };
  const [from, to] = [toIso(start), toIso(start + dayMs)];
  const { rows } = await ctx.db.execute<Row>(sql`
    with waiting as (
      select unit_id, count(*)::int as n, min(from_at) as since from (
        select unit_id, from_at from custody where to_at is null and role <> 'dispatcher' and from_at < ${to}::timestamptz
        union all
        select unit_id, from_at from custody
        where to_at >= ${from}::timestamptz and role <> 'dispatcher' and from_at < ${to}::timestamptz
      ) as lying group by 1
    ), holder as (
      select r.unit_id, s.id, s.name, r.deputy from staff_role r join staff s on s.id = r.staff_id
      where r.role = 'handler' and s.active and r.unit_id in (select unit_id from waiting)
    ), seen as (
      select h.unit_id, bool_or(t.created_at < ${to}::timestamptz and t.last_seen_at >= ${from}::timestamptz) as that_day,
        max(t.last_seen_at) filter (where t.created_at < ${from}::timestamptz) as last
      from holder h join staff_session t on t.staff_id = h.id group by 1
    )
    select w.unit_id::text as unit, w.n as waiting, w.since, s.last,
      (select array_agg(h.name order by h.deputy, h.name) from holder h where h.unit_id = w.unit_id) as people
    from waiting w left join seen s on s.unit_id = w.unit_id
    where s.that_day is not true order by w.n desc, w.unit_id limit 500`);
  return {
    day: on,
    workingDay: true,
    items: rows.map(({ unit, waiting, since, people, last }) => ({
      unit,
      name: ctx.ref.units.get(unit)?.name ?? '',
      waiting,
      since: toIso(new Date(since).getTime()),
      people: people ?? [],
      lastSeenAt: last ? toIso(new Date(last).getTime()) : null,
    })),
  };
}

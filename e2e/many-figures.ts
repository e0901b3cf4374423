import type { TestWorld } from '../functions/testing/database';

/**
 * A district's month in figures alone, without orders: enough of them for every table, ranking and chart of a report.
 * Drawn from the row's number, so that every run draws the same.
 */
export async function addManyFigures(
  world: TestWorld,
  count: number,
  from: string,
  days: number,
): Promise<void> {
  const { owner } = world;
  await owner.query(
    `with chosen as (
       select n, gen_random_uuid() as id,
         $2::timestamptz + ((n * 7919) % ($3 * 1440)) * interval '1 minute' as at,
         (n * 31) % 997 as a, (n * 17) % 101 as b, (n * 13) % 89 as c
       from generate_series(1, $1) n),
     units as (select id, row_number() over (order by id) - 1 as at, count(*) over () as all from unit where kind in ('department', 'centre', 'subcentre')),
     matters as (select id, row_number() over (order by uses desc, id) - 1 as at from matter limit 13)
     insert into order_figure (order_id, channel, reporter_kind, unit_id, matter_id, stage, town, complexity, cause, submitted_at,
       accepted_at, first_resolved_at, last_resolved_at, closed_at, declined_at, withdrawn_at, appealed, returned, reclassified,
       extended, urged, supervised, reopened, work_minutes, first_work_minutes)
     select chosen.id, (array['wechat', 'window', 'h5', 'hall-qr', 'alipay', 'kiosk', 'phone'])[1 + least(6, b % 9)],
       case when c % 5 = 0 then 'enterprise' else 'person' end, u.id, m.id,
       (array['not-accepted', 'not-approved', 'not-finished', 'not-solved-at-centre', 'other'])[1 + c % 5],
       null, (array['simple', 'ordinary', 'complex'])[1 + a % 3],
       case when b % 8 = 7 then null else (array['unclear-guide', 'process-design', 'data-not-shared', 'system-fault', 'reporter-material', 'staff-conduct', 'legacy'])[1 + least(6, c % 11)] end,
       chosen.at, chosen.at + interval '4 hours', r.at, r.at, case when b % 10 < 8 then r.at + interval '2 days' end,
       null, case when a % 61 = 0 then chosen.at + interval '1 hour' end, false, (a % 23 = 0)::int, 0, (a % 19 = 0)::int, (b % 14 = 0)::int, (c % 29 = 0)::int, (c % 31 = 0)::int,
       300 + a * 3, 280 + a * 3
     from chosen
     join units u on u.at = (sqrt(((n * 101) % 997) / 997.0) * u.all)::int % u.all
     left join matters m on m.at = least((a * b) % 19, c % 13) and b % 12 <> 0
     cross join lateral (select chosen.at + (1 + a % 6) * interval '1 day' as at) r`,
    [count, from, days],
  );
  await owner.query(
    `insert into round_figure (order_id, round, resolved_at, unit_callback, district_callback, solved, satisfaction)
     select order_id, 1, last_resolved_at, work_minutes % 7 <> 0, work_minutes % 3 = 0,
       case when work_minutes % 11 = 0 then null else work_minutes % 9 <> 0 end,
       case when work_minutes % 5 = 0 then null when work_minutes % 9 = 0 then 1 + work_minutes % 2 else 3 + work_minutes % 3 end
     from order_figure on conflict do nothing`,
  );
  await owner.query(
    `insert into clock (id, order_id, kind, holder_unit_id, round, started_at, "limit", closing, due_at, original_due_at, provisional, late_by_ms, ended_at, outcome)
     select gen_random_uuid(), order_id, k.kind, unit_id, 1, submitted_at, '{"workingDays": 5}', '17:00', submitted_at + k.days * interval '1 day',
       submitted_at + k.days * interval '1 day', false, 0, submitted_at + interval '1 day',
       case when (work_minutes / 3 + length(unit_id::text) + get_byte(uuid_send(unit_id), 3)) % k.late = 0 then 'late' else 'met' end
     from order_figure cross join (values ('accept', 1, 23), ('contact', 3, 17), ('classify', 3, 29), ('resolve', 5, 9)) k (kind, days, late)`,
  );
}

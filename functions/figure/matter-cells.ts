import { sql } from 'drizzle-orm';

const startOf = (stretch: 'month' | 'year') =>
  sql.raw(`date_trunc('${stretch}', date '1970-01-01' + day)::date - date '1970-01-01'`);

/**
 * Steps of a `with` that has `wide`, counts by all dimensions and day: they add what was received to the cells of
 * matter and stage, by month and year, for each unit and for the whole; and to those of matter and cause, by month.
 */
export const addToMatterCells = sql`
  matter_stage_added as (
    insert into matter_stage_cell (whole, level, start, unit_id, matter_id, stage, n)
    select grouping(unit_id) = 1, level, start, unit_id, matter_id, stage, sum(received)
    from wide cross join lateral (values (2, ${startOf('month')}), (3, ${startOf('year')})) as span(level, start)
    where received <> 0 and matter_id is not null
    group by level, start, matter_id, stage, grouping sets ((unit_id), ()) having sum(received) <> 0
    on conflict (whole, unit_id, level, start, matter_id, stage) do update set n = matter_stage_cell.n + excluded.n
  ), matter_cause_added as (
    insert into matter_cause_cell (matter_id, cause, start, unit_id, n)
    select matter_id, cause, ${startOf('month')} as start, unit_id, sum(received) from wide
    where received <> 0 and matter_id is not null and cause is not null
    group by 1, 2, 3, 4 having sum(received) <> 0
    on conflict (matter_id, cause, start, unit_id) do update set n = matter_cause_cell.n + excluded.n
  )`;

import { type SQL, sql } from 'drizzle-orm';
import { counters, sharesPerDay } from '../../../shared/figure/counter';
import { dayNumber, dayOfNumber } from '../../../shared/figure/share';
import { type Month, monthOfDay, monthsBetween } from '../../../shared/learning/month';
import type { Cause } from '../../../shared/order/vocabulary';
import { type Dimension, grainFor, grainNumber } from '../../figure/grain';
import type { Context } from '../../order/context';

/** Whose reports are counted: of the cause, about one of the matters or any where none is named, by the units or all. */
export interface Asked {
  id: string;
  cause: Cause;
  matterIds: string[];
  units: string[] | null;
  from: Month;
  until: Month;
}

const received = counters.indexOf('received');
const day = sql.raw(String(sharesPerDay));
const monthLevel = 2;

/** Of a cause, whatever the matter, from the roll-up that knows these dimensions. */
function ofCause(ofUnits: boolean, ...known: Dimension[]): SQL {
  const grain = grainNumber(grainFor(known) ?? known);
  const units = ofUnits ? sql`c.unit_id = any(asked.units)` : sql`asked.units is null`;
  return sql`
    select asked.id, c.start, c.received as n from asked
    join figure_cell c on c.cause = asked.cause and c.start = any(asked.starts) and ${units}
    where c.grain = ${grain} and c.level = ${monthLevel} and c.received <> 0 and asked.matters = '{}'`;
}

/** Reports received per month for each of these questions, all at once and as of one moment. */
export async function countByMonth(
  ctx: Context,
  questions: readonly Asked[],
): Promise<Map<string, Map<Month, number>>> {
  const counts = new Map(questions.map(({ id }) => [id, new Map<Month, number>()]));
  if (questions.length === 0) return counts;
  const asked = questions.map(({ id, cause, matterIds, units, from, until }) => ({
    id,
    cause,
    matters: [...new Set(matterIds)],
    units,
    starts: monthsBetween(from, until).map((month) => dayNumber(`${month}-01`)),
  }));
  const whole = asked.some(({ matters, units }) => matters.length === 0 && units === null);
  const ofUnits = asked.some(({ matters, units }) => matters.length === 0 && units !== null);
  const parts = [
    sql`
      select asked.id, c.start, c.n from asked cross join unnest(asked.matters) as about
      join matter_cause_cell c on c.matter_id = about and c.cause = asked.cause and c.start = any(asked.starts)
        and (asked.units is null or c.unit_id = any(asked.units))`,
    ...(whole ? [ofCause(false, 'cause')] : []),
    ...(ofUnits ? [ofCause(true, 'unit_id', 'cause')] : []),
    sql`
      select asked.id, date_trunc('month', date '1970-01-01' + share / ${day})::date - date '1970-01-01', s.sign
      from figure_delta s cross join unnest(s.shares) as share
      join asked on s.cause = asked.cause and share / ${day} >= asked.starts[1]
        and (asked.units is null or s.unit_id = any(asked.units)) and (asked.matters = '{}' or s.matter_id = any(asked.matters))
      where share % ${day} = ${received}`,
  ];
  const { rows } = await ctx.db.execute<{ id: string; start: number; n: number }>(sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as each(id uuid, cause text, matters uuid[], units uuid[], starts int[])
    )
    select id, start, sum(n)::int as n from (${sql.join(parts, sql` union all `)}) parts group by 1, 2`);
  for (const { id, start, n } of rows) counts.get(id)?.set(monthOfDay(dayOfNumber(start)), n);
  return counts;
}

import { type SQL, sql } from 'drizzle-orm';
import { counters, sharesPerDay } from '../../../shared/figure/counter';
import { monthOf } from '../figures-of';
import { conditionOf, type Narrowing, narrowedBy, type Period, withinPeriod } from '../filter';
import type { Dimension } from '../grain';
import { firstDayOf, spansOf } from '../span';

const received = counters.indexOf('received');
const day = sql.raw(String(sharesPerDay));
/** What the cells of matter and stage are kept by. */
const kept: readonly Dimension[] = ['unit_id', 'matter_id', 'stage'];
const [monthLevel, yearLevel] = [2, 3];

/** Whole months as years, as far as they make some, and the months before and after. */
function stretches({ first, last }: Period): { level: number; first: number; last: number }[] {
  const january = (from: number) => Math.ceil(from / 12) * 12;
  const [from, until] = [monthOf(first), monthOf(last) + 1];
  const [years, end] = [january(from), Math.floor(until / 12) * 12];
  if (end <= years) return [{ level: monthLevel, first, last }];
  return [
    { level: monthLevel, first, last: firstDayOf(years) - 1 },
    { level: yearLevel, first: firstDayOf(years), last: firstDayOf(end) - 1 },
    { level: monthLevel, first: firstDayOf(end), last },
  ].filter((each) => each.first <= each.last);
}

function fromCells(narrowing: Narrowing, months: Period): SQL[] {
  const whole = narrowing.units === null ? sql`c.whole and c.unit_id is null` : sql`not c.whole`;
  return stretches(months).map(
    ({ level, first, last }) => sql`
      select c.matter_id, c.stage, sum(c.n) as n from matter_stage_cell c
      where ${whole} and c.level = ${level} and c.start between ${first} and ${last} and ${conditionOf(narrowing, 'c')}
      group by 1, 2`,
  );
}

/** What writers changed since the cells were last brought up to date. */
const fromDeltas = (narrowing: Narrowing, { first, last }: Period): SQL => sql`
  select s.matter_id, s.stage, sum(s.sign) as n from figure_delta s, unnest(s.shares) as share
  where share >= ${first * sharesPerDay} and share < ${(last + 1) * sharesPerDay} and share % ${day} = ${received}
    and ${conditionOf(narrowing, 's')}
  group by 1, 2`;

const fromOrders = (narrowing: Narrowing, days: Period): SQL => sql`
  select f.matter_id, f.stage, count(*) as n from order_figure f
  where ${withinPeriod(sql`f.submitted_at`, days)} and ${conditionOf(narrowing, 'f')}
  group by 1, 2`;

/**
 * How many orders were received by matter and stage, as a query of `matter_id`, `stage` and `n`: whole months and years
 * from what is kept, the days at either end from the orders; all from the orders where another filter stands.
 */
export function matterStages(narrowing: Narrowing, period: Period): SQL {
  const { days, months } = spansOf(period, false);
  const inCells = months !== null && narrowedBy(narrowing).every((dimension) => kept.includes(dimension));
  const parts = inCells
    ? [
        ...fromCells(narrowing, months),
        fromDeltas(narrowing, months),
        ...days.map((span) => fromOrders(narrowing, span)),
      ]
    : [fromOrders(narrowing, period)];
  return sql`
    select matter_id, stage, sum(n)::int as n from (${sql.join(parts, sql` union all `)}) parts
    where matter_id is not null group by 1, 2 having sum(n) > 0`;
}

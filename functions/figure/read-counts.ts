import { type SQL, sql } from 'drizzle-orm';
import { counters, sharesPerDay } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { monthOf } from './figures-of';
import { conditionOf, type Narrowing, narrowedBy, type Period } from './filter';
import { type Dimension, grainFor, grainNumber } from './grain';
import { dimensionOf, type Group, isTime, stretchOf } from './group';
import { type Spans, spansOf } from './span';

/** Counts by counter, for each group; the key is null where the orders have none, and '' for the whole. */
export type Tally = Map<string | null, Map<string, number>>;

export interface Question {
  narrowing: Narrowing;
  period: Period;
  group: Group | null;
  /** Counters that are wanted. */
  counters: readonly string[];
}

type Row = { key: string | null; start: number } & Record<string, number | string | null>;
const column = (dimension: Dimension | null, table: string): SQL =>
  dimension === null ? sql`''` : sql.raw(`${table}.${dimension}::text`);

function add(tally: Tally, key: string | null, counter: string, count: number): void {
  const counts = tally.get(key) ?? new Map<string, number>();
  counts.set(counter, (counts.get(counter) ?? 0) + count);
  tally.set(key, counts);
}

function spanCondition({ days, months }: Spans): SQL {
  const level = (number: number, { first, last }: Period) =>
    sql`(c.level = ${number} and c.start between ${first} and ${last})`;
  const parts = [...days.map((span) => level(1, span)), ...(months ? [level(2, months)] : [])];
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** From the roll-ups of one grain: days and months, however many orders stand behind them. */
async function fromCells(tx: Tx, question: Question, grain: readonly Dimension[], tally: Tally) {
  const { narrowing, period, group, counters: wanted } = question;
  const spans = spansOf(period, group === 'day' || group === 'week');
  const sums = sql.raw(wanted.map((name) => `sum(c.${name}) as ${name}`).join(', '));
  const start = isTime(group) ? sql`c.start` : sql`0`;
  const { rows } = await tx.execute<Row>(sql`
    select ${column(dimensionOf(group), 'c')} as key, ${start} as start, ${sums} from figure_cell c
    where c.grain = ${grainNumber(grain)} and ${spanCondition(spans)} and ${conditionOf(narrowing, 'c')}
    group by 1, 2`);
  for (const row of rows) {
    const key = isTime(group) ? stretchOf(row.start, group) : row.key;
    for (const name of wanted) if (row[name]) add(tally, key, name, Number(row[name]));
  }
}

/** From shares one by one: the changes the roll-ups have not taken up yet, or orders where no grain fits. */
async function fromShares(tx: Tx, question: Question, lines: SQL, tally: Tally): Promise<void> {
  const { narrowing, period, group, counters: wanted } = question;
  const day = isTime(group) ? sql.raw(`share / ${sharesPerDay}`) : sql`0`;
  const numbers = wanted.map((name) => counters.indexOf(name)).join(',');
  const { rows } = await tx.execute<{ key: string | null; start: number; counter: number; n: number }>(sql`
    select ${column(dimensionOf(group), 's')} as key, ${day} as start, share % ${sql.raw(String(sharesPerDay))} as counter,
      sum(s.sign)::int as n
    from ${lines} s, unnest(s.shares) as share
    where share >= ${period.first * sharesPerDay} and share < ${(period.last + 1) * sharesPerDay}
      and share % ${sql.raw(String(sharesPerDay))} = any(${`{${numbers}}`}::int[]) and ${conditionOf(narrowing, 's')}
    group by 1, 2, 3`);
  for (const row of rows)
    add(tally, isTime(group) ? stretchOf(row.start, group) : row.key, counters[row.counter] ?? '', row.n);
}

/**
 * The wanted counts of a period under its filters, whole or by group. Within a grain that is kept they come from days
 * and months; for any other set of filters from the shares of the orders that the filters leave (spec 7).
 */
export async function readCounts(tx: Tx, question: Question, tally: Tally = new Map()): Promise<Tally> {
  const { narrowing, period, group } = question;
  const own = dimensionOf(group);
  const grain = grainFor([...narrowedBy(narrowing), ...(own ? [own] : [])]);
  if (grain) {
    await fromCells(tx, question, grain, tally);
    await fromShares(tx, question, sql`figure_delta`, tally);
    return tally;
  }
  const months = sql`(select *, 1 as sign from figure_share where month between ${monthOf(period.first)} and ${monthOf(period.last)})`;
  await fromShares(tx, question, months, tally);
  return tally;
}

import { type SQL, sql } from 'drizzle-orm';
import { counters, sharesPerDay } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { monthOf } from './figures-of';
import { conditionOf, type Narrowing, narrowedBy, type Period } from './filter';
import { type Dimension, grainFor, grainNumber, monthGrains } from './grain';
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

/** The cells of a grain that make the spans: a walk along the key for each, which one condition on all would not be. */
function cellsOf(
  grain: readonly Dimension[],
  { days, months }: Spans,
  narrowing: Narrowing,
  columns: SQL,
): SQL {
  const part = (level: number, { first, last }: Period) => sql`
    select ${columns} from figure_cell c where c.grain = ${grainNumber(grain)} and c.level = ${level}
      and c.start between ${first} and ${last} and ${conditionOf(narrowing, 'c')}`;
  const parts = [...days.map((span) => part(1, span)), ...(months ? [part(2, months)] : [])];
  return sql.join(parts, sql` union all `);
}

/** From the roll-ups of one grain: days and months, however many orders stand behind them. */
async function fromCells(
  tx: Tx,
  question: Question,
  grain: readonly Dimension[],
  spans: Spans,
  tally: Tally,
): Promise<void> {
  const { narrowing, group, counters: wanted } = question;
  const columns = sql.raw(wanted.map((name) => `c.${name}`).join(', '));
  const sums = sql.raw(wanted.map((name) => `sum(${name}) as ${name}`).join(', '));
  const start = isTime(group) ? sql`c.start` : sql`0`;
  const cells = cellsOf(
    grain,
    spans,
    narrowing,
    sql`${column(dimensionOf(group), 'c')} as key, ${start} as start, ${columns}`,
  );
  const { rows } = await tx.execute<Row>(
    sql`select key, start, ${sums} from (${cells}) as cells group by 1, 2`,
  );
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

const shares = ({ first, last }: Period): SQL =>
  sql`(select *, 1 as sign from figure_share where month between ${monthOf(first)} and ${monthOf(last)})`;
const changes = sql`figure_delta`;

/** What keeps the planner from a second worker where it halves the wait: each dear by default, free here. */
const workerCosts = ['parallel_setup_cost', 'parallel_tuple_cost', 'min_parallel_index_scan_size'];

/** From the shares of a whole period's orders, however many the filters leave. */
async function fromAllShares(tx: Tx, question: Question, tally: Tally): Promise<void> {
  for (const cost of workerCosts) await tx.execute(sql.raw(`set local ${cost} = 0`));
  await fromShares(tx, question, shares(question.period), tally);
  for (const cost of workerCosts) await tx.execute(sql.raw(`set local ${cost} to default`));
}

/**
 * The wanted counts of a period under its filters, whole or by group. Within a grain that is kept they come from days
 * and months, or from months and, at either end, the shares of the orders that the filters leave; for any other set of
 * filters from those shares alone (spec 7).
 */
export async function readCounts(tx: Tx, question: Question, tally: Tally = new Map()): Promise<Tally> {
  const { narrowing, period, group } = question;
  const own = dimensionOf(group);
  const wanted = [...narrowedBy(narrowing), ...(own ? [own] : [])];
  const spans = spansOf(period, group === 'day' || group === 'week');
  const grain = grainFor(wanted);
  if (grain) {
    await fromCells(tx, question, grain, spans, tally);
    await fromShares(tx, question, changes, tally);
    return tally;
  }
  const monthGrain = spans.months && grainFor(wanted, monthGrains);
  if (spans.months && monthGrain) {
    const { days, months } = spans;
    await fromCells(tx, question, monthGrain, { days: [], months }, tally);
    await fromShares(tx, { ...question, period: months }, changes, tally);
    for (const span of days) await fromShares(tx, { ...question, period: span }, shares(span), tally);
    return tally;
  }
  await fromAllShares(tx, question, tally);
  return tally;
}

import { sql } from 'drizzle-orm';
import { endedCounter, counters as kept } from '../../shared/figure/counter';
import { improvementsDone } from '../learning/problem/improvements-done';
import type { Context } from '../order/context';
import { type Definition, definitions } from './definitions';
import { type FigureQuery, narrowingOf, periodOf } from './filter';
import type { Group } from './group';
import type { Handling } from './handling';
import type { HandlingQuestion } from './handling-direct';
import { keptTally } from './kept-tally';
import type { Tally } from './read-counts';
import { type Red, readRed } from './read-red';

export interface Figure {
  id: string;
  title: string;
  formula: string;
  count: number;
  /** What it is a share of; null for a plain count. */
  of: number | null;
}
export interface Measured {
  figures: Figure[];
  satisfaction: { average: number | null; levels: number[] };
  handling: Handling;
}

const levels = [1, 2, 3, 4, 5];
const nothing = { median: null, p90: null };
const noHandling: Handling = { n: 0, work: nothing, natural: nothing, first: nothing, firstNatural: nothing };

function adder(tally: Tally) {
  return (key: string | null, counter: string, count: number) => {
    if (count === 0) return;
    const counts = tally.get(key) ?? new Map<string, number>();
    counts.set(counter, (counts.get(counter) ?? 0) + count);
    tally.set(key, counts);
  };
}

function addTally(tally: Tally, more: Tally): void {
  const add = adder(tally);
  for (const [key, counts] of more) for (const [counter, count] of counts) add(key, counter, count);
}

function addRed(tally: Tally, red: readonly Red[]): void {
  const add = adder(tally);
  for (const { key, kind, due, original, any } of red) {
    add(key, endedCounter(kind), due);
    add(key, 'resolve_original_ended', original);
    add(key, 'overdue_now', any);
  }
}

/** Measures of the problem list have an owner and a due, nothing else that figures are filtered or grouped by. */
async function addImprovements(ctx: Context, query: FigureQuery, question: HandlingQuestion, tally: Tally) {
  const { narrowing, group } = question;
  if (Object.keys(narrowing.values).length > 0 || (group !== null && group !== 'unit')) return;
  if (narrowing.units === 'none') return;
  const add = adder(tally);
  for (const [unitId, { count, of }] of await improvementsDone(ctx, query)) {
    if (narrowing.units && !narrowing.units.includes(unitId)) continue;
    add(group === 'unit' ? unitId : '', 'improvements_done', count);
    add(group === 'unit' ? unitId : '', 'improvements_due', of);
  }
}

function measured(
  wanted: readonly Definition[],
  counts: ReadonlyMap<string, number>,
  handling: Handling,
): Measured {
  const count = (counter: string) => counts.get(counter) ?? 0;
  const rated = levels.map((level) => count(`level_${level}`));
  const answers = rated.reduce((sum, each) => sum + each, 0);
  const total = rated.reduce((sum, each, at) => sum + each * (at + 1), 0);
  return {
    figures: wanted.map(({ id, title, formula, counter, ofCounter }) => ({
      id,
      title,
      formula,
      count: count(counter),
      of: ofCounter === null ? null : count(ofCounter),
    })),
    satisfaction: { average: answers === 0 ? null : total / answers, levels: rated },
    handling,
  };
}

/** Which figures are wanted, and whether handling times are: they cost more. */
export interface Wanted {
  figures?: readonly string[] | undefined;
  handling?: boolean;
}

/**
 * Figures of spec 7 for the period and filters, whole (key '') or by group, all as of one moment. The key of a group is
 * null where the orders have none.
 */
export async function measure(
  ctx: Context,
  query: FigureQuery,
  group: Group | null = null,
  { figures, handling = true }: Wanted = {},
): Promise<Map<string | null, Measured>> {
  const question = { narrowing: narrowingOf(ctx, query), period: periodOf(query), group };
  const wanted = figures ? definitions.filter(({ id }) => figures.includes(id)) : definitions;
  const counters = [
    ...new Set([
      ...wanted.flatMap(({ counter, ofCounter }) => (ofCounter ? [counter, ofCounter] : [counter])),
      ...levels.map((level) => `level_${level}`),
    ]),
  ].filter((counter) => kept.includes(counter));
  const clocked = wanted.some(({ red, source }) => red !== null || source === 'running');
  const improvements: Tally = new Map();
  if (wanted.some(({ source }) => source === 'improvement'))
    await addImprovements(ctx, query, question, improvements);
  return ctx.db.transaction(
    async (tx) => {
      // Roll-ups are read through their indexes: a page taken out of turn costs hardly more than the next one.
      await tx.execute(sql`set local random_page_cost = 1.1`);
      // Hardly two orders have the same shares: nothing is won by remembering them.
      await tx.execute(sql`set local enable_memoize = off`);
      const { tally, times } = await keptTally(ctx.db, tx, { ...question, counters, handling });
      addTally(tally, improvements);
      if (clocked) addRed(tally, await readRed(tx, question, ctx.now()));
      const keys = new Set([...(group === null ? [''] : []), ...tally.keys(), ...times.keys()]);
      return new Map(
        [...keys].map((key) => [
          key,
          measured(wanted, tally.get(key) ?? new Map<string, number>(), times.get(key) ?? noHandling),
        ]),
      );
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

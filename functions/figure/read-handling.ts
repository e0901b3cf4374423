import { sql } from 'drizzle-orm';
import type { Measure } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { withinDays, withinPeriod } from './filter';
import { dimensionOf } from './group';
import { type Handling, handlingOf, points } from './handling';
import { type HandlingQuestion, handlingDirect } from './handling-direct';
import { type Minutes, quantilesOf } from './minutes';
import { readPacks } from './read-packs';
import type { Times } from './times';

/** Days whose packs do not hold good any more, as of this moment. */
async function staleDays(tx: Tx, { period }: HandlingQuestion): Promise<number[]> {
  const { rows } = await tx.execute<{ day: number }>(
    sql`select distinct day from figure_stale where day between ${period.first} and ${period.last}`,
  );
  return rows.map(({ day }) => day);
}

async function readTimes(tx: Tx, question: HandlingQuestion): Promise<Times> {
  const times: Times = new Map();
  if (question.narrowing.values.matter_id !== undefined || dimensionOf(question.group) === 'matter_id') {
    await handlingDirect(tx, question, withinPeriod(sql`f.last_resolved_at`, question.period), times);
    return times;
  }
  const stale = await staleDays(tx, question);
  await readPacks(tx, question, new Set(stale), times);
  if (stale.length > 0) await handlingDirect(tx, question, withinDays(sql`f.last_resolved_at`, stale), times);
  return times;
}

const spreadOf = (minutes: Minutes) => {
  const [median = null, p90 = null] = quantilesOf(minutes, [points.median, points.p90]);
  return { median, p90 };
};

/** Handling times of orders by their last resolution, exact however many there are (spec 7). */
export async function readHandling(
  tx: Tx,
  question: HandlingQuestion,
): Promise<Map<string | null, Handling>> {
  const times = await readTimes(tx, question);
  return new Map(
    [...times].map(([key, of]) => [key, handlingOf(of.work.n, (measure: Measure) => spreadOf(of[measure]))]),
  );
}

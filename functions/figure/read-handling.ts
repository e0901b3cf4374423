import type { Tx } from '../db/connect';
import type { Handling } from './handling';
import { handlingDirect } from './handling-direct';
import { handlingSpread } from './handling-spread';
import { readCounts } from './read-counts';
import { type SpreadQuestion, spreadBy } from './spread-counts';

/** So many orders are sorted at once; more than these are asked by way of the spreads. */
const mostSorted = 30_000;

/** Handling times of orders by their last resolution, exact however many there are (spec 7). */
export async function readHandling(
  tx: Tx,
  question: SpreadQuestion,
  sorted = mostSorted,
): Promise<Map<string | null, Handling>> {
  const by = spreadBy(question);
  if (by === null || question.group === 'day' || question.group === 'week')
    return handlingDirect(tx, question);
  const handled = await readCounts(tx, { ...question, group: null, counters: ['handled'] });
  const n = handled.get('')?.get('handled') ?? 0;
  return n <= sorted ? handlingDirect(tx, question) : handlingSpread(tx, question, by);
}

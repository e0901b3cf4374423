import type { Db, Tx } from '../db/connect';
import type { Handling } from './handling';
import { keptAnswer } from './kept-answers';
import { type Question, readCounts, type Tally } from './read-counts';
import { readHandling } from './read-handling';

/** As JSON can hold it: entries of maps. */
interface Written {
  tally: [string | null, [string, number][]][];
  times: [string | null, Handling][];
}

/** Counts, and handling times where they are wanted: from memory as long as the figures stand as they stood (spec 7). */
export async function keptTally(
  db: Db,
  tx: Tx,
  question: Question & { handling: boolean },
): Promise<{ tally: Tally; times: Map<string | null, Handling> }> {
  const { tally, times } = await keptAnswer({ db, tx }, question, async (): Promise<Written> => {
    const counts = await readCounts(tx, question);
    return {
      tally: [...counts].map(([key, each]) => [key, [...each]]),
      times: question.handling ? [...(await readHandling(tx, question))] : [],
    };
  });
  return { tally: new Map(tally.map(([key, counts]) => [key, new Map(counts)])), times: new Map(times) };
}

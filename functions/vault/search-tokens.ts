import { createHmac } from 'node:crypto';
import { wordRuns } from '../../shared/text/word-runs';

/** Words that stand together, as code points. */
const runs = (text: string) => wordRuns(text).map((run) => [...run]);

const pairs = (run: string[]) => run.slice(1).map((char, at) => `${run[at]}${char}`);

function hashed(indexKey: Buffer, grams: Iterable<string>): number[] {
  const tokens = new Set<number>();
  for (const gram of new Set(grams)) {
    tokens.add(createHmac('sha256', indexKey).update(`search:${gram}`).digest().readInt32BE(0));
  }
  return [...tokens].sort((a, b) => a - b);
}

/** Keyed hashes (int32, sorted, each once) of all characters and pairs of a text, to be stored beside its ciphertext. */
export const searchTokens = (indexKey: Buffer, text: string) =>
  hashed(
    indexKey,
    runs(text).flatMap((run) => [...run, ...pairs(run)]),
  );

/** The tokens a text must all hold to be a candidate for this query; empty when there is nothing to look for. */
export const queryTokens = (indexKey: Buffer, query: string) =>
  hashed(
    indexKey,
    runs(query).flatMap((run) => (run.length === 1 ? run : pairs(run))),
  );

import { normalise } from './normalise';

/** Pairs of Han characters known so far, each by a number, and in how many texts each stands. */
export interface Pairs {
  numbers: Map<number, number>;
  words: string[];
  standsIn: number[];
  filed: number;
  /** The last text that a pair was met in, and its place in that text's bag. */
  last: number[];
  place: number[];
}

/** The pairs of one text in the order they first stand there, and how many times each does. */
export interface Bag {
  pairs: number[];
  times: number[];
}

const han = /[\u3400-\u9fff\uf900-\ufaff]{2,}/g;

export const emptyPairs = (): Pairs => ({
  numbers: new Map(),
  words: [],
  standsIn: [],
  filed: 0,
  last: [],
  place: [],
});

/** The number of the pair that stands here; both its letters make one key, for most pairs are known already. */
function numberAt({ numbers, words }: Pairs, run: string, at: number): number {
  const key = (run.charCodeAt(at) << 16) | run.charCodeAt(at + 1);
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, words.length);
  return words.push(run.slice(at, at + 2)) - 1;
}

/** The pairs of a text, counted among those of all texts filed so far. */
export function fileBag(known: Pairs, text: string): Bag {
  const { standsIn, last, place } = known;
  known.filed += 1;
  const bag: Bag = { pairs: [], times: [] };
  for (const [run] of normalise(text).matchAll(han)) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = numberAt(known, run, at);
      if (last[pair] === known.filed) {
        const there = place[pair] ?? 0;
        bag.times[there] = (bag.times[there] ?? 0) + 1;
        continue;
      }
      last[pair] = known.filed;
      place[pair] = bag.pairs.push(pair) - 1;
      bag.times.push(1);
      standsIn[pair] = (standsIn[pair] ?? 0) + 1;
    }
  }
  return bag;
}

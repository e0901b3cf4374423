import { grams } from '../text/grams';
import type { SparseVector } from './linear-solver';

/** A text to learn from or to place; the title, if there is one, counts three times. */
export interface Words {
  text: string;
  title?: string;
}

/** The words seen, with the number of texts each stood in. */
export interface Vocabulary {
  ids: Map<string, number>;
  words: string[];
  texts: number[];
  total: number;
}

const titleTimes = 3;

export function countWords({ text, title = '' }: Words): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (words: readonly string[], times: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  count(grams(text), 1);
  count(grams(title), titleTimes);
  return counts;
}

/** Takes words in; a word seen in fewer than `atLeast` of the texts is left out as chance. */
export function learnWords(
  vocabulary: Vocabulary,
  texts: readonly ReadonlyMap<string, number>[],
  atLeast: number,
): void {
  const seen = new Map<string, number>();
  for (const counts of texts) for (const word of counts.keys()) seen.set(word, (seen.get(word) ?? 0) + 1);
  vocabulary.total += texts.length;
  for (const [word, times] of seen) {
    const id = vocabulary.ids.get(word);
    if (id !== undefined) vocabulary.texts[id] = (vocabulary.texts[id] ?? 0) + times;
    else if (times >= atLeast) {
      vocabulary.ids.set(word, vocabulary.words.length);
      vocabulary.words.push(word);
      vocabulary.texts.push(times);
    }
  }
}

/** TF-IDF with damped counts, scaled to length 1; words not in the vocabulary are left out. */
export function vectorOf(vocabulary: Vocabulary, counts: ReadonlyMap<string, number>): SparseVector {
  const ids: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [word, times] of counts) {
    const id = vocabulary.ids.get(word);
    if (id === undefined) continue;
    const rarity = Math.log((1 + vocabulary.total) / (1 + (vocabulary.texts[id] ?? 0))) + 1;
    const value = times ** 0.7 * rarity;
    ids.push(id);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { ids: Int32Array.from(ids), values: Float64Array.from(values, (value) => value / length) };
}

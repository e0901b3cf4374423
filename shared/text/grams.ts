import { normalise } from './normalise';

/** A run of Han characters, a latin word or a number: what words are made of. */
const run = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z]+|\d+/g;

const isHan = (word: string) => word.charCodeAt(0) >= 0x3400;

/** Everything a text is compared by, in order, with repeats: Han characters and pairs, latin words, numbers. */
export function grams(text: string): string[] {
  const found: string[] = [];
  for (const [word] of normalise(text).matchAll(run)) {
    if (!isHan(word)) {
      found.push(word);
      continue;
    }
    for (let at = 0; at < word.length; at += 1) {
      found.push(word.charAt(at));
      if (at + 1 < word.length) found.push(word.slice(at, at + 2));
    }
  }
  return found;
}

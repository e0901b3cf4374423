/** Joins pairs that overlap into longer words: 社保 + 保卡 → 社保卡. The order of the first pair is kept. */
export function joinPairs(pairs: readonly string[]): string[] {
  const words: string[] = [];
  for (const pair of pairs) {
    const at = words.findIndex((word) => overlap(word, pair) !== null);
    const joined = at < 0 ? null : overlap(words[at] ?? '', pair);
    if (joined === null) words.push(pair);
    else words[at] = joined;
  }
  return words;
}

function overlap(word: string, pair: string): string | null {
  if (word.includes(pair)) return word;
  if (word.length >= 6 || !/^[\u3400-\u9fff]{2}$/.test(pair)) return null;
  if (word.endsWith(pair.charAt(0))) return word + pair.charAt(1);
  if (word.startsWith(pair.charAt(1))) return pair.charAt(0) + word;
  return null;
}

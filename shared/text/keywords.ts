/** Two pieces as one where the end of the first is the start of the second, by one letter. */
const chained = (first: string, second: string) =>
  first.charAt(first.length - 1) === second.charAt(0) ? first + second.slice(1) : null;

/** Joins pairs to the words they are pieces of, as those stand in `text`: 社保 + 保卡 → 社保卡. The first pair's word comes first. */
export function joinPairs(pairs: readonly string[], text: string): string[] {
  const words = [...pairs];
  for (let at = 0; at < words.length; at += 1) {
    for (let other = at + 1; other < words.length; other += 1) {
      const word = words[at] ?? '';
      const piece = words[other] ?? '';
      const joined = [chained(word, piece), chained(piece, word)].find(
        (one) => one !== null && text.includes(one),
      );
      if (!joined && !word.includes(piece)) continue;
      words[at] = joined ?? word;
      words.splice(other, 1);
      other = at;
    }
  }
  return words;
}

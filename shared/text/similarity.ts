import { grams } from './grams';

/** Pairs and words say more than single characters. */
const weightOf = (gram: string) => (gram.length > 1 ? 3 : 1);

function weigh(found: readonly string[], rarity?: (gram: string) => number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const gram of found) {
    weights.set(gram, (weights.get(gram) ?? 0) + weightOf(gram) * (rarity ? rarity(gram) : 1));
  }
  return weights;
}

/** Weighted Jaccard of two gram lists, 0 (nothing shared) to 1 (the same); 0 if either is empty. */
export function gramSimilarity(
  a: readonly string[],
  b: readonly string[],
  rarity?: (gram: string) => number,
): number {
  const left = weigh(a, rarity);
  const right = weigh(b, rarity);
  let shared = 0;
  let all = 0;
  for (const [gram, weight] of left) {
    const other = right.get(gram) ?? 0;
    shared += Math.min(weight, other);
    all += Math.max(weight, other);
  }
  for (const [gram, weight] of right) if (!left.has(gram)) all += weight;
  return all === 0 ? 0 : shared / all;
}

/** How alike two texts are by their words, 0 to 1, the same in both directions. Spelling (width, case) is no difference. */
export function similarity(a: string, b: string): number {
  return gramSimilarity(grams(a), grams(b));
}

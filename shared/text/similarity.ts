import { grams } from './grams';

/** Pairs and words say more than single characters. */
const weightOf = (gram: string) => (gram.length > 1 ? 3 : 1);

function weigh(found: readonly string[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const gram of found) weights.set(gram, (weights.get(gram) ?? 0) + weightOf(gram));
  return weights;
}

const sumOf = (weights: Map<string, number>) =>
  [...weights.values()].reduce((sum, weight) => sum + weight, 0);

/**
 * Weighted Jaccard of one list of grams and any other, 0 (nothing shared) to 1 (the same); 0 if either is empty. The one
 * is weighed once, so that many can be held against it.
 */
export function likenessTo(one: readonly string[]): (other: readonly string[]) => number {
  const left = weigh(one);
  const whole = sumOf(left);
  return (other) => {
    const right = weigh(other);
    let shared = 0;
    for (const [gram, weight] of right) shared += Math.min(weight, left.get(gram) ?? 0);
    const all = whole + sumOf(right) - shared;
    return all === 0 ? 0 : shared / all;
  };
}

/** How alike two texts are by their words, 0 to 1, the same in both directions. Spelling (width, case) is no difference. */
export function similarity(a: string, b: string): number {
  return likenessTo(grams(a))(grams(b));
}

import type { SparseVector } from './linear-solver';

const smoothing = 0.1;
const floor = 0.3;
const ceiling = 3.3;

/**
 * How strongly each word tells a label from the rest (naive-Bayes log ratio, Wang & Manning, ACL 2012), bounded so
 * that a rare word does not decide alone.
 */
export function tellingFactors(
  vectors: readonly SparseVector[],
  isMember: (at: number) => boolean,
  words: number,
): Float64Array {
  const inside = new Float64Array(words).fill(smoothing);
  const outside = new Float64Array(words).fill(smoothing);
  vectors.forEach(({ ids, values }, at) => {
    const side = isMember(at) ? inside : outside;
    ids.forEach((id, place) => {
      side[id] = (side[id] ?? 0) + (values[place] ?? 0);
    });
  });
  const all = Math.log(sum(outside) / sum(inside));
  return inside.map((value, id) =>
    Math.min(ceiling, floor + Math.abs(Math.log(value / (outside[id] ?? smoothing)) + all)),
  );
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

export function scaleVector({ ids, values }: SparseVector, factors: Float64Array): SparseVector {
  return { ids, values: values.map((value, at) => value * (factors[ids[at] ?? 0] ?? 1)) };
}

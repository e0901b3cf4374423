/** A text as positions in the vocabulary with their weights, of length 1 in the plane. */
export interface SparseVector {
  ids: Int32Array;
  values: Float64Array;
}

/** One label against the rest: a weight per word and a bias. */
export interface Plane {
  weights: Float64Array;
  bias: number;
}

const softness = 3;
const slack = 1 / (2 * softness);

/** A fixed sequence of numbers from 0 to 1: training is the same at every run. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle(order: Int32Array, next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** How far a text lies on the label's side of its plane; words the plane does not know count nothing. */
export function margin({ weights, bias }: Plane, { ids, values }: SparseVector): number {
  let sum = bias;
  for (let at = 0; at < ids.length; at += 1) sum += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function add({ weights }: Plane, { ids, values }: SparseVector, step: number): void {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + step * (values[at] ?? 0);
  }
}

const squaredLength = ({ values }: SparseVector) => values.reduce((sum, value) => sum + value * value, 0);

/**
 * The plane with the widest margin between `isMember` and the rest (L2-loss linear support vector machine by dual
 * coordinate descent, Hsieh et al., ICML 2008). Same input, same plane.
 */
export function solvePlane(
  vectors: readonly SparseVector[],
  isMember: (at: number) => boolean,
  words: number,
  rounds: number,
): Plane {
  const plane: Plane = { weights: new Float64Array(words), bias: 0 };
  const sides = vectors.map((_, at) => (isMember(at) ? 1 : -1));
  const curves = vectors.map((vector) => squaredLength(vector) + 1 + slack);
  const duals = new Float64Array(vectors.length);
  const order = Int32Array.from(vectors, (_, at) => at);
  const next = sequence(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (const at of order) {
      const vector = vectors[at];
      if (!vector) continue;
      const side = sides[at] ?? 1;
      const dual = duals[at] ?? 0;
      const slope = side * margin(plane, vector) - 1 + slack * dual;
      const moved = Math.max(0, dual - slope / (curves[at] ?? 1));
      if (moved === dual) continue;
      duals[at] = moved;
      plane.bias += (moved - dual) * side;
      add(plane, vector, (moved - dual) * side);
    }
  }
  return plane;
}

/** Moves a plane just so far that one more text stands on its right side: the same step, taken once. */
export function nudgePlane(plane: Plane, vector: SparseVector, isMember: boolean): void {
  const side = isMember ? 1 : -1;
  const step = Math.max(0, (1 - side * margin(plane, vector)) / (squaredLength(vector) + 1 + slack));
  plane.bias += step * side;
  add(plane, vector, step * side);
}

const mostSorted = 4096;
/** Values are counted in at most so many classes. */
const classBits = 12;

/** Sorted values of the class, each class 2^bits wide. */
function sortedOf(values: Int32Array, bits: number, wanted: number, count: number): Int32Array {
  const there = new Int32Array(count);
  let n = 0;
  for (const value of values) if (value >> bits === wanted) there[n++] = value;
  return there.sort();
}

/** The n-th smallest of the values for each place, counted from 0: only values of the same class are sorted. */
function nthOf(values: Int32Array, places: readonly number[]): number[] {
  if (values.length <= mostSorted) {
    const sorted = values.slice().sort();
    return places.map((place) => sorted[place] ?? 0);
  }
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const bits = Math.max(0, 32 - Math.clz32(most) - classBits);
  const counts = new Int32Array((most >> bits) + 1);
  for (const value of values) counts[value >> bits] = (counts[value >> bits] ?? 0) + 1;
  const inside = new Map<number, Int32Array>();
  return places.map((place) => {
    let [at, skip] = [0, place];
    while (skip >= (counts[at] ?? 0)) {
      skip -= counts[at] ?? 0;
      at += 1;
    }
    const sorted = inside.get(at) ?? sortedOf(values, bits, at, counts[at] ?? 0);
    inside.set(at, sorted);
    return sorted[skip] ?? 0;
  });
}

/** Exact quantiles of whole numbers from 0 on, between two neighbours in proportion; null where there are no values. */
export function quantilesOf(values: Int32Array, shares: readonly number[]): (number | null)[] {
  if (values.length === 0) return shares.map(() => null);
  const around = shares.map((share) => {
    const place = (values.length - 1) * share;
    return { low: Math.floor(place), high: Math.ceil(place), part: place - Math.floor(place) };
  });
  const places = [...new Set(around.flatMap(({ low, high }) => [low, high]))];
  const found = new Map(nthOf(values, places).map((value, at) => [places[at], value]));
  return around.map(({ low, high, part }) => {
    const [from, to] = [found.get(low) ?? 0, found.get(high) ?? 0];
    return from + (to - from) * part;
  });
}

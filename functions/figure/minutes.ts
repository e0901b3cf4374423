/** Whole numbers of minutes: in a list, or, once they are many, counted minute by minute; those far out stay in the list. */
export interface Minutes {
  n: number;
  list: Int32Array;
  listed: number;
  counts: Int32Array | null;
}

const mostListed = 8192;
/** A quarter of a year; whatever took longer is listed. */
const mostCounted = 2 ** 17;

export const noMinutes = (): Minutes => ({ n: 0, list: new Int32Array(16), listed: 0, counts: null });

function listOne(minutes: Minutes, value: number): void {
  if (minutes.listed === minutes.list.length) {
    const wider = new Int32Array(minutes.list.length * 2);
    wider.set(minutes.list);
    minutes.list = wider;
  }
  minutes.list[minutes.listed] = value;
  minutes.listed += 1;
}

function wideEnough(counts: Int32Array, value: number): Int32Array {
  const wider = new Int32Array(2 ** (32 - Math.clz32(value)));
  wider.set(counts);
  return wider;
}

/** A plain loop, for it runs over millions: `for … of` takes twice as long. */
function countAll(minutes: Minutes, values: Int32Array, places: Int32Array | null): void {
  let counts = minutes.counts ?? new Int32Array(2 ** 12);
  const count = places ? places.length : values.length;
  for (let at = 0; at < count; at += 1) {
    const value = values[places ? (places[at] ?? 0) : at] ?? 0;
    if (value >= counts.length) {
      if (value >= mostCounted) {
        listOne(minutes, value);
        continue;
      }
      counts = wideEnough(counts, value);
    }
    counts[value] = (counts[value] ?? 0) + 1;
  }
  minutes.counts = counts;
}

/** Adds those of the values that stand at these places; all where the places are null. */
export function addMinutes(minutes: Minutes, values: Int32Array, places: Int32Array | null = null): void {
  const count = places ? places.length : values.length;
  minutes.n += count;
  if (minutes.counts === null && minutes.listed + count > mostListed) {
    const listed = minutes.list.subarray(0, minutes.listed);
    Object.assign(minutes, { list: new Int32Array(16), listed: 0 });
    countAll(minutes, listed, null);
  }
  if (minutes.counts) countAll(minutes, values, places);
  else for (let at = 0; at < count; at += 1) listOne(minutes, values[places ? (places[at] ?? 0) : at] ?? 0);
}

/** The values at these ascending places of them all in order, counted from 0. */
function valuesAt({ list, listed, counts }: Minutes, places: readonly number[]): number[] {
  const sorted = list.slice(0, listed).sort();
  let [value, before] = [0, 0];
  return places.map((place) => {
    while (counts && value < counts.length && before + (counts[value] ?? 0) <= place) {
      before += counts[value] ?? 0;
      value += 1;
    }
    return counts && value < counts.length ? value : (sorted[place - before] ?? 0);
  });
}

/** Exact quantiles, for ascending shares, between two neighbours in proportion; null where there are no values. */
export function quantilesOf(minutes: Minutes, shares: readonly number[]): (number | null)[] {
  if (minutes.n === 0) return shares.map(() => null);
  const around = shares.map((share) => (minutes.n - 1) * share);
  const found = valuesAt(
    minutes,
    around.flatMap((place) => [Math.floor(place), Math.ceil(place)]),
  );
  return around.map((place, at) => {
    const [from = 0, to = 0] = found.slice(at * 2, at * 2 + 2);
    return from + (to - from) * (place - Math.floor(place));
  });
}

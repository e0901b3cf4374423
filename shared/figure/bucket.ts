/** How many classes of minutes there are: single minutes up to 20, then each a twentieth wider than the one before. */
export const bucketCount = 200;

/** First minute of each class, ascending; the last class has no end. */
export const bucketStarts: readonly number[] = Array.from({ length: bucketCount }).reduce<number[]>(
  (starts) => {
    const last = starts.at(-1);
    return [...starts, last === undefined ? 0 : Math.max(last + 1, Math.ceil(last * 1.05))];
  },
  [],
);

/** The class a number of whole minutes, 0 or more, falls into. */
export function bucketOf(minutes: number): number {
  let [low, high] = [0, bucketCount - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((bucketStarts[middle] ?? 0) <= minutes) low = middle;
    else high = middle - 1;
  }
  return low;
}

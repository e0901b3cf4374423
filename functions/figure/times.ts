import { type Measure, measures } from '../../shared/figure/counter';
import { addMinutes, type Minutes, noMinutes } from './minutes';

/** For each group the handling times of its orders, measure by measure; the key is null where the orders have none. */
export type Times = Map<string | null, Record<Measure, Minutes>>;

/** Adds to a group the times that stand at these places; all where the places are null. */
export function addTimes(
  times: Times,
  key: string | null,
  minutes: Record<Measure, Int32Array>,
  places: Int32Array | null = null,
): void {
  const there = times.get(key) ?? {
    work: noMinutes(),
    natural: noMinutes(),
    first_work: noMinutes(),
    first_natural: noMinutes(),
  };
  times.set(key, there);
  for (const measure of measures) addMinutes(there[measure], minutes[measure], places);
}

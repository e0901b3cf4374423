import { type Measure, measures } from '../../shared/figure/counter';

/** Minutes that grow one by one. */
export interface Minutes {
  values: Int32Array;
  n: number;
}
/** For each group the handling times of its orders, measure by measure; the key is null where the orders have none. */
export type Times = Map<string | null, Record<Measure, Minutes>>;

const none = (): Minutes => ({ values: new Int32Array(64), n: 0 });

/** Room for so many more of a group's times. */
export function roomFor(times: Times, key: string | null, more: number): Record<Measure, Minutes> {
  const there = times.get(key) ?? {
    work: none(),
    natural: none(),
    first_work: none(),
    first_natural: none(),
  };
  times.set(key, there);
  for (const measure of measures) {
    const minutes = there[measure];
    if (minutes.n + more <= minutes.values.length) continue;
    const wider = new Int32Array(Math.max(minutes.values.length * 2, minutes.n + more));
    wider.set(minutes.values.subarray(0, minutes.n));
    minutes.values = wider;
  }
  return there;
}

export function push(minutes: Minutes, value: number): void {
  minutes.values[minutes.n] = value;
  minutes.n += 1;
}

/** Adds those of the values that stand at these places; all where the places are null. There must be room. */
export function pushAll(minutes: Minutes, values: ArrayLike<number>, places: ArrayLike<number> | null): void {
  const { values: to, n } = minutes;
  const count = places?.length ?? values.length;
  if (places === null) to.set(values, n);
  else for (let at = 0; at < count; at += 1) to[n + at] = values[places[at] ?? 0] ?? 0;
  minutes.n = n + count;
}

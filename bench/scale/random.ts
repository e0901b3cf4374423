/** Repeatable chance: the same seed gives the same district at every run. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Small positions more often than large ones, as people use some things far more than others. */
  skewed<T>(items: readonly T[], bend?: number): T;
}

/** The generator of Tommy Ettinger's `mulberry32`, with what the scale data need of it. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <T>(items: readonly T[], share: number): T => {
    const item = items[Math.min(items.length - 1, Math.floor(share * items.length))];
    if (item === undefined) throw new RangeError('Nothing to choose from');
    return item;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (items) => at(items, next()),
    skewed: (items, bend = 3) => at(items, next() ** bend),
  };
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');

/** A UUID that belongs to one purpose and position: the same at every run. */
export function uuidOf(purpose: number, position: number): string {
  const random = seeded(Math.imul(purpose, 0x9e3779b1) ^ position);
  const part = () => hex(random.next() * 4_294_967_296);
  const [a, b, c] = [part(), part(), part()];
  return `${a}-${hex(position ^ purpose).slice(4)}-4${b.slice(1, 4)}-a${b.slice(5)}-${c}${hex(position).slice(4)}`;
}

import { type Measure, measures } from '../../shared/figure/counter';

/** Minutes; null where nothing was handled. */
export interface Spread {
  median: number | null;
  p90: number | null;
}

/** Handling times from acceptance to the last resolution, the first beside it (spec 7). */
export interface Handling {
  n: number;
  work: Spread;
  natural: Spread;
  first: Spread;
  firstNatural: Spread;
}

export const points = { median: 0.5, p90: 0.9 } as const;
export const minutesColumn = (measure: Measure): string => `${measure}_minutes`;
const names: Record<Measure, Exclude<keyof Handling, 'n'>> = {
  work: 'work',
  natural: 'natural',
  first_work: 'first',
  first_natural: 'firstNatural',
};

export const handlingOf = (n: number, spreadOf: (measure: Measure) => Spread): Handling => ({
  n,
  ...(Object.fromEntries(measures.map((measure) => [names[measure], spreadOf(measure)])) as Omit<
    Handling,
    'n'
  >),
});

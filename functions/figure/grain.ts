/** What figures can be counted by, in the order of the roll-up's key; each is a column. */
export const dimensions = [
  'unit_id',
  'matter_id',
  'channel',
  'town',
  'stage',
  'reporter_kind',
  'complexity',
  'cause',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * The sets of dimensions that roll-ups are kept for by day and month, fewest rows first: every single dimension, the own
 * unit with any other, and every pair but those of matter. A question within one of them reads days and months, never orders.
 */
export const grains: readonly (readonly Dimension[])[] = [
  ['reporter_kind'],
  ['complexity'],
  ['stage'],
  ['cause'],
  ['channel'],
  ['town'],
  ['unit_id'],
  ['stage', 'reporter_kind', 'complexity'],
  ['reporter_kind', 'complexity', 'cause'],
  ['channel', 'reporter_kind', 'complexity'],
  ['town', 'reporter_kind', 'complexity'],
  ['channel', 'cause'],
  ['town', 'cause'],
  ['channel', 'town'],
  ['stage', 'cause'],
  ['channel', 'stage'],
  ['town', 'stage'],
  ['unit_id', 'stage'],
  ['unit_id', 'reporter_kind', 'complexity'],
  ['unit_id', 'cause'],
  ['unit_id', 'channel'],
  ['unit_id', 'town'],
  ['matter_id'],
  ['unit_id', 'matter_id'],
];

/** Kept by month alone, for their days are hardly fewer than orders: a matter with any other dimension but the unit. */
export const monthGrains: readonly (readonly Dimension[])[] = [
  ['matter_id', 'reporter_kind', 'complexity'],
  ['matter_id', 'stage'],
  ['matter_id', 'cause'],
  ['matter_id', 'channel'],
  ['matter_id', 'town'],
];

/** A grain's number in the roll-up: PostgreSQL's `grouping()` of all dimensions, a bit for each that is summed away. */
export const grainNumber = (grain: readonly Dimension[]): number =>
  dimensions.reduce((bits, dimension) => bits * 2 + (grain.includes(dimension) ? 0 : 1), 0);

/** The first of the grains that knows all these dimensions; null where only the orders' own shares do. */
export const grainFor = (
  wanted: readonly Dimension[],
  among: readonly (readonly Dimension[])[] = grains,
): readonly Dimension[] | null =>
  among.find((grain) => wanted.every((dimension) => grain.includes(dimension))) ?? null;

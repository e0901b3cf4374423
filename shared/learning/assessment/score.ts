import { formulaWords, type Indicator, shareOf, sumWords } from './indicator';

/** Below this many an indicator is not scored, and a unit not ranked (spec 7). */
export const leastN = 10;

/** With fewer points' worth of lines scored, the rest says too little of the whole: no score. */
export const leastWeight = 50;

/** A figure of one unit: so many of so many. */
export interface Rate {
  count: number;
  of: number;
}

export interface ScoreLine {
  figure: string;
  title: string;
  count: number;
  of: number;
  /** Per cent, two decimals; null where there is nothing to divide by. */
  value: number | null;
  weight: number;
  /** Null where it is not scored. */
  points: number | null;
  formula: string;
  /** The sum written out, or why there is none. */
  sum: string;
}

export interface Score {
  lines: ScoreLine[];
  points: number;
  /** Weights of the lines that were scored. */
  weight: number;
  /** Points out of 100: points ÷ weight; null where less than half of the points could be scored. */
  score: number | null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function scoreLine(indicator: Indicator, { count, of }: Rate): ScoreLine {
  const { figure, title, weight, formula } = indicator;
  const value = of === 0 ? null : round((count / of) * 100);
  const scored = value !== null && of >= leastN;
  return {
    figure,
    title,
    count,
    of,
    value,
    weight,
    points: scored ? round(weight * shareOf(formula, value)) : null,
    formula: formulaWords(formula),
    sum: scored ? sumWords(indicator, value) : `只有 ${of} 件，不足 ${leastN} 件，不计分`,
  };
}

/** A unit's score, line by line: lines with too few cases do not count, and the rest is taken as the whole (spec 7). */
export function scoreUnit(indicators: readonly Indicator[], rates: ReadonlyMap<string, Rate>): Score {
  const lines = indicators.map((each) => scoreLine(each, rates.get(each.figure) ?? { count: 0, of: 0 }));
  const scored = lines.filter(({ points }) => points !== null);
  const points = round(scored.reduce((sum, line) => sum + (line.points ?? 0), 0));
  const weight = round(scored.reduce((sum, line) => sum + line.weight, 0));
  return { lines, points, weight, score: weight < leastWeight ? null : round((points / weight) * 100) };
}

/** Ranks by score, the same score the same rank; null below ten cases received or without a score (spec 7). */
export function rankUnits(units: readonly { score: number | null; received: number }[]): (number | null)[] {
  const counts = (unit: { score: number | null; received: number }) =>
    unit.score !== null && unit.received >= leastN;
  return units.map((unit) =>
    counts(unit)
      ? 1 + units.filter((other) => counts(other) && (other.score ?? 0) > (unit.score ?? 0)).length
      : null,
  );
}

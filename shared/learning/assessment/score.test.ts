import { defaultRule } from './default-rule';
import { Formula, formulaWords, type Indicator, shareOf, sumWords } from './indicator';
import { rankUnits, scoreUnit } from './score';

const linear = (zero: number, full: number): Formula => ({ kind: 'linear', zero, full });
const steps: Formula = {
  kind: 'steps',
  steps: [
    { from: 95, share: 100 },
    { from: 80, share: 60 },
  ],
};

it.each<[string, Formula, number, number]>([
  ['nothing at the zero point', linear(60, 100), 60, 0],
  ['nothing below it', linear(60, 100), 12, 0],
  ['half in the middle', linear(60, 100), 80, 0.5],
  ['all at the full point', linear(60, 95), 95, 1],
  ['all above it', linear(60, 95), 100, 1],
  ['all at few where less is better', linear(30, 5), 5, 1],
  ['half in the middle where less is better', linear(30, 10), 20, 0.5],
  ['nothing at many where less is better', linear(30, 5), 40, 0],
  ['the step that is reached', steps, 95, 1],
  ['the next step just below', steps, 94.99, 0.6],
  ['nothing below the last step', steps, 79.99, 0],
])('gives %s', (_title, formula, value, share) => {
  expect(shareOf(formula, value)).toBeCloseTo(share, 10);
});

it.each<[Formula, string]>([
  [linear(60, 95), '95% 及以上得满分，60% 及以下不得分，中间按比例'],
  [linear(30, 5), '5% 及以下得满分，30% 及以上不得分，中间按比例'],
  [linear(0, 100), '100% 得满分，0% 不得分，中间按比例'],
  [steps, '95% 及以上得 100%，80% 及以上得 60%，再低不得分'],
])('says in words: %j', (formula, words) => {
  expect(formulaWords(formula)).toBe(words);
});

const indicator = (weight: number, formula: Formula): Indicator => ({
  figure: 'solved',
  title: '解决率',
  weight,
  formula,
});
it.each<[Indicator, number, string]>([
  [indicator(20, linear(60, 100)), 85, '(85 − 60) ÷ (100 − 60) × 20 = 12.5'],
  [indicator(20, linear(60, 100)), 100, '20 × 100% = 20'],
  [indicator(20, steps), 90, '20 × 60% = 12'],
])('writes the sum out: %j at %s', (line, value, sum) => {
  expect(sumWords(line, value)).toBe(sum);
});

it.each([
  ['the same rate for all and for nothing', linear(60, 60)],
  ['steps that do not fall', { kind: 'steps', steps: [...steps.steps].reverse() }],
  ['no step', { kind: 'steps', steps: [] }],
])('refuses a formula with %s', (_title, formula) => {
  expect(Formula.safeParse(formula).success).toBe(false);
});

const two: Indicator[] = [
  { figure: 'solved', title: '解决率', weight: 60, formula: linear(50, 100) },
  { figure: 'satisfied', title: '满意率', weight: 40, formula: linear(60, 100) },
];
const rates = (solved: [number, number], satisfied: [number, number]) =>
  new Map([
    ['solved', { count: solved[0], of: solved[1] }],
    ['satisfied', { count: satisfied[0], of: satisfied[1] }],
  ]);

it('adds the lines up to the score', () => {
  const { lines, points, weight, score } = scoreUnit(two, rates([15, 20], [18, 20]));
  expect(lines.map((line) => [line.value, line.points])).toEqual([
    [75, 30],
    [90, 30],
  ]);
  expect({ points, weight, score }).toEqual({ points: 60, weight: 100, score: 60 });
});

it('does not score a line with nine cases, says so, and takes the rest as the whole', () => {
  const { lines, points, weight, score } = scoreUnit(two, rates([15, 20], [9, 9]));
  expect(lines[1]).toMatchObject({ value: 100, points: null, sum: '只有 9 件，不足 10 件，不计分' });
  expect({ points, weight, score }).toEqual({ points: 30, weight: 60, score: 50 });
});

it('scores a line with ten cases', () => {
  expect(scoreUnit(two, rates([5, 10], [10, 10])).lines.map((line) => line.points)).toEqual([0, 40]);
});

it('has no score where lines of less than half the points could be scored', () => {
  const { weight, score } = scoreUnit(two, rates([3, 9], [18, 20]));
  expect({ weight, score }).toEqual({ weight: 40, score: null });
});

it('has no score where no line could be scored', () => {
  expect(scoreUnit(two, new Map())).toMatchObject({ points: 0, weight: 0, score: null });
});

it('ranks from ten received on, the same score the same rank', () => {
  const units = [
    { score: 80, received: 50 },
    { score: 95, received: 9 },
    { score: 90, received: 10 },
    { score: 80, received: 30 },
    { score: null, received: 40 },
    { score: 70, received: 11 },
  ];
  expect(rankUnits(units)).toEqual([2, null, 1, 2, null, 4]);
});

it('begins with a rule of a hundred points', () => {
  expect(defaultRule.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

import * as z from 'zod';

const percent = z.number().min(0).max(100);

/**
 * From a rate in per cent to a share of the points. Linear: none at `zero`, all at `full`, between them in proportion;
 * `full` below `zero` where less is better. Steps: the first step that the rate reaches.
 */
export const Formula = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('linear'), zero: percent, full: percent })
    .refine(({ zero, full }) => zero !== full, '得满分与得零分的比率不能相同'),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z
      .array(z.strictObject({ from: percent, share: percent }))
      .min(1)
      .max(10)
      .refine(
        (steps) => steps.every((step, at) => at === 0 || step.from < (steps[at - 1]?.from ?? 0)),
        '各档要从高到低，不能重复',
      ),
  }),
]);
export type Formula = z.infer<typeof Formula>;

/** One line of the assessment: which figure, for how many points, by which formula (spec 7). */
export const Indicator = z.strictObject({
  figure: z.string().regex(/^[a-z-]{2,40}$/),
  title: z.string().trim().min(2).max(30),
  weight: z.number().positive().max(100),
  formula: Formula,
});
export type Indicator = z.infer<typeof Indicator>;

const round = (value: number): number => Math.round(value * 100) / 100;

/** The share of the points, 0 to 1, that a rate in per cent earns. */
export function shareOf(formula: Formula, value: number): number {
  if (formula.kind === 'steps') return (formula.steps.find((step) => value >= step.from)?.share ?? 0) / 100;
  const { zero, full } = formula;
  return Math.min(1, Math.max(0, (value - zero) / (full - zero)));
}

/** The formula in words, as it stands beside the line. */
export function formulaWords(formula: Formula): string {
  if (formula.kind === 'steps') {
    const steps = formula.steps.map(({ from, share }) => `${from}% 及以上得 ${share}%`);
    return `${steps.join('，')}，再低不得分`;
  }
  const { zero, full } = formula;
  return full > zero
    ? `${full === 100 ? '100% ' : `${full}% 及以上`}得满分，${zero === 0 ? '0% ' : `${zero}% 及以下`}不得分，中间按比例`
    : `${full === 0 ? '0% ' : `${full}% 及以下`}得满分，${zero === 100 ? '100% ' : `${zero}% 及以上`}不得分，中间按比例`;
}

/** How the points came about, so that anybody can do the sum again. */
export function sumWords({ formula, weight }: Indicator, value: number): string {
  const share = shareOf(formula, value);
  const points = round(weight * share);
  if (formula.kind === 'steps') return `${weight} × ${round(share * 100)}% = ${points}`;
  if (share === 0 || share === 1) return `${weight} × ${share * 100}% = ${points}`;
  const { zero, full } = formula;
  return `(${value} − ${zero}) ÷ (${full} − ${zero}) × ${weight} = ${points}`;
}

import * as z from 'zod';
import { Indicator } from '../../../shared/learning/assessment/indicator';
import { id, text } from '../../../shared/order/contract/field';
import { cursor, limit, numberParam } from '../../http/define';

const year = z.coerce.number().int().min(2020).max(2100);

export const YearQuery = z.strictObject({ year });

const hundred = (indicators: { weight: number }[]) =>
  Math.abs(indicators.reduce((sum, each) => sum + each.weight, 0) - 100) < 0.001;
const distinct = (indicators: { figure: string }[]) =>
  new Set(indicators.map((each) => each.figure)).size === indicators.length;

/** A new version of the rule: weights together 100, each figure once. */
export const NewRule = z.strictObject({
  fromYear: z.int().min(2020).max(2100),
  note: text(2, 200),
  indicators: z
    .array(Indicator)
    .min(1)
    .max(30)
    .refine(distinct, '同一项指标不能写两次')
    .refine(hundred, '各项分值加起来要等于 100'),
});
export type NewRule = z.infer<typeof NewRule>;

export const ProposeExclusion = z.strictObject({
  year: z.int().min(2020).max(2100),
  order: numberParam,
  /** Another unit than the order's own: one that assisted, or had it before. */
  unitId: id.optional(),
  reason: text(4, 500),
});
export type ProposeExclusion = z.infer<typeof ProposeExclusion>;
export const DecideExclusion = z.strictObject({ agreed: z.boolean(), reason: text(2, 500) });
export type DecideExclusion = z.infer<typeof DecideExclusion>;
export const ExclusionQuery = z.strictObject({
  year,
  state: z.enum(['proposed', 'agreed', 'refused']).optional(),
  cursor,
  limit,
});
export type ExclusionQuery = z.infer<typeof ExclusionQuery>;

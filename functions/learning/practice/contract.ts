import * as z from 'zod';
import { practiceStates } from '../../../shared/learning/practice';
import { id, text, version } from '../../../shared/order/contract/field';
import { cursor, limit, numberParam } from '../../http/define';

const words = { title: text(4, 40), problem: text(10, 500), approach: text(10, 1500), effect: text(4, 500) };

/** An example comes from one closed order or from one improvement. */
export const Propose = z.strictObject({
  ...words,
  order: numberParam.optional(),
  itemId: id.optional(),
});
export type Propose = z.infer<typeof Propose>;
export const Revise = z.strictObject({ version, ...words });
export type Revise = z.infer<typeof Revise>;
export const Step = z.strictObject({ version });
export const StepWithReason = z.strictObject({ version, reason: text(2, 500) });
export const PracticeQuery = z.strictObject({
  state: z.enum(Object.keys(practiceStates) as [keyof typeof practiceStates]).optional(),
  cursor,
  limit,
});
export type PracticeQuery = z.infer<typeof PracticeQuery>;

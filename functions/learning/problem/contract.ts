import * as z from 'zod';
import { problemSources, problemStates } from '../../../shared/learning/problem-list';
import { Cause, day, id, text, version } from '../../../shared/order/contract/field';
import { cursor, limit, numberParam } from '../../http/define';

const keys = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

/** Most evidence orders of one item. */
export const mostEvidence = 200;

const orders = z.array(numberParam).max(mostEvidence).default([]);
const body = {
  title: text(4, 60),
  cause: Cause,
  detail: text(0, 1000).default(''),
  matterIds: z.array(id).max(20).default([]),
  ownerUnitId: id,
  responsibleId: id.nullable().default(null),
};

export const OpenProblem = z.strictObject({ ...body, source: z.enum(keys(problemSources)), orders });
export type OpenProblem = z.infer<typeof OpenProblem>;
export const EditProblem = z.strictObject({ version, ...body });
export type EditProblem = z.infer<typeof EditProblem>;
export const Evidence = z.strictObject({ version, add: orders, drop: orders });
export type Evidence = z.infer<typeof Evidence>;
export const SetMeasure = z.strictObject({ version, text: text(4, 1000), due: day });
export type SetMeasure = z.infer<typeof SetMeasure>;
export const Said = z.strictObject({ version, note: text(2, 500) });
export type Said = z.infer<typeof Said>;

export const ProblemQuery = z.strictObject({
  state: z.enum(keys(problemStates)).optional(),
  cause: Cause.optional(),
  unit: z.uuid().optional(),
  matter: z.uuid().optional(),
  order: numberParam.optional(),
  overdue: z.literal('1').optional(),
  cursor,
  limit,
});
export type ProblemQuery = z.infer<typeof ProblemQuery>;

export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '请选择月份');
export const ConfirmMonth = z.strictObject({ unitId: id, month, note: text(0, 500).default('') });
export type ConfirmMonth = z.infer<typeof ConfirmMonth>;

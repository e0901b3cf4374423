import * as z from 'zod';
import { text } from '../../../shared/order/contract/field';
import { month } from '../problem/contract';

const section = text(0, 4000);
/** Version 0 is a report that nobody has saved yet. */
export const SaveReport = z.strictObject({
  version: z.int().min(0),
  summary: section,
  problems: section,
  measures: section,
  plans: section,
});
export type SaveReport = z.infer<typeof SaveReport>;
export const ReportsQuery = z.strictObject({ month });

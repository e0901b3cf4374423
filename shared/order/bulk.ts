import * as z from 'zod';
import { commandInputs } from './contract/command-input';

/** What may be done to several orders at once: the same words or decision fit them all. */
export const bulkCommands = ['accept', 'dispatch', 'delegate', 'classify', 'urge', 'note', 'close'] as const;
export type BulkCommand = (typeof bulkCommands)[number];

/** One screen's choice at most: nobody answers for more at one stroke. */
export const mostAtOnce = 50;

const orderNumber = z.string().regex(/^CM\d{14}$/);
/** A command for several orders: each as the person saw it, and the words for all. */
export const BulkInput = z.strictObject({
  command: z.enum(bulkCommands),
  orders: z
    .array(z.strictObject({ number: orderNumber, version: z.int().min(0) }))
    .min(1)
    .max(mostAtOnce),
  input: z.record(z.string(), z.unknown()),
});
export type BulkInput = z.infer<typeof BulkInput>;

/** The orders a choice is asked about, as they stand in an address. */
export const BulkQuery = z.strictObject({
  numbers: z.string().regex(/^CM\d{14}(,CM\d{14}){0,49}$/, '请选择 1 至 50 件工单'),
});

/** How it went with one of them: done, or why not. */
export type BulkResult =
  | { number: string; done: true }
  | { number: string; done: false; code: string; title: string };

/** The body that the order's own command takes; throws `ZodError` where the words do not fit. */
export const bodyFor = (command: BulkCommand, version: number, input: Record<string, unknown>) => {
  const schema = commandInputs[command];
  return schema.parse('version' in schema.shape ? { version, ...input } : input);
};

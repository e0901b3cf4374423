import * as z from 'zod';
import {
  Cause,
  Complexity,
  day,
  EvaluationTag,
  fileIds,
  id,
  Result,
  Satisfaction,
  text,
  version,
} from './field';

const reason = text(2, 1000);
const to = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ version, ...shape });

/** The body of every command that changes an existing order; `version` where spec 2 asks for one. */
export const commandInputs = {
  dispatch: to({ unitId: id, reason }),
  accept: to({}),
  return: to({ reason, rightUnitId: id.optional() }),
  contact: to({
    result: z.enum(['reached', 'unreached']),
    means: z.enum(['phone', 'visit', 'message']),
    note: text(0, 1000).optional(),
    statedAt: text(0, 60).optional(),
  }),
  classify: to({ complexity: Complexity, reason: text(2, 500).optional() }),
  assist: to({ unitId: id, request: text(2, 2000), dueOn: day, files: fileIds }),
  'assist-reply': z.strictObject({
    assistId: id,
    reply: text(2, 4000).optional(),
    declineReason: reason.optional(),
    files: fileIds,
  }),
  'assist-drop': to({ assistId: id, reason }),
  'assist-arbitrate': to({
    assistId: id,
    decision: z.enum(['must-reply', 'release']),
    dueOn: day.optional(),
    reason,
  }),
  delegate: to({ unitId: id, request: text(2, 2000) }),
  'delegate-return': to({ reason }),
  recall: to({ reason }),
  explain: to({ reason: text(2, 2000), plan: text(2, 2000), nextReportOn: day }),
  extend: to({ reason, days: z.int().min(1).max(10) }),
  'extend-decide': to({ extensionId: id, granted: z.boolean(), reason }),
  escalate: to({ reason }),
  coordinate: to({
    decision: text(2, 2000),
    assists: z
      .array(z.strictObject({ unitId: id, request: text(2, 2000), dueOn: day }))
      .max(9)
      .default([]),
  }),
  transfer: to({ unitId: id, reason }),
  'request-supplement': to({ missing: text(2, 1000) }),
  resolve: to({
    found: text(2, 2000),
    done: text(2, 2000),
    rule: text(2, 500),
    next: text(2, 1000).optional(),
    result: Result,
    basis: text(2, 500).optional(),
    cause: Cause,
    measure: text(2, 1000).optional(),
    files: fileIds,
    contact: z
      .strictObject({ means: z.enum(['phone', 'visit', 'message']), note: text(0, 1000).optional() })
      .optional(),
  }),
  decline: to({
    basis: text(2, 500),
    explanation: text(2, 2000),
    rightDoor: text(2, 200).optional(),
  }),
  'decline-consent': to({ reason }),
  appeal: z.strictObject({ reason: text(2, 1000), files: fileIds }),
  evaluate: z.strictObject({
    solved: z.boolean(),
    satisfaction: Satisfaction,
    tags: z.array(EvaluationTag).max(8).default([]),
    comment: text(0, 1000).optional(),
    files: fileIds,
  }),
  'unit-callback': z.strictObject({
    result: z.enum(['solved', 'unsolved', 'unreached']),
    satisfaction: Satisfaction.optional(),
    note: text(0, 1000).optional(),
  }),
  'district-callback': z.strictObject({
    result: z.enum(['confirmed', 'unresolved', 'misreported', 'unreached']),
    satisfaction: Satisfaction.optional(),
    note: text(0, 1000).optional(),
  }),
  supervise: to({ reason, demand: text(2, 2000), days: z.int().min(1).max(30).default(3) }),
  excuse: to({ reason }),
  reopen: to({ reason, days: z.int().min(1).max(30).default(3) }),
  close: to({ reason }),
  urge: z.strictObject({ note: text(0, 500).optional() }),
  supplement: z.strictObject({ text: text(1, 2000), files: fileIds }),
  note: z.strictObject({ text: text(1, 2000), files: fileIds }),
  merge: to({ primaryNumber: z.string().regex(/^CM\d{14}$/), reason }),
  unmerge: to({ reason }),
  withdraw: to({ reason }),
  'withdrawal-callback': z.strictObject({ pressured: z.boolean(), note: text(0, 1000).optional() }),
} as const;
export type CommandName = keyof typeof commandInputs;
export type CommandInput<C extends CommandName> = z.infer<(typeof commandInputs)[C]>;

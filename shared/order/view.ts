import * as z from 'zod';
import { clockKinds } from '../sla/clock-types';
import { Cause, Channel, Complexity, Result, Stage } from './contract/field';
import { commands, states } from './state';

/** What crosses the wire to a screen. Instants are ISO 8601 with +08:00. */
const nullableText = z.string().nullable();
export const Light = z.enum(['green', 'yellow', 'red']);
export const UnitRef = z.object({ id: z.string(), name: z.string(), phone: nullableText });

export const ClockView = z.object({
  kind: z.enum(clockKinds),
  /** 先行联系, 办结 … in plain words. */
  title: z.string(),
  holder: UnitRef.nullable(),
  startedAt: z.string(),
  dueAt: z.string(),
  originalDueAt: z.string(),
  provisional: z.boolean(),
  running: z.boolean(),
  outcome: z.enum(['met', 'late', 'void']).nullable(),
  endedAt: nullableText,
  light: Light.nullable(),
  /** 还剩 1 天 3 小时 */
  countdown: nullableText,
  /** The deadline day by day. */
  explanation: z.string(),
});

export const FileView = z.object({
  id: z.string(),
  kind: z.enum(['picture', 'document']),
  name: z.string(),
  sizeBytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Short-lived signed links. */
  url: z.string(),
  thumbnailUrl: nullableText,
});
export type FileView = z.infer<typeof FileView>;

export const TimelineEntry = z.object({
  seq: z.number(),
  at: z.string(),
  kind: z.string(),
  /** 崇明区人社局已接单 */
  title: z.string(),
  /** The same for a reporter who reads English; null for staff. */
  english: nullableText,
  /** Words people wrote: reply, reason, comment … shown as text. */
  paragraphs: z.array(z.object({ label: z.string(), english: z.string(), text: z.string() })),
  by: nullableText,
  internal: z.boolean(),
  files: z.array(FileView),
});

export const OrderCard = z.object({
  number: z.string(),
  version: z.number(),
  state: z.enum(states),
  stateWord: z.string(),
  channel: Channel,
  reporterKind: z.enum(['person', 'enterprise']),
  reporterName: nullableText,
  reporterPhone: nullableText,
  matter: nullableText,
  stage: Stage,
  excerpt: nullableText,
  town: nullableText,
  holder: UnitRef.nullable(),
  lead: UnitRef.nullable(),
  complexity: Complexity.nullable(),
  light: Light.nullable(),
  dueAt: nullableText,
  countdown: nullableText,
  clock: z.enum(clockKinds).nullable(),
  submittedAt: z.string(),
  age: z.string(),
  urged: z.number(),
  round: z.number(),
  flags: z.array(z.string()),
  /** What this member of staff had best do now; null for reporters and where there is nothing to do. */
  next: z.enum(commands).nullable(),
  /** One sentence for the reporter: who has it, by when, what happens next. */
  sentence: z.string(),
});
export type OrderCard = z.infer<typeof OrderCard>;

export const OrderView = OrderCard.extend({
  story: nullableText,
  matterText: nullableText,
  placeName: nullableText,
  hallName: nullableText,
  triedOn: nullableText,
  triedTimes: z.number().nullable(),
  enterpriseName: nullableText,
  onBehalfOf: nullableText,
  phoneVerified: z.boolean(),
  cityNumber: nullableText,
  files: z.array(FileView),
  clocks: z.array(ClockView),
  timeline: z.array(TimelineEntry),
  /** What this very principal may do now, from the shared rules. */
  commands: z.array(z.enum(commands)),
  assists: z.array(
    z.object({
      id: z.string(),
      unit: UnitRef,
      state: z.string(),
      stateWord: z.string(),
      dueAt: nullableText,
      light: Light.nullable(),
      request: nullableText,
      reply: nullableText,
      mine: z.boolean(),
    }),
  ),
  extensions: z.array(
    z.object({
      id: z.string(),
      days: z.number(),
      state: z.string(),
      stateWord: z.string(),
      reason: nullableText,
      decideBy: z.string(),
    }),
  ),
  custody: z.array(z.object({ role: z.string(), unit: UnitRef, fromAt: z.string(), toAt: nullableText })),
  reply: z
    .object({
      found: z.string(),
      done: z.string(),
      rule: z.string(),
      next: nullableText,
      result: Result,
      basis: nullableText,
      cause: Cause.nullable(),
      at: z.string(),
      unit: UnitRef.nullable(),
    })
    .nullable(),
  evaluation: z
    .object({
      solved: z.boolean(),
      satisfaction: z.number(),
      tags: z.array(z.string()),
      comment: nullableText,
      at: z.string(),
      changeableUntil: nullableText,
    })
    .nullable(),
  primaryNumber: nullableText,
  mergedNumbers: z.array(z.string()),
  /** Staff only; empty for reporters. */
  similar: z.array(
    z.object({
      number: z.string(),
      matter: nullableText,
      state: z.string(),
      submittedAt: z.string(),
      why: z.string(),
    }),
  ),
});
export type OrderView = z.infer<typeof OrderView>;

export const Receipt = z.object({
  number: z.string(),
  queryCode: z.string(),
  version: z.number(),
  state: z.enum(states),
  sentence: z.string(),
  nextSteps: z.array(z.object({ text: z.string(), by: nullableText })),
  /** A token for this one order, so that a reporter who is not signed in can follow at once. */
  token: nullableText,
});
export type Receipt = z.infer<typeof Receipt>;

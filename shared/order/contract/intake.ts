import * as z from 'zod';
import { Cause, Channel, day, fileIds, id, instant, phone, Stage, text } from './field';

/** Who reports, and for whom (spec 4). */
export const ReporterInput = z.strictObject({
  kind: z.enum(['person', 'enterprise']),
  name: text(1, 60),
  phone: phone.optional(),
  /** 代办: the one acted for. */
  onBehalfOf: text(1, 60).optional(),
  enterpriseName: text(2, 100).optional(),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '请填写 18 位统一社会信用代码')
    .optional(),
});
export type ReporterInput = z.infer<typeof ReporterInput>;

/** The report itself (spec 4, the form). `scene` is what a hall's QR code carries. */
export const ReportInput = z.strictObject({
  matterId: id.optional(),
  matterText: text(1, 100).optional(),
  hallUnitId: id.optional(),
  placeUnitId: id.optional(),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  online: z.boolean().default(false),
  stage: Stage,
  triedOn: day.optional(),
  triedTimes: z.int().min(1).max(99).optional(),
  story: text(10, 2000),
  files: fileIds,
});
export type ReportInput = z.infer<typeof ReportInput>;

/** By which a reporter submits: what comes through a window, a telephone or the city portal, staff or a partner enter (spec 2, 4). */
const ReporterChannel = Channel.exclude(['window', 'phone', 'city-portal']);

/** `submit`. The channel is what the page says; a terminal and a QR code are looked up. */
export const SubmitInput = z.strictObject({
  channel: ReporterChannel,
  scene: text(1, 32).optional(),
  reporter: ReporterInput,
  report: ReportInput,
  consent: z.literal(true),
});
export type SubmitInput = z.infer<typeof SubmitInput>;

/** `register` at the window, or by telephone (spec 2). */
export const RegisterInput = z.strictObject({
  channel: z.enum(['window', 'phone']),
  reporter: ReporterInput,
  report: ReportInput,
  outcome: z.enum(['route', 'own', 'on-the-spot', 'out-of-scope']),
  /** For on-the-spot: the reply and the cause. For out-of-scope: explanation and basis. */
  reply: text(2, 4000).optional(),
  cause: Cause.optional(),
  basis: text(2, 500).optional(),
  rightDoor: text(2, 200).optional(),
});
export type RegisterInput = z.infer<typeof RegisterInput>;

/** An order the city portal handed over (spec 4, `city-portal`). */
export const CityPortalInput = z.strictObject({
  cityNumber: text(4, 40),
  receivedAt: instant.optional(),
  reporter: ReporterInput,
  report: ReportInput,
});
export type CityPortalInput = z.infer<typeof CityPortalInput>;

import * as z from 'zod';
import { id, text } from '../../../shared/order/contract/field';
import { type UnitKind, unitKinds } from '../../../shared/order/vocabulary';

const time = z.string().regex(/^(1[0-9]|2[0-3]):[0-5]\d$/, '请填写下班时间，例如 17:00');

/** What a unit is known by; `closing` is when its deadlines end on a day (spec 3). */
export const UnitInput = z.strictObject({
  kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]),
  name: text(2, 60),
  parentId: id.nullable().default(null),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .default(null),
  phone: z
    .string()
    .regex(/^[\d-]{5,20}$/, '请填写电话号码')
    .nullable()
    .default(null),
  address: text(2, 100).nullable().default(null),
  hours: text(2, 100).nullable().default(null),
  /** The district's where none is given. */
  closing: time.optional(),
  active: z.boolean().default(true),
});
export type UnitInput = z.infer<typeof UnitInput>;

/** Where the unit's staff are reached beside the inbox (spec 5). */
export const ContactInput = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('wecom'),
    to: z.string().regex(/^[\w-]{8,100}$/, '请填写群机器人的密钥'),
  }),
  z.strictObject({ provider: z.literal('email'), to: z.email('请填写邮箱地址').max(100) }),
  z.strictObject({ provider: z.literal('sms'), to: z.string().regex(/^1[3-9]\d{9}$/, '请填写手机号') }),
]);
export type ContactInput = z.infer<typeof ContactInput>;

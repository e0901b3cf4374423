import * as z from 'zod';
import { day } from '../order/contract/field';
import { type Role, roles } from '../order/vocabulary';

const between = (least: number, most: number) =>
  z.int().min(least, `至少 ${least}`).max(most, `最多 ${most}`);
const clockTime = (earliest: string, latest: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 17:00')
    .refine((time) => time >= earliest && time <= latest, `请填写 ${earliest} 到 ${latest} 之间的时间`);
const span = z.tuple([clockTime('07:00', '20:00'), clockTime('07:00', '20:00')]);

/** The bounds of what may be set; quiet hours may grow beyond 21:00–08:00 and never shrink (spec 5). */
const values = {
  sla: z.strictObject({
    dispatchDays: between(1, 3),
    acceptDays: between(1, 3),
    unitCallbackDays: between(1, 10),
    districtCallbackDays: between(1, 20),
    rectifyDays: between(1, 15),
  }),
  closing: z.strictObject({ time: clockTime('15:00', '20:00') }),
  /** Hall hours from a day to come. */
  hours: z
    .strictObject({ from: day, morning: span, afternoon: span })
    .refine(({ morning: [a, b], afternoon: [c, d] }) => a < b && b <= c && c < d, {
      path: ['afternoon'],
      message: '上午、下午的起止时间请按先后填写',
    }),
  quiet: z.strictObject({ from: clockTime('18:00', '21:00'), to: clockTime('08:00', '10:00') }),
  'sign-in': z.strictObject({
    totpRoles: z.array(z.enum(Object.keys(roles) as [Role, ...Role[]])).max(20),
  }),
  keeping: z.strictObject({ years: between(1, 30) }),
};

/** A change of one setting; `seen` is when it had been changed last, as the form showed it. */
const edit = <K extends keyof typeof values>(key: K) =>
  z.strictObject({
    key: z.literal(key),
    value: values[key],
    seen: z.iso.datetime({ offset: true }).nullable(),
  });

export const SettingEdit = z.discriminatedUnion('key', [
  edit('sla'),
  edit('closing'),
  edit('hours'),
  edit('quiet'),
  edit('sign-in'),
  edit('keeping'),
]);
export type SettingEdit = z.infer<typeof SettingEdit>;

import * as z from 'zod';
import { id, text } from '../../../shared/order/contract/field';
import { type Role, roles } from '../../../shared/order/vocabulary';

const RoleInput = z.strictObject({
  role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
  unitId: id,
  /** Stands in while the others of this role in this unit are absent. */
  deputy: z.boolean().default(false),
});

/** A member of staff: who, with which roles in which units, and until when absent (spec 6). */
export const PersonInput = z.strictObject({
  name: text(1, 30),
  active: z.boolean().default(true),
  /** ISO instant of the return; null when here. */
  absentUntil: z.iso.datetime({ offset: true }).nullable().default(null),
  roles: z.array(RoleInput).max(20),
});
export type PersonInput = z.infer<typeof PersonInput>;

export const NewPerson = PersonInput.extend({
  username: z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/, '用户名用小写字母开头，可含数字、点和短横线'),
});
export type NewPerson = z.infer<typeof NewPerson>;

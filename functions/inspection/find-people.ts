import { asc, ilike, or } from 'drizzle-orm';
import * as z from 'zod';
import { staff } from '../db/schema';
import { limit } from '../http/define';
import type { Context } from '../order/context';

export const People = z.strictObject({ q: z.string().trim().min(1).max(60).optional(), limit });
type People = z.infer<typeof People>;

/** People by name or user name, those no longer here as well: their records stay. */
export async function findPeople(ctx: Context, { q, limit: size }: People) {
  const words = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return ctx.db
    .select({ id: staff.id, name: staff.name, username: staff.username })
    .from(staff)
    .where(words ? or(ilike(staff.name, words), ilike(staff.username, words)) : undefined)
    .orderBy(asc(staff.username))
    .limit(size);
}

import { and, asc, gt, ilike, inArray, or } from 'drizzle-orm';
import { roles as roleWords } from '../../../shared/order/vocabulary';
import { toIso } from '../../../shared/sla/instant';
import { staff, staffIdentity, staffRole } from '../../db/schema';
import type { Context } from '../../order/context';
import { ownUnits } from './change-person';

export interface PeopleFilter {
  q?: string | undefined;
  unit?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Members of staff by user name; a unit's head sees those of the own unit. */
export async function listPeople(ctx: Context, { q, unit, cursor, limit }: PeopleFilter) {
  const own = ownUnits(ctx);
  const words = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const inUnits = (ids: string[]) =>
    inArray(
      staff.id,
      ctx.db.select({ id: staffRole.staffId }).from(staffRole).where(inArray(staffRole.unitId, ids)),
    );
  const rows = await ctx.db
    .select()
    .from(staff)
    .where(
      and(
        own === null ? undefined : inUnits(own),
        unit ? inUnits([unit]) : undefined,
        words ? or(ilike(staff.name, words), ilike(staff.username, words)) : undefined,
        cursor ? gt(staff.username, cursor) : undefined,
      ),
    )
    .orderBy(asc(staff.username))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  const held =
    ids.length > 0 ? await ctx.db.select().from(staffRole).where(inArray(staffRole.staffId, ids)) : [];
  const linked =
    ids.length > 0
      ? await ctx.db
          .select({ staffId: staffIdentity.staffId })
          .from(staffIdentity)
          .where(inArray(staffIdentity.staffId, ids))
      : [];
  const items = rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    active: row.active,
    absentUntil: row.absentUntil && row.absentUntil > ctx.now() ? toIso(row.absentUntil) : null,
    lastSignInAt: row.lastSignInAt ? toIso(row.lastSignInAt) : null,
    totp: row.totpSecret !== null,
    linked: linked.some((each) => each.staffId === row.id),
    roles: held
      .filter((each) => each.staffId === row.id)
      .map(({ role, unitId, deputy }) => ({
        role,
        roleWord: roleWords[role],
        unitId,
        unit: ctx.ref.units.get(unitId)?.name ?? '',
        deputy,
      })),
  }));
  return { items, next: rows.length === limit ? (rows.at(-1)?.username ?? null) : null };
}

import { and, asc, eq } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { staff, staffRole } from '../../db/schema';
import type { Context } from '../../order/context';
import { seesUnit } from '../scope';

/** Who of a unit may be named responsible: its active people, by name. */
export async function unitPeople(ctx: Context, unitId: string) {
  if (!seesUnit(ctx, unitId)) throw new RuleBroken('unit.not-found', {}, 404);
  const rows = await ctx.db
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(staffRole, eq(staffRole.staffId, staff.id))
    .where(and(eq(staffRole.unitId, unitId), eq(staff.active, true)))
    .orderBy(asc(staff.name))
    .limit(200);
  return { items: rows };
}

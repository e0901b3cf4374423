import { and, eq, inArray } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import type { Tx } from '../../db/connect';
import { matter, staff, staffRole } from '../../db/schema';
import type { Context } from '../../order/context';

interface Named {
  ownerUnitId: string;
  matterIds: string[];
  responsibleId: string | null;
}

/** Unit, matters and the person responsible must exist; the person must belong to the unit. */
export async function checkProblem(tx: Tx, ctx: Context, { ownerUnitId, matterIds, responsibleId }: Named) {
  if (!ctx.ref.units.get(ownerUnitId)?.active)
    throw new RuleBroken('problem.unit-unknown', { path: 'ownerUnitId' }, 422);
  const wanted = [...new Set(matterIds)];
  const known =
    wanted.length > 0
      ? await tx.select({ id: matter.id }).from(matter).where(inArray(matter.id, wanted))
      : [];
  if (known.length < wanted.length) throw new RuleBroken('matter.not-found', { path: 'matterIds' }, 422);
  if (responsibleId === null) return;
  const [person] = await tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(staffRole, eq(staffRole.staffId, staff.id))
    .where(and(eq(staff.id, responsibleId), eq(staffRole.unitId, ownerUnitId), eq(staff.active, true)))
    .limit(1);
  if (!person) throw new RuleBroken('problem.person-unknown', { path: 'responsibleId' }, 422);
}

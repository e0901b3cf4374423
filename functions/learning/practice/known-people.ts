import { eq } from 'drizzle-orm';
import type { KnownName } from '../../../shared/text/personal';
import type { Tx } from '../../db/connect';
import { order, staff, staffRole } from '../../db/schema';
import type { Context } from '../../order/context';
import { evidenceRows } from '../problem/problem-row';
import { namesIn } from '../refuse-personal';

/** Whose names must not stand in a practice: the reporters it is about, and the people of its unit. */
export async function knownPeople(
  tx: Tx,
  ctx: Context,
  { orderId, itemId, unitId }: { orderId: string | null; itemId: string | null; unitId: string },
): Promise<KnownName[]> {
  const rows = orderId ? await tx.select().from(order).where(eq(order.id, orderId)) : [];
  const evidence = itemId ? await evidenceRows(tx, itemId) : [];
  const people = await tx
    .selectDistinct({ name: staff.name })
    .from(staff)
    .innerJoin(staffRole, eq(staffRole.staffId, staff.id))
    .where(eq(staffRole.unitId, unitId))
    .limit(500);
  return [
    ...namesIn(ctx, [...rows, ...evidence]),
    ...people.map(({ name }) => ({ what: '工作人员姓名', name })),
  ];
}

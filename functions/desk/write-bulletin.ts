import { and, eq, inArray, ne, or } from 'drizzle-orm';
import * as z from 'zod';
import { event as line, toRole, toUnitLead } from '../../shared/order/command/rule';
import { id, text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendAudit } from '../audit/append-event';
import type { Tx } from '../db/connect';
import { bulletin, inbox, staff, staffRole } from '../db/schema';
import type { Context } from '../order/context';
import { factsOf, lockOrder } from '../order/order-row';
import { saveChange } from '../order/save-change';
import { holds } from './queues';

export const WriteBulletin = z.strictObject({
  title: text(2, 100),
  text: text(2, 4000),
  unitIds: z.array(id).min(1).max(50),
  orderNumbers: z
    .array(z.string().regex(/^CM\d{14}$/))
    .max(100)
    .default([]),
});
type WriteBulletin = z.infer<typeof WriteBulletin>;

/** The heads of the units named, other supervisors and inspection hear of the bulletin itself, orders or none (spec 5). */
async function tellNamed(
  tx: Tx,
  ctx: Context,
  byId: string,
  { title, unitIds }: WriteBulletin,
): Promise<void> {
  const heads = and(eq(staffRole.role, 'unit-lead'), inArray(staffRole.unitId, unitIds));
  const people = await tx
    .selectDistinct({ id: staff.id })
    .from(staffRole)
    .innerJoin(staff, and(eq(staff.id, staffRole.staffId), eq(staff.active, true)))
    .where(and(ne(staff.id, byId), or(heads, inArray(staffRole.role, ['supervisor', 'inspector']))));
  if (people.length === 0) return;
  const sealed = ctx.vault.sealMaster(`通报《${title}》已发布，请查看。`, 'inbox');
  const rows = people.map(({ id: to }) => ({
    recipient: `staff:${to}`,
    at: ctx.now(),
    topic: 'bulletin',
    sealed,
  }));
  await tx.insert(inbox).values(rows);
}

/** 通报: the supervisor names units and findings; the orders named leave the bulletin list (spec 2). */
export async function writeBulletin(ctx: Context, input: WriteBulletin): Promise<{ id: string }> {
  if (!holds(ctx, 'supervisor') || ctx.actor.kind !== 'staff')
    throw new RuleBroken('order.forbidden', {}, 403);
  const by = ctx.actor;
  for (const unitId of input.unitIds) {
    if (!ctx.ref.units.has(unitId)) throw new RuleBroken('unit.not-found', { path: 'unitIds' }, 422);
  }
  const bulletinId = ctx.newId();
  await ctx.db.transaction(async (tx) => {
    const orderIds: string[] = [];
    for (const number of [...input.orderNumbers].sort()) {
      const row = await lockOrder(tx, number);
      if (!row) throw new RuleBroken('order.not-found', { path: 'orderNumbers' }, 422);
      orderIds.push(row.id);
      const before = await factsOf(tx, row);
      const findings = before.findings.map((each) =>
        each.bulletin === 'due' ? { ...each, bulletin: 'named' as const } : each,
      );
      const notices = [
        ...(before.lead ? [toUnitLead(before.lead, 'bulletin')] : []),
        toRole('inspector', 'bulletin'),
      ];
      await saveChange(tx, ctx, row, before, {
        facts: { ...before, findings },
        events: [line('bulletin.named', { bulletinId })],
        notices,
      });
    }
    const { title, text: body, unitIds } = input;
    await tellNamed(tx, ctx, by.id, input);
    await tx
      .insert(bulletin)
      .values({ id: bulletinId, title, text: body, unitIds, orderIds, byStaffId: by.id, at: ctx.now() });
    await appendAudit(tx, by, ctx.now(), 'bulletin.published', { bulletinId, unitIds });
  });
  return { id: bulletinId };
}

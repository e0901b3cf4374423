import { and, count, eq, inArray, notInArray } from 'drizzle-orm';
import { addMonths, type Month, monthOf } from '../../../shared/learning/month';
import { hasRoleIn } from '../../../shared/order/permission';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { problemConfirmation, problemItem } from '../../db/schema';
import type { Context } from '../../order/context';
import { refusePersonal } from '../refuse-personal';
import { seesUnit, staffId, workingUnits } from '../scope';
import type { ConfirmMonth } from './contract';
import { staffNames } from './present-problem';

/** The head of a unit says that its list is complete for this month or the last; once, and never for later ones. */
export async function confirmMonth(ctx: Context, { unitId, month, note }: ConfirmMonth): Promise<void> {
  if (!seesUnit(ctx, unitId)) throw new RuleBroken('unit.not-found', {}, 404);
  if (!hasRoleIn(ctx.actor, unitId, 'unit-lead')) throw new RuleBroken('confirmation.not-yours', {}, 403);
  const running = monthOf(ctx.now());
  if (month !== running && month !== addMonths(running, -1))
    throw new RuleBroken('confirmation.month', { path: 'month' }, 422);
  refusePersonal({ note });
  const confirmed = { confirmedBy: staffId(ctx), confirmedAt: ctx.now() };
  await ctx.db.transaction(async (tx) => {
    const [open] = await tx
      .select({ n: count() })
      .from(problemItem)
      .where(
        and(eq(problemItem.ownerUnitId, unitId), notInArray(problemItem.state, ['effective', 'dropped'])),
      );
    const openItems = open?.n ?? 0;
    const made = await tx
      .insert(problemConfirmation)
      .values({ unitId, month, note, openItems, ...confirmed })
      .onConflictDoNothing()
      .returning({ month: problemConfirmation.month });
    if (made.length === 0) throw new RuleBroken('confirmation.already');
    await appendAudit(tx, ctx.actor, ctx.now(), 'problem-list.confirmed', { unitId, month, openItems });
  });
}

/** Which units have confirmed their list for the month and which have not, of those this person sees. */
export async function listConfirmations(ctx: Context, month: Month) {
  const units = workingUnits(ctx);
  const ids = units.map(({ id }) => id);
  const rows =
    ids.length > 0
      ? await ctx.db
          .select()
          .from(problemConfirmation)
          .where(and(eq(problemConfirmation.month, month), inArray(problemConfirmation.unitId, ids)))
      : [];
  const names = await staffNames(
    ctx.db,
    rows.map((row) => row.confirmedBy),
  );
  const running = monthOf(ctx.now());
  const open = month === running || month === addMonths(running, -1);
  const items = units.map(({ id, name }) => {
    const row = rows.find((each) => each.unitId === id);
    return {
      unit: { id, name },
      confirmedBy: row ? (names.get(row.confirmedBy) ?? '') : null,
      confirmedAt: row ? toIso(row.confirmedAt) : null,
      openItems: row?.openItems ?? null,
      note: row?.note ?? '',
      mayConfirm: !row && open && hasRoleIn(ctx.actor, id, 'unit-lead'),
    };
  });
  items.sort((a, b) => Number(a.confirmedAt !== null) - Number(b.confirmedAt !== null));
  return { month, missing: items.filter((each) => each.confirmedAt === null).length, items };
}

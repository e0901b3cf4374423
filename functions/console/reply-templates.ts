import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { replyTemplate } from '../db/schema';
import { holds, ownUnits } from '../desk/queues';
import type { Context } from '../order/context';

const mostKept = 100;
const staffId = (ctx: Context) => (ctx.actor.kind === 'staff' ? ctx.actor.id : '');

/** One's own templates and those of one's units. */
export async function listTemplates(ctx: Context) {
  const own = and(eq(replyTemplate.staffId, staffId(ctx)), isNull(replyTemplate.unitId));
  const units = ownUnits(ctx);
  const rows = await ctx.db
    .select()
    .from(replyTemplate)
    .where(units.length > 0 ? or(own, inArray(replyTemplate.unitId, units)) : own)
    .orderBy(asc(replyTemplate.title))
    .limit(mostKept * 2);
  return rows.map(({ id, title, text, unitId }) => ({
    id,
    title,
    text,
    unit: unitId ? (ctx.ref.units.get(unitId)?.name ?? '') : null,
  }));
}

/** Who writes to reporters; an inspector writes nothing (spec 6). */
function requireWriter(ctx: Context): void {
  if (!holds(ctx, 'clerk', 'handler', 'unit-lead', 'dispatcher', 'supervisor'))
    throw new RuleBroken('order.forbidden', {}, 403);
}

export interface NewTemplate {
  title: string;
  text: string;
  unitId?: string | undefined;
}

/** Keeps a template; one for the whole unit is its head's to write. */
export async function addTemplate(ctx: Context, { title, text, unitId }: NewTemplate): Promise<string> {
  requireWriter(ctx);
  if (unitId && !(holds(ctx, 'unit-lead') && ownUnits(ctx).includes(unitId)))
    throw new RuleBroken('order.forbidden', {}, 403);
  if ((await listTemplates(ctx)).length >= mostKept)
    throw new RuleBroken('view.too-many', { path: 'title' }, 409);
  const id = ctx.newId();
  await ctx.db
    .insert(replyTemplate)
    .values({ id, title, text, unitId: unitId ?? null, staffId: staffId(ctx), createdAt: ctx.now() });
  return id;
}

/** Takes a template away: one's own, or as the unit's head one of the unit. */
export async function dropTemplate(ctx: Context, id: string): Promise<void> {
  requireWriter(ctx);
  const units = holds(ctx, 'unit-lead') ? ownUnits(ctx) : [];
  const mine = and(eq(replyTemplate.staffId, staffId(ctx)), isNull(replyTemplate.unitId));
  const may = units.length > 0 ? or(mine, inArray(replyTemplate.unitId, units)) : mine;
  await ctx.db.delete(replyTemplate).where(and(eq(replyTemplate.id, id), may));
}

import { and, eq, sql } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { order, unit, unitContact } from '../../db/schema';
import type { Context } from '../../order/context';
import type { ContactInput, UnitInput } from './contract';

const single = ['district_centre', 'district_office'];

/** A unit stands in one tree without loops, and the district has one centre and one office. */
function requireSound(ctx: Context, id: string, input: UnitInput): void {
  const { units, tree } = ctx.ref;
  if (input.parentId && !units.has(input.parentId))
    throw new RuleBroken('rule.unit-unknown', { path: 'parentId' }, 422);
  if (input.parentId && (input.parentId === id || tree.isBelow(input.parentId, id)))
    throw new RuleBroken('unit.loop', { path: 'parentId' }, 422);
  const others = [...units.values()].filter((each) => each.id !== id && each.active);
  if (others.some((each) => each.name === input.name))
    throw new RuleBroken('unit.name-taken', { path: 'name' }, 422);
  if (single.includes(input.kind) && input.active && others.some((each) => each.kind === input.kind))
    throw new RuleBroken('unit.only-one', { path: 'kind' }, 422);
  const before = units.get(id);
  if (before && single.includes(before.kind) && (!input.active || input.kind !== before.kind))
    throw new RuleBroken('unit.only-one', { path: 'active' }, 422);
}

/** A unit is closed only when no open order is with it. */
async function requireIdle(tx: Tx, id: string): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(order)
    .where(
      and(
        sql`${order.state} not in ('closed', 'declined', 'withdrawn')`,
        sql`(${order.state} <> 'merged' or ${order.closedAt} is null)`,
        sql`${order.seenBy} @> array[${id}]::uuid[]`,
      ),
    );
  if ((row?.count ?? 0) > 0)
    throw new RuleBroken('unit.has-work', { path: 'active', count: row?.count ?? 0 }, 409);
}

/** Adds a unit, or changes the one with this id; every change is in the ledger. */
export async function saveUnit(ctx: Context, id: string | null, input: UnitInput): Promise<string> {
  const unitId = id ?? ctx.newId();
  if (id && !ctx.ref.units.has(id)) throw new RuleBroken('unit.not-found', { path: 'id' }, 404);
  requireSound(ctx, unitId, input);
  await ctx.db.transaction(async (tx) => {
    if (id && !input.active && ctx.ref.units.get(id)?.active) await requireIdle(tx, id);
    const row = { ...input, closing: input.closing ?? ctx.ref.district.closing.time };
    const [before] = id ? await tx.select().from(unit).where(eq(unit.id, id)).for('update') : [];
    if (id) await tx.update(unit).set(row).where(eq(unit.id, id));
    else await tx.insert(unit).values({ ...row, id: unitId });
    await appendAudit(tx, ctx.actor, ctx.now(), 'unit.saved', {
      unitId,
      added: id === null,
      ...row,
      before: before ?? null,
    });
  });
  ctx.forgetReference();
  return unitId;
}

/** Adds a way to reach the unit's staff; the address itself is sealed and is not in the ledger. */
export async function addContact(ctx: Context, unitId: string, input: ContactInput): Promise<string> {
  if (!ctx.ref.units.has(unitId)) throw new RuleBroken('unit.not-found', { path: 'id' }, 404);
  const id = ctx.newId();
  const sealed = ctx.vault.sealMaster(input.to, `unit-contact:${id}`);
  await ctx.db.transaction(async (tx) => {
    await tx.insert(unitContact).values({ id, unitId, provider: input.provider, sealed });
    await appendAudit(tx, ctx.actor, ctx.now(), 'unit.contact-added', {
      unitId,
      contactId: id,
      provider: input.provider,
    });
  });
  return id;
}

export async function dropContact(ctx: Context, unitId: string, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(unitContact)
      .where(and(eq(unitContact.id, id), eq(unitContact.unitId, unitId)))
      .returning({ id: unitContact.id });
    if (gone.length === 0) throw new RuleBroken('unit.not-found', { path: 'id' }, 404);
    await appendAudit(tx, ctx.actor, ctx.now(), 'unit.contact-dropped', { unitId, contactId: id });
  });
}

import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { dryRun } from '../../../shared/routing/dry-run';
import { indexRules } from '../../../shared/routing/index-rules';
import { dayMs } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Db, Tx } from '../../db/connect';
import { matter, matterOwner, order, placeRule } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import { appliedRules, type RuleEdit, type Rules } from './contract';

/** Past orders that a dry run decides again: the newest of the last 90 days. */
const tried = 2000;
const lookBackMs = 90 * dayMs;

export async function readRules(db: Db | Tx): Promise<Rules> {
  const [owners, places] = await Promise.all([
    db.select().from(matterOwner).limit(50_000),
    db.select().from(placeRule).limit(5000),
  ]);
  return { owners, places };
}

/** Supervisor and admin change rules (spec 6); units and matters must exist, days must be in order. */
async function requireRight(ctx: Context, edit: RuleEdit, before: Rules): Promise<void> {
  if (!holds(ctx, 'supervisor', 'admin')) throw new RuleBroken('order.forbidden', {}, 403);
  if (edit.add.length + edit.end.length === 0) throw new RuleBroken('rule.nothing', { path: 'add' }, 422);
  for (const [at, rule] of edit.add.entries()) {
    if (!ctx.ref.units.get(rule.unitId)?.active)
      throw new RuleBroken('rule.unit-unknown', { path: `add.${at}.unitId` }, 422);
    if (rule.placeKey?.includes('-') && !ctx.ref.units.has(rule.placeKey))
      throw new RuleBroken('rule.unit-unknown', { path: `add.${at}.placeKey` }, 422);
    if (rule.validTo && rule.validTo < rule.validFrom)
      throw new RuleBroken('rule.days', { path: `add.${at}.validTo` }, 422);
  }
  const wanted = [...new Set(edit.add.flatMap((rule) => (rule.kind === 'matter' ? [rule.matterId] : [])))];
  const found =
    wanted.length > 0
      ? await ctx.db.select({ id: matter.id }).from(matter).where(inArray(matter.id, wanted))
      : [];
  if (found.length < wanted.length) throw new RuleBroken('rule.matter-unknown', { path: 'add' }, 422);
  const known = new Map([...before.owners, ...before.places].map((rule) => [rule.id, rule]));
  for (const [at, { id, lastDay }] of edit.end.entries()) {
    const rule = known.get(id);
    if (!rule) throw new RuleBroken('rule.unknown', { path: `end.${at}.id` }, 422);
    if (lastDay < rule.validFrom) throw new RuleBroken('rule.days', { path: `end.${at}.lastDay` }, 422);
  }
}

async function pastOrders(db: Db | Tx, ctx: Context) {
  const rows = await db
    .select()
    .from(order)
    .where(and(gt(order.submittedAt, ctx.now() - lookBackMs)))
    .orderBy(desc(order.submittedAt), desc(order.id))
    .limit(tried);
  return rows.map((row) => ({
    number: row.number,
    orderId: row.id,
    finalUnitId: row.leadUnitId,
    appealed: false,
    returnedCount: 0,
    hallUnitId: row.hallUnitId,
    hallKnown: row.hallUnitId !== null,
    stage: row.stage,
    placeUnitId: row.placeUnitId,
    placeTown: row.town,
    matterId: row.matterId,
    at: row.submittedAt,
  }));
}

/** What would have gone where, had these rules been in force for the orders of the last 90 days (spec 2). */
export async function tryRules(ctx: Context, edit: RuleEdit) {
  const before = await readRules(ctx.db);
  await requireRight(ctx, edit, before);
  // The change is tried as if it had been in force all along.
  const tried: RuleEdit = {
    add: edit.add.map((rule) => ({ ...rule, validFrom: '2000-01-01', validTo: null })),
    end: edit.end.map(({ id }) => ({ id, lastDay: '2000-01-01' })),
  };
  const index = (rules: Rules) => indexRules(rules.owners, rules.places, ctx.ref.tree.isUsable);
  const orders = await pastOrders(ctx.db, ctx);
  const result = dryRun(orders, index(before), index(appliedRules(before, tried, ctx.newId)));
  const numbers = new Map(orders.map((each) => [each.orderId, each.number]));
  return { ...result, tried: orders.length, numberOf: (orderId: string) => numbers.get(orderId) ?? '' };
}

/** Saves the change and records it; orders already dispatched stay where they are. */
export async function changeRules(ctx: Context, edit: RuleEdit): Promise<Rules> {
  const after = await ctx.db.transaction(async (tx) => {
    const before = await readRules(tx);
    await requireRight(ctx, edit, before);
    const wanted = appliedRules(before, edit, ctx.newId);
    const known = new Set([...before.owners, ...before.places].map(({ id }) => id));
    const owners = wanted.owners.filter(({ id }) => !known.has(id));
    const places = wanted.places.filter(({ id }) => !known.has(id));
    if (owners.length > 0) await tx.insert(matterOwner).values(owners);
    if (places.length > 0) await tx.insert(placeRule).values(places);
    for (const { id, lastDay } of edit.end) {
      await tx.update(matterOwner).set({ validTo: lastDay }).where(eq(matterOwner.id, id));
      await tx.update(placeRule).set({ validTo: lastDay }).where(eq(placeRule.id, id));
    }
    await appendAudit(tx, ctx.actor, ctx.now(), 'rules.changed', {
      what: 'routing',
      added: [...owners, ...places],
      ended: edit.end,
    });
    return wanted;
  });
  ctx.forgetReference();
  return after;
}

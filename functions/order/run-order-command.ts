import { and, asc, eq, gt } from 'drizzle-orm';
import {
  countForPrimary,
  letGo,
  shareClosing,
  shareResolution,
  takeUnder,
} from '../../shared/order/command/merge';
import type { Change, Env } from '../../shared/order/command/rule';
import { type InputOf, type OrderCommand, requireMay, runCommand } from '../../shared/order/command/run';
import type { OrderFacts } from '../../shared/order/facts';
import { RuleBroken } from '../../shared/order/rule-broken';
import { toIso } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import { event, reporterToken } from '../db/schema';
import type { Context } from './context';
import { factsOf, lockOrder, lockOrderById, type OrderRow } from './order-row';
import { saveChange } from './save-change';

export const envOf = (ctx: Context): Env => ({
  now: ctx.now(),
  actor: ctx.actor,
  calendar: ctx.ref.calendar,
  settings: ctx.ref.settings,
  units: ctx.ref.tree,
  newId: ctx.newId,
});

/** What happened since the version the caller saw, for the one who lost (spec 2, Concurrency). */
async function conflict(tx: Tx, row: OrderRow, seen: number): Promise<RuleBroken> {
  const since = Math.max(0, row.eventCount - Math.max(1, row.version - seen) * 2);
  const lines = await tx
    .select({ at: event.at, kind: event.kind, unitId: event.actorUnitId })
    .from(event)
    .where(and(eq(event.chain, `order:${row.id}`), gt(event.seq, since), eq(event.internal, false)))
    .orderBy(asc(event.seq));
  const changed = lines.map((line) => ({ at: toIso(line.at), kind: line.kind, unitId: line.unitId }));
  return new RuleBroken('order.version-conflict', { version: row.version, changed }, 409);
}

/** Other orders that a change reaches: merged ones and their primary, saved in the same transaction. */
async function spread(
  tx: Tx,
  ctx: Context,
  command: OrderCommand,
  before: OrderFacts,
  change: Change,
): Promise<void> {
  const { facts } = change;
  const system: Context = { ...ctx, actor: { kind: 'system' }, causedBy: ctx.actor };
  const touch = async (id: string, edit: (other: OrderFacts) => Change, whole = false) => {
    const row = await lockOrderById(tx, id);
    if (!row || (whole && !row.orderKey)) return;
    const other = await factsOf(tx, row);
    await saveChange(tx, system, row, other, edit(other));
  };
  // What was erased when its primary had been closed takes no part in what comes after.
  const follow = (id: string, edit: (other: OrderFacts) => Change) => touch(id, edit, true);
  const env = envOf(system);
  if (command === 'merge' && facts.primaryId)
    await touch(facts.primaryId, (primary) => takeUnder(primary, before, env));
  if (command === 'unmerge' && before.primaryId)
    await touch(before.primaryId, (primary) => letGo(primary, before.id));
  if (before.state === 'merged' && facts.negativeAt !== before.negativeAt && facts.primaryId) {
    await touch(facts.primaryId, (primary) => countForPrimary(primary, ctx.now()));
  }
  for (const id of facts.mergedIds) {
    if (facts.round > before.round) {
      const resolved = change.events.find(({ kind }) => kind === 'order.resolved');
      await follow(id, (merged) => shareResolution(merged, facts, env, resolved));
    }
    if (facts.state === 'closed' && before.state !== 'closed')
      await follow(id, (merged) => shareClosing(merged, facts, env));
    if (['declined', 'withdrawn'].includes(facts.state) && facts.state !== before.state) {
      await touch(id, (merged) =>
        runCommand('unmerge', merged, { version: 0, reason: '主件已终止，恢复单独办理' }, env),
      );
      await touch(facts.id, (primary) => letGo(primary, id));
    }
  }
}

/** Saves a change that the caller's rule made to a locked order, and all it reaches. */
export async function commitChange(
  tx: Tx,
  ctx: Context,
  row: OrderRow,
  command: OrderCommand,
  before: OrderFacts,
  change: Change,
) {
  await saveChange(tx, ctx, row, before, change);
  await spread(tx, ctx, command, before, change);
}

/** Does one command in one transaction: lock, version, rule, ledger, clocks, custody, messages (spec 2). */
export async function runOrderCommand<C extends OrderCommand>(
  tx: Tx,
  ctx: Context,
  number: string,
  command: C,
  input: InputOf<C> & { version?: number; primaryNumber?: string },
): Promise<void> {
  const primary = input.primaryNumber ? await lockOrder(tx, input.primaryNumber) : null;
  const row = await lockOrder(tx, number);
  if (!row) throw new RuleBroken('order.not-found', {}, 404);
  const before = await factsOf(tx, row);
  if (input.version !== undefined && input.version !== row.version) {
    requireSight(command, before, ctx);
    throw await conflict(tx, row, input.version);
  }
  if (!row.orderKey) {
    requireSight(command, before, ctx);
    throw new RuleBroken('order.erased', {}, 409);
  }
  const given = primary ? { ...input, primary: await factsOf(tx, primary) } : input;
  const change = runCommand(command, before, given, envOf(ctx));
  await commitChange(tx, ctx, row, command, before, change);
  if (command === 'evaluate') await spendLinks(tx, ctx, row.id);
}

/** Who may not see or do this learns nothing of versions: 404 and 403 come first (spec 6). */
function requireSight(command: OrderCommand, facts: OrderFacts, ctx: Context): void {
  try {
    requireMay(command, facts, envOf(ctx));
  } catch (refusal) {
    if (refusal instanceof RuleBroken && (refusal.status === 404 || refusal.code === 'order.forbidden'))
      throw refusal;
  }
}

/** A message's link is used up by `evaluate` (spec 4). */
async function spendLinks(tx: Tx, ctx: Context, orderId: string): Promise<void> {
  await tx
    .update(reporterToken)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(reporterToken.orderId, orderId), eq(reporterToken.link, true)));
}

import type { Change } from '../../shared/order/command/rule';
import type { OrderFacts } from '../../shared/order/facts';
import { actorName, appendEvents, signedBy } from '../audit/append-event';
import { watchContent } from '../content/watch-content';
import type { Tx } from '../db/connect';
import { keepFigures } from '../figure/keep-figures';
import { claimFiles } from '../file/claim-files';
import { moveCityOrder } from '../intake/city/city-order';
import { writeNotices } from '../notice/write-notices';
import { tellPartners } from '../partner/tell-partners';
import type { Context } from './context';
import { columnsOf, type OrderRow, updateOrder } from './order-row';
import { saveClocks, saveCustody } from './save-clocks';
import { saveWaits } from './save-waits';
import { whatChanged } from './what-changed';
import { sealEvent } from './words';

/** The unit the actor acts for on this order: where several roles would do, the one with a hand in it. */
export function actingUnit(ctx: Context, facts: OrderFacts): string | null {
  if (ctx.actor.kind !== 'staff') return null;
  const hands = [
    facts.lead,
    ...facts.delegates,
    ...facts.assists.map((each) => each.unitId),
    facts.dispatchedTo,
    facts.hallUnitId,
  ];
  const own = ctx.actor.roles.map((held) => held.unitId);
  return hands.find((unitId) => unitId !== null && own.includes(unitId)) ?? own[0] ?? null;
}

/** The lines of a change as rows of the ledger, words sealed under the order's key; the first tells what was and is. */
export function ledgerLines(
  ctx: Context,
  before: OrderFacts | null,
  change: Change,
  orderKey: string | null,
) {
  const key = orderKey === null ? null : ctx.vault.openOrderKey(orderKey);
  const unitId = actingUnit(ctx, change.facts);
  const by = signedBy(ctx.actor, unitId);
  return change.events.map((each, at) => ({
    orderId: change.facts.id,
    at: ctx.now(),
    kind: each.kind,
    actor: each.bySystem ? 'system' : actorName(ctx.actor),
    actorUnitId: each.bySystem ? null : unitId,
    data: {
      ...each.data,
      ...(each.files.length > 0 ? { files: each.files } : {}),
      ...(at === 0 ? whatChanged(before, change.facts) : {}),
      ...(each.bySystem ? {} : by),
    },
    sealed: key === null ? null : sealEvent(ctx.vault, key, change.facts.id, each.words, each.files),
    internal: each.internal,
  }));
}

/** Saves what a rule decided: row, clocks, custody, ledger, files, messages — all in the caller's transaction. */
export async function saveChange(
  tx: Tx,
  ctx: Context,
  row: OrderRow,
  before: OrderFacts,
  change: Change,
): Promise<void> {
  const { facts } = change;
  const last = { length: row.eventCount, hash: row.lastEventHash };
  const ledger = await appendEvents(
    tx,
    `order:${row.id}`,
    last,
    ledgerLines(ctx, before, change, row.orderKey),
  );
  const cause = change.events.map((each) => each.data.cause).find((each) => typeof each === 'string');
  await updateOrder(tx, row.id, {
    ...columnsOf(facts),
    ...(cause ? { cause: cause as OrderRow['cause'] } : {}),
    version: row.version + 1,
    changedAt: ctx.now(),
    eventCount: ledger.length,
    lastEventHash: ledger.hash,
  });
  if (row.cityNumber) await moveCityOrder(tx, before, facts, ctx.now());
  await saveClocks(tx, ctx, before, facts);
  await saveCustody(tx, before, facts);
  await saveWaits(tx, before, facts);
  for (const [at, each] of change.events.entries()) {
    if (each.files.length > 0) await claimFiles(tx, ctx, row.id, ledger.seqs[at] ?? 0, each.files);
  }
  await keepFigures(tx, [row.id], ctx.ref.calendar);
  await watchContent(tx, ctx, change, ledger.seqs);
  await writeNotices(
    tx,
    ctx,
    { id: row.id, number: row.number, orderKey: row.orderKey, sealed: row.sealed },
    change,
  );
  if (row.cityNumber) await tellPartners(tx, ctx, row.id, before, facts);
}

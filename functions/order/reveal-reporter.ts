import { hasRole, isOnOrder } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import { actorName, appendEvents, signedBy } from '../audit/append-event';
import type { Context } from './context';
import { factsOf, lockOrder, updateOrder } from './order-row';
import { envOf } from './run-order-command';
import { actingUnit } from './save-change';
import { visibleOrder } from './visible-order';
import { openWords, sealEvent } from './words';

/** Name and phone in clear for whoever handles or watches the order; each look is a line with its reason (spec 6, 8). */
export async function revealReporter(ctx: Context, number: string, reason: string) {
  const { facts, sight } = await visibleOrder(ctx, number);
  const may = sight === 'full' && (isOnOrder(facts, envOf(ctx)) || hasRole(ctx.actor, 'inspector'));
  if (!may) throw new RuleBroken('order.forbidden', {}, 403);
  return ctx.db.transaction(async (tx) => {
    const row = await lockOrder(tx, number);
    if (!row) throw new RuleBroken('order.not-found', {}, 404);
    const words = openWords(ctx.vault, row);
    const now = await factsOf(tx, row);
    const unitId = actingUnit(ctx, now);
    const key = row.orderKey === null ? null : ctx.vault.openOrderKey(row.orderKey);
    const line = {
      orderId: row.id,
      at: ctx.now(),
      kind: 'personal.revealed',
      actor: actorName(ctx.actor),
      actorUnitId: unitId,
      data: { unitId, ...signedBy(ctx.actor, unitId) },
      sealed: key ? sealEvent(ctx.vault, key, row.id, { reason }, []) : null,
      internal: true,
    };
    const ledger = await appendEvents(
      tx,
      `order:${row.id}`,
      { length: row.eventCount, hash: row.lastEventHash },
      [line],
    );
    await updateOrder(tx, row.id, { eventCount: ledger.length, lastEventHash: ledger.hash });
    return {
      name: words?.name ?? null,
      phone: words?.phone ?? null,
      enterpriseName: words?.enterpriseName ?? null,
      onBehalfOf: words?.onBehalfOf ?? null,
    };
  });
}

import { randomBytes } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { kioskDevice } from '../../db/schema';
import { terminalKeyHash } from '../../identity/terminal';
import type { Context } from '../../order/context';
import { requireKeeper } from '../require-keeper';
import { isHall } from '../scene/change-scenes';

const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));

/** All terminals of all halls, those put out of use as well; never their keys. */
export async function listTerminals(ctx: Context) {
  requireKeeper(ctx, 'admin');
  const rows = await ctx.db
    .select()
    .from(kioskDevice)
    .orderBy(asc(kioskDevice.hallUnitId), asc(kioskDevice.id))
    .limit(1000);
  return rows.map(({ id, name, hallUnitId, createdAt, lastSeenAt, revokedAt }) => ({
    id,
    name,
    hall: ctx.ref.units.get(hallUnitId)?.name ?? '',
    createdAt: toIso(createdAt),
    lastSeenAt: isoOrNull(lastSeenAt),
    revokedAt: isoOrNull(revokedAt),
  }));
}

/** A terminal for a hall: its start address holds its key, is answered once and never again; recorded (spec 4, `kiosk`). */
export async function addTerminal(ctx: Context, hallUnitId: string, name: string) {
  requireKeeper(ctx, 'admin');
  if (!isHall(ctx.ref.units.get(hallUnitId)))
    throw new RuleBroken('unit.not-found', { path: 'hallUnitId' }, 422);
  const id = ctx.newId();
  const key = randomBytes(24).toString('base64url');
  await ctx.db.transaction(async (tx) => {
    const createdAt = ctx.now();
    await tx.insert(kioskDevice).values({ id, name, hallUnitId, keyHash: terminalKeyHash(key), createdAt });
    await appendAudit(tx, ctx.actor, createdAt, 'terminal.added', { id, hallUnitId, name });
  });
  return { id, url: `${ctx.publicUrl}/?kiosk=1&key=${key}` };
}

/** From now on nothing is taken from this terminal; recorded. */
export async function endTerminal(ctx: Context, id: string): Promise<void> {
  requireKeeper(ctx, 'admin');
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(kioskDevice)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(kioskDevice.id, id), isNull(kioskDevice.revokedAt)))
      .returning({ id: kioskDevice.id });
    if (!row) throw new RuleBroken('address.unknown', {}, 404);
    await appendAudit(tx, ctx.actor, ctx.now(), 'terminal.ended', { id });
  });
}

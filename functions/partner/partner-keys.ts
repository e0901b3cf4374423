import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayMs, toIso } from '../../shared/sla/instant';
import { requireKeeper } from '../admin/require-keeper';
import { appendAudit } from '../audit/append-event';
import { partnerKey } from '../db/schema';
import type { PartnerKey } from '../identity/platform/partner-request';
import type { Context, Deps } from '../order/context';

/** What a key's secret is sealed for. */
export const keyAad = (id: string) => `partner-key:${id}`;
const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));

export interface NewPartnerKey {
  partner: string;
  days: number;
  /** Where the partner wants to be told of changes; null: it asks. */
  webhookUrl: string | null;
}

/** Makes a partner's key: id and secret are answered once and never shown again; recorded without the secret (spec 4). */
export async function makePartnerKey(ctx: Context, { partner, days, webhookUrl }: NewPartnerKey) {
  requireKeeper(ctx, 'admin');
  const id = `pk_${randomBytes(9).toString('base64url')}`;
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = ctx.now() + days * dayMs;
  await ctx.db.transaction(async (tx) => {
    const sealed = ctx.vault.sealMaster(secret, keyAad(id));
    const createdAt = ctx.now();
    const row = { id, partner, channel: 'city-portal' as const, sealed, webhookUrl, createdAt, expiresAt };
    await tx.insert(partnerKey).values(row);
    const made = { id, partner, webhookUrl, until: toIso(expiresAt) };
    await appendAudit(tx, ctx.actor, createdAt, 'partner-key.made', made);
  });
  return { id, secret, expiresAt: toIso(expiresAt) };
}

/** All keys that were ever made, the newest first; never their secrets. */
export async function listPartnerKeys(ctx: Context) {
  requireKeeper(ctx, 'admin');
  const rows = await ctx.db
    .select()
    .from(partnerKey)
    .orderBy(desc(partnerKey.createdAt), desc(partnerKey.id))
    .limit(200);
  return rows.map(({ id, partner, webhookUrl, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
    id,
    partner,
    webhookUrl,
    createdAt: toIso(createdAt),
    expiresAt: toIso(expiresAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    revokedAt: isoOrNull(revokedAt),
    active: revokedAt === null && expiresAt > ctx.now(),
  }));
}

/** Ends a key from this instant on; recorded. */
export async function revokePartnerKey(ctx: Context, id: string): Promise<void> {
  requireKeeper(ctx, 'admin');
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(partnerKey)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(partnerKey.id, id), isNull(partnerKey.revokedAt)))
      .returning({ id: partnerKey.id });
    if (!row) throw new RuleBroken('address.unknown', {}, 404);
    await appendAudit(tx, ctx.actor, ctx.now(), 'partner-key.revoked', { id });
  });
}

/** The secret of a key that is neither revoked nor past its time; null for all others. */
export async function findPartnerKey(deps: Deps, id: string): Promise<PartnerKey | null> {
  const [row] = await deps.db.select().from(partnerKey).where(eq(partnerKey.id, id));
  if (!row || row.revokedAt !== null || row.expiresAt <= deps.now()) return null;
  return { partner: row.partner, secret: deps.vault.unsealMaster(row.sealed, keyAad(id)) };
}

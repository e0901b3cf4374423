import { eq } from 'drizzle-orm';
import type { Context as HonoContext } from 'hono';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendAudit } from '../audit/append-event';
import { partnerKey } from '../db/schema';
import type { AppEnv } from '../http/problem';
import { IdentityRefused } from '../identity/platform/identity-refused';
import { bodyHash, verifyPartnerRequest } from '../identity/platform/partner-request';
import { createReplayGuard } from '../identity/replay-guard';
import type { Context } from '../order/context';
import { findPartnerKey } from './partner-keys';

/**
 * The context of the partner who signed this request, and its body as it was signed; each use is recorded. 401 where the
 * key, the clock, the signature or the nonce is not right: which of them is not told.
 */
export async function partnerOf(c: HonoContext<AppEnv>): Promise<{ ctx: Context; body: string }> {
  const deps = c.get('deps');
  const url = new URL(c.req.url);
  const body = await c.req.text();
  const keyId = c.req.header('x-partner-key') ?? '';
  const signed = {
    method: c.req.method,
    target: url.pathname + url.search,
    keyId,
    timestamp: c.req.header('x-partner-timestamp') ?? '',
    nonce: c.req.header('x-partner-nonce') ?? '',
    bodyHash: bodyHash(body),
    signature: c.req.header('x-partner-signature') ?? '',
  };
  try {
    const keyOf = (id: string) => findPartnerKey(deps, id);
    await verifyPartnerRequest(signed, { now: deps.now(), keyOf, used: createReplayGuard(deps.db) });
  } catch (error) {
    if (error instanceof IdentityRefused) throw new RuleBroken('partner.not-believed', {}, 401);
    throw error;
  }
  const actor = { kind: 'partner' as const, partnerId: keyId };
  await deps.db.transaction(async (tx) => {
    await tx.update(partnerKey).set({ lastUsedAt: deps.now() }).where(eq(partnerKey.id, keyId));
    await appendAudit(tx, actor, deps.now(), 'partner-key.used', {
      method: signed.method,
      bodyHash: signed.bodyHash,
    });
  });
  return { ctx: { ...deps, actor, ref: await deps.reference() }, body };
}

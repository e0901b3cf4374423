import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../../shared/sla/instant';
import { minuteMs } from '../../../shared/sla/instant';
import { IdentityRefused } from './identity-refused';
import type { ReplayGuard } from './replay-guard';

export interface PartnerRequest {
  method: string;
  /** Path and query as sent. */
  target: string;
  keyId: string;
  /** Epoch seconds, as sent. */
  timestamp: string;
  /** 16–64 letters, digits, `-` or `_`; never used twice. */
  nonce: string;
  /** SHA-256 of the body, lower-case hex; of an empty body too. */
  bodyHash: string;
  /** Lower-case hex. */
  signature: string;
}

export interface PartnerKey {
  partner: string;
  secret: string;
}

const windowMs = 5 * minuteMs;

/** SHA-256 of a body as lower-case hex. */
export function bodyHash(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** HMAC-SHA-256 over method, target, key id, timestamp, nonce and body hash, one a line; lower-case hex. */
export function signPartnerRequest(request: Omit<PartnerRequest, 'signature'>, secret: string): string {
  const { method, target, keyId, timestamp, nonce } = request;
  const lines = [method.toUpperCase(), target, keyId, timestamp, nonce, request.bodyHash];
  return createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
}

/**
 * Which partner signed a request (spec 4, city portal and 一网通办). Refused when the key is unknown, the clock is more
 * than five minutes apart, the signature is wrong or the nonce was used before; throws IdentityRefused. The caller must
 * have computed `bodyHash` from the body it received.
 */
export async function verifyPartnerRequest(
  request: PartnerRequest,
  settings: {
    now: Instant;
    keyOf: (keyId: string) => Promise<PartnerKey | null>;
    used: ReplayGuard;
  },
): Promise<{ partner: string }> {
  if (!/^\d{9,11}$/.test(request.timestamp) || !/^[\w-]{16,64}$/.test(request.nonce))
    throw new IdentityRefused('identity.malformed');
  const sentAt = Number(request.timestamp) * 1000;
  if (Math.abs(settings.now - sentAt) > windowMs) throw new IdentityRefused('identity.expired');
  const key = await settings.keyOf(request.keyId);
  if (!key) throw new IdentityRefused('identity.issuer_unknown');
  if (!sameText(request.signature, signPartnerRequest(request, key.secret)))
    throw new IdentityRefused('identity.signature_invalid');
  const nonce = `partner:${request.keyId}:${request.nonce}`;
  if (!(await settings.used.claimOnce(nonce, sentAt + windowMs + 1000)))
    throw new IdentityRefused('identity.replayed');
  return { partner: key.partner };
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

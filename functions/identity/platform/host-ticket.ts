import { importSPKI, type JWTPayload, jwtVerify } from 'jose';
import { JOSEError, JWTExpired } from 'jose/errors';
import * as z from 'zod';
import type { Instant } from '../../../shared/sla/instant';
import { IdentityRefused } from './identity-refused';
import type { ReplayGuard } from './replay-guard';

export interface TicketHost {
  /** The ticket's `iss`, e.g. `suishenban` or `enterprise-cloud`. */
  id: string;
  alg: 'ES256' | 'HS256';
  /** ES256: the host's public key (SPKI PEM). HS256: a shared secret of at least 32 bytes, UTF-8. */
  key: string;
  /** The ticket's `aud`: this window as that host knows it. */
  audience: string;
}

const short = z.string().min(1).max(100);
const TicketClaims = z.object({
  iss: short,
  sub: z.string().min(1).max(128),
  jti: z.string().min(8).max(128),
  iat: z.number(),
  exp: z.number(),
  name: short.optional(),
  maskedPhone: z
    .string()
    .regex(/^[\d*]{5,20}$/)
    .optional(),
  level: z.union([z.string().max(20), z.number()]).optional(),
  enterprise: z.object({ name: short, creditCode: z.string().regex(/^[0-9A-Z]{18}$/) }).optional(),
  operator: short.optional(),
});

export interface HostTicket {
  host: string;
  subject: string;
  name?: string;
  maskedPhone?: string;
  /** How surely the host knows the person, in the host's words. */
  level?: string;
  enterprise?: { name: string; creditCode: string };
  operator?: string;
}

const longestLifeSeconds = 5 * 60;
const skewSeconds = 30;

/**
 * Reads the ticket by which a host app (随申办, 企业云) says who its user is: a compact JWS, header `alg` as agreed with
 * that host and nothing else, claims `iss` host id, `aud`, `sub`, `jti`, `iat`, `exp` (at most 5 minutes after `iat`),
 * and `name`, `maskedPhone`, `level`, `enterprise {name, creditCode}`, `operator` where the host knows them. Each `jti`
 * opens the door once. Throws IdentityRefused (spec 4). The credit code's check digit is the caller's to test.
 */
export async function verifyHostTicket(
  token: string,
  settings: { hosts: readonly TicketHost[]; now: Instant; used: ReplayGuard },
): Promise<HostTicket> {
  const host = settings.hosts.find(({ id }) => id === issuerOf(token));
  if (!host) throw new IdentityRefused('identity.issuer_unknown');
  const claims = TicketClaims.safeParse(await verifiedPayload(token, host, settings.now));
  if (!claims.success) throw new IdentityRefused('identity.malformed');
  const { sub, jti, iat, exp, level, name, maskedPhone, enterprise, operator } = claims.data;
  if (exp - iat > longestLifeSeconds || iat * 1000 > settings.now + skewSeconds * 1000)
    throw new IdentityRefused('identity.expired');
  const forgetAt = (exp + skewSeconds + 1) * 1000;
  if (!(await settings.used.claimOnce(`ticket:${host.id}:${jti}`, forgetAt)))
    throw new IdentityRefused('identity.replayed');
  return {
    host: host.id,
    subject: sub,
    ...(name && { name }),
    ...(maskedPhone && { maskedPhone }),
    ...(level !== undefined && { level: String(level) }),
    ...(enterprise && { enterprise }),
    ...(operator && { operator }),
  };
}

/** The claimed issuer, unproven: only to choose the key. */
function issuerOf(token: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return z.object({ iss: z.string() }).safeParse(payload).data?.iss;
  } catch {
    return undefined;
  }
}

async function verifiedPayload(token: string, host: TicketHost, now: Instant): Promise<JWTPayload> {
  const key = host.alg === 'ES256' ? await importSPKI(host.key, 'ES256') : sharedSecret(host.key);
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [host.alg],
      issuer: host.id,
      audience: host.audience,
      currentDate: new Date(now),
      clockTolerance: skewSeconds,
    });
    return payload;
  } catch (problem) {
    if (problem instanceof JWTExpired) throw new IdentityRefused('identity.expired');
    if (problem instanceof JOSEError) throw new IdentityRefused('identity.signature_invalid');
    throw problem;
  }
}

function sharedSecret(key: string): Uint8Array {
  const bytes = Buffer.from(key);
  if (bytes.length < 32) throw new Error('A host ticket secret has at least 32 bytes.');
  return bytes;
}

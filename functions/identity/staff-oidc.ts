import { and, eq, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { staff, staffIdentity } from '../db/schema';
import type { Deps } from '../order/context';
import { ProviderError } from '../provider/provider-error';
import { IdentityRefused } from './platform/identity-refused';
import { beginOidc, finishOidc, type OidcAttempt, type OidcSettings, type OidcUser } from './platform/oidc';
import { openStaffSession } from './staff-session';

/** The government's identity provider, and what staff call an account there. */
export interface StaffOidc extends OidcSettings {
  name: string;
}

const sealPlace = 'staff:oidc-attempt';

function settingsOf(deps: Deps): StaffOidc {
  if (!deps.oidc) throw new RuleBroken('oidc.not-set', {}, 404);
  return deps.oidc;
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderError) throw new RuleBroken('oidc.unavailable', {}, 503);
    if (!(error instanceof IdentityRefused)) throw error;
    throw new RuleBroken(
      error.code === 'identity.refused_by_user' ? 'oidc.given-up' : 'oidc.not-proved',
      {},
      422,
    );
  }
}

/** Where to send the browser, and what it keeps, sealed, until it comes back within ten minutes. */
export async function beginStaffOidc(deps: Deps): Promise<{ url: string; kept: string }> {
  const { url, attempt } = await told(() => beginOidc(settingsOf(deps), deps.now()));
  return { url, kept: deps.vault.sealMaster(JSON.stringify(attempt), sealPlace) };
}

function attemptIn(deps: Deps, kept: string | undefined): OidcAttempt {
  try {
    return JSON.parse(deps.vault.unsealMaster(kept ?? '', sealPlace)) as OidcAttempt;
  } catch {
    throw new RuleBroken('oidc.not-proved', {}, 422);
  }
}

/** Whose the account is; one that nobody was linked with yet waits for an admin to say so. */
async function staffOfUser(deps: Deps, user: OidcUser) {
  const name = typeof user.claims.name === 'string' ? user.claims.name.slice(0, 60) : null;
  const seen = {
    seenAt: deps.now(),
    name: name ? deps.vault.sealMaster(name, 'staff:identity') : null,
  };
  const [known] = await deps.db
    .insert(staffIdentity)
    .values({ issuer: user.issuer, subject: user.subject, ...seen })
    .onConflictDoUpdate({ target: [staffIdentity.issuer, staffIdentity.subject], set: seen })
    .returning();
  const [row] = await deps.db
    .select()
    .from(staff)
    .where(and(known?.staffId ? eq(staff.id, known.staffId) : sql`false`, eq(staff.active, true)));
  if (!row) throw new RuleBroken(known?.staffId ? 'oidc.closed' : 'oidc.unknown', {}, 403);
  return row;
}

/** Signs in who came back from the issuer; state, nonce and PKCE are checked, and an attempt is used once (spec 6). */
export async function finishStaffOidc(deps: Deps, kept: string | undefined, query: string, device: string) {
  const settings = settingsOf(deps);
  const attempt = attemptIn(deps, kept);
  const first = await deps.platforms.used.claimOnce(`oidc:${attempt.state}`, attempt.expiresAt);
  if (!first) throw new RuleBroken('oidc.not-proved', {}, 422);
  const user = await told(() => finishOidc(settings, attempt, query, deps.now()));
  return openStaffSession(deps, await staffOfUser(deps, user), { means: 'oidc', device });
}

import { RuleBroken } from '../../shared/order/rule-broken';
import type { Deps } from '../order/context';
import { ProviderError } from '../provider/provider-error';
import { IdentityRefused } from './platform/identity-refused';
import { beginOidc, finishOidc, type OidcAttempt, type OidcSettings, type OidcUser } from './platform/oidc';

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

/** Whose door it is: what the browser keeps of an attempt opens no other. */
type Door = 'staff' | 'reporter';
const sealPlace = (door: Door) => `${door}:oidc-attempt`;

/** Where to send the browser, and what it keeps, sealed, until it comes back within ten minutes. */
export async function beginAttempt(
  deps: Deps,
  door: Door,
  settings: OidcSettings,
): Promise<{ url: string; kept: string }> {
  const { url, attempt } = await told(() => beginOidc(settings, deps.now()));
  return { url, kept: deps.vault.sealMaster(JSON.stringify(attempt), sealPlace(door)) };
}

function attemptIn(deps: Deps, door: Door, kept: string | undefined): OidcAttempt {
  try {
    return JSON.parse(deps.vault.unsealMaster(kept ?? '', sealPlace(door))) as OidcAttempt;
  } catch {
    throw new RuleBroken('oidc.not-proved', {}, 422);
  }
}

/** Who came back from the issuer; state, nonce and PKCE are checked, and an attempt is used once (spec 6). */
export async function finishAttempt(
  deps: Deps,
  door: Door,
  settings: OidcSettings,
  { kept, query }: { kept: string | undefined; query: string },
): Promise<OidcUser> {
  const attempt = attemptIn(deps, door, kept);
  const first = await deps.platforms.used.claimOnce(`oidc:${attempt.state}`, attempt.expiresAt);
  if (!first) throw new RuleBroken('oidc.not-proved', {}, 422);
  return told(() => finishOidc(settings, attempt, query, deps.now()));
}

import * as client from 'openid-client';
import type { Instant } from '../../../shared/sla/instant';
import { codeOf } from '../../provider/network-error';
import { ProviderError } from '../../provider/provider-error';
import { IdentityRefused } from './identity-refused';
import { callAsFetch } from './oidc-fetch';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** None for a public client. */
  clientSecret?: string;
  /** Registered at the issuer, exactly as here. */
  redirectUri: string;
  /** `openid profile` unless told. */
  scope?: string;
  /** Only for tests and for an issuer on the same machine. */
  allowHttp?: boolean;
  timeoutMs?: number;
  ca?: string;
}

/** Kept on our side between the two steps, bound to the browser; used once and for ten minutes at most. */
export interface OidcAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
  expiresAt: Instant;
}

export interface OidcUser {
  issuer: string;
  subject: string;
  claims: Record<string, unknown>;
}

const attemptMs = 10 * 60_000;

/** Where to send the browser, and what to keep until it comes back (authorization code flow with PKCE and nonce). */
export async function beginOidc(
  settings: OidcSettings,
  now: Instant,
): Promise<{ url: string; attempt: OidcAttempt }> {
  const config = await configuration(settings);
  const attempt = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
    expiresAt: now + attemptMs,
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: settings.redirectUri,
    response_type: 'code',
    scope: settings.scope ?? 'openid profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, attempt };
}

/**
 * Who came back: `query` is that of the redirect. State, nonce, PKCE and the id token's signature, audience and times
 * are checked. Throws IdentityRefused, or ProviderError when the issuer cannot be reached.
 */
export async function finishOidc(
  settings: OidcSettings,
  attempt: OidcAttempt,
  query: string,
  now: Instant,
): Promise<OidcUser> {
  if (attempt.expiresAt <= now) throw new IdentityRefused('identity.expired');
  const config = await configuration(settings);
  const callback = new URL(settings.redirectUri);
  callback.search = query;
  try {
    const tokens = await client.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new IdentityRefused('identity.malformed');
    return { issuer: claims.iss, subject: claims.sub, claims };
  } catch (problem) {
    throw refusal(problem);
  }
}

const known = new Map<string, Promise<client.Configuration>>();

/** The issuer's published settings, read once per process and read again after a failure. */
function configuration(settings: OidcSettings): Promise<client.Configuration> {
  const key = JSON.stringify(settings);
  const found = known.get(key) ?? discover(settings);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const authentication = settings.clientSecret
    ? client.ClientSecretBasic(settings.clientSecret)
    : client.None();
  try {
    return await client.discovery(new URL(settings.issuer), settings.clientId, undefined, authentication, {
      [client.customFetch]: callAsFetch(settings),
      ...(settings.allowHttp && { execute: [client.allowInsecureRequests] }),
    });
  } catch (problem) {
    throw providerErrorIn(problem) ?? new ProviderError('misconfigured', { providerCode: 'oidc_discovery' });
  }
}

function refusal(problem: unknown): Error {
  const unreachable = providerErrorIn(problem);
  if (unreachable) return unreachable;
  if (problem instanceof IdentityRefused) return problem;
  if (problem instanceof client.AuthorizationResponseError)
    return new IdentityRefused(
      problem.error === 'access_denied' ? 'identity.refused_by_user' : 'identity.malformed',
    );
  if (problem instanceof client.ResponseBodyError)
    return problem.error === 'invalid_client'
      ? new ProviderError('misconfigured', { providerCode: problem.error })
      : new IdentityRefused('identity.replayed');
  return codeOf(problem)?.startsWith('OAUTH_')
    ? new IdentityRefused('identity.signature_invalid')
    : new IdentityRefused('identity.malformed');
}

function providerErrorIn(problem: unknown): ProviderError | undefined {
  if (problem instanceof ProviderError) return problem;
  return problem instanceof Error && problem.cause ? providerErrorIn(problem.cause) : undefined;
}

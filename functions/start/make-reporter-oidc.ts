import type { ReporterOidc } from '../identity/reporter-oidc';
import type { ProviderEnv } from '../provider-settings';

/** Reporters come back from the issuer to this address; it is registered there exactly so. */
export const reporterOidcCallback = '/api/reporter/oidc/callback';

/** 一网通办's OpenID provider as the settings name it; null where none is set. `ticketKey` signs what is handed to the page. */
export function makeReporterOidc(
  env: ProviderEnv,
  publicUrl: string,
  ticketKey: string,
): ReporterOidc | null {
  if (!env.YWTB_OIDC_ISSUER || !env.YWTB_OIDC_CLIENT_ID) return null;
  return {
    issuer: env.YWTB_OIDC_ISSUER,
    clientId: env.YWTB_OIDC_CLIENT_ID,
    ...(env.YWTB_OIDC_CLIENT_SECRET && { clientSecret: env.YWTB_OIDC_CLIENT_SECRET }),
    redirectUri: `${publicUrl.replace(/\/$/, '')}${reporterOidcCallback}`,
    allowHttp: env.YWTB_OIDC_ISSUER.startsWith('http:'),
    host: { id: 'ywtb-oidc', alg: 'HS256', key: ticketKey, audience: 'reporter' },
  };
}

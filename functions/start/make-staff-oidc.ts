import type { StaffOidc } from '../identity/staff-oidc';
import type { ProviderEnv } from '../provider-settings';

/** Staff come back from the issuer to this address; it is registered there exactly so. */
export const oidcCallback = '/api/staff/oidc/callback';

/** The government's OpenID provider as the settings name it; null where none is set. */
export function makeStaffOidc(env: ProviderEnv, publicUrl: string): StaffOidc | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return null;
  return {
    name: env.OIDC_NAME,
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    ...(env.OIDC_CLIENT_SECRET && { clientSecret: env.OIDC_CLIENT_SECRET }),
    redirectUri: `${publicUrl.replace(/\/$/, '')}${oidcCallback}`,
    allowHttp: env.OIDC_ISSUER.startsWith('http:'),
  };
}

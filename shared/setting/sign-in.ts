import type { Role } from '../order/vocabulary';

/** How staff sign in (spec 6). */
export interface SignInSettings {
  /** Who holds one of these roles signs in with a one-time code beside the password. */
  totpRoles: Role[];
}

export const defaultSignIn: SignInSettings = { totpRoles: [] };

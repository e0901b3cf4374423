import type { Actor } from '../../shared/order/facts';
import type { Context } from '../order/context';

/** The session a member of staff calls by. */
export interface StaffSession {
  id: string;
  means: 'password' | 'oidc';
  /** What this person must do before anything else: change a password somebody else gave, or set up one-time codes. */
  first: 'password.change-first' | 'totp.set-up-first' | null;
}

/** A member of staff with the session that vouches for the call. */
export type StaffCaller = Context & { actor: Extract<Actor, { kind: 'staff' }>; session: StaffSession };

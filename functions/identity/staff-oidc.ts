import { and, eq, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { staff, staffIdentity } from '../db/schema';
import type { Deps } from '../order/context';
import { beginAttempt, finishAttempt } from './oidc-attempt';
import type { OidcSettings, OidcUser } from './platform/oidc';
import { openStaffSession } from './staff-session';

/** The government's identity provider, and what staff call an account there. */
export interface StaffOidc extends OidcSettings {
  name: string;
}

function settingsOf(deps: Deps): StaffOidc {
  if (!deps.oidc) throw new RuleBroken('oidc.not-set', {}, 404);
  return deps.oidc;
}

/** Where to send the browser, and what it keeps, sealed, until it comes back within ten minutes. */
export const beginStaffOidc = async (deps: Deps) => beginAttempt(deps, 'staff', settingsOf(deps));

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

/** Signs in who came back from the issuer (spec 6). */
export async function finishStaffOidc(
  deps: Deps,
  kept: string | undefined,
  query: string,
  from: { device: string; address: string },
) {
  const user = await finishAttempt(deps, 'staff', settingsOf(deps), { kept, query });
  return openStaffSession(deps, await staffOfUser(deps, user), { means: 'oidc', ...from });
}

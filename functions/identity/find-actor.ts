import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Actor } from '../../shared/order/facts';
import { reporterToken, staff, staffRole, staffSession } from '../db/schema';
import type { Deps, Reference } from '../order/context';
import { hashSecret } from '../order/query-code';
import type { StaffSession } from './staff-caller';

const idleMs = 30 * 60_000;
const longestMs = 12 * 3_600_000;
const noteEveryMs = 60_000;

/** Sessions neither idle for 30 minutes, nor older than 12 hours, nor revoked (spec 6). */
export const aliveSince = (now: number) =>
  and(
    isNull(staffSession.revokedAt),
    gt(staffSession.lastSeenAt, now - idleMs),
    gt(staffSession.createdAt, now - longestMs),
  );

interface Found {
  actor: Extract<Actor, { kind: 'staff' }>;
  session: StaffSession;
}

/**
 * The staff member of a living session, and what must be done first. `attended` is false for what a page asks by
 * itself: only what a person does keeps a session from going idle. `address` is where the call comes from.
 */
export async function findStaffActor(
  deps: Deps,
  ref: Reference,
  token: string,
  { attended, address }: { attended: boolean; address: string },
): Promise<Found | null> {
  const now = deps.now();
  const [row] = await deps.db
    .select({
      id: staffSession.id,
      staffId: staffSession.staffId,
      lastSeenAt: staffSession.lastSeenAt,
      means: staffSession.means,
      device: staffSession.device,
      totpSecret: staff.totpSecret,
      passwordTemporary: staff.passwordTemporary,
    })
    .from(staffSession)
    .innerJoin(staff, and(eq(staff.id, staffSession.staffId), eq(staff.active, true)))
    .where(and(eq(staffSession.tokenHash, hashSecret(token)), aliveSince(now)));
  if (!row) return null;
  if (attended && now - row.lastSeenAt > noteEveryMs) {
    await deps.db.update(staffSession).set({ lastSeenAt: now }).where(eq(staffSession.id, row.id));
  }
  const roles = await deps.db
    .select({ role: staffRole.role, unitId: staffRole.unitId })
    .from(staffRole)
    .where(eq(staffRole.staffId, row.staffId));
  const codeMissing =
    !row.totpSecret && roles.some(({ role }) => ref.district['sign-in'].totpRoles.includes(role));
  const firstStep = row.passwordTemporary
    ? 'password.change-first'
    : codeMissing
      ? 'totp.set-up-first'
      : null;
  return {
    actor: { kind: 'staff', id: row.staffId, roles, from: { device: row.device, address } },
    // The issuer of a government account asks for what it asks for; ours is asked beside our password alone.
    session: { id: row.id, means: row.means, first: row.means === 'oidc' ? null : firstStep },
  };
}

/** The reporter of a bearer token: an account, or one order alone (spec 4). */
export async function findReporterActor(deps: Deps, token: string): Promise<Actor | null> {
  const alive = and(
    eq(reporterToken.tokenHash, hashSecret(token)),
    isNull(reporterToken.revokedAt),
    gt(reporterToken.expiresAt, deps.now()),
  );
  const [row] = await deps.db.select().from(reporterToken).where(alive);
  return row ? { kind: 'reporter', accountId: row.reporterId, orderId: row.orderId } : null;
}

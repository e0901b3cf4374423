import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Actor } from '../../shared/order/facts';
import { reporterToken, staff, staffRole, staffSession } from '../db/schema';
import type { Deps } from '../order/context';
import { hashSecret } from '../order/query-code';

const idleMs = 30 * 60_000;
const longestMs = 12 * 3_600_000;

/** The staff member of a session that is neither idle for 30 minutes, nor older than 12 hours, nor revoked (spec 6). */
export async function findStaffActor(
  deps: Deps,
  token: string,
): Promise<Extract<Actor, { kind: 'staff' }> | null> {
  const now = deps.now();
  const alive = and(
    eq(staffSession.tokenHash, hashSecret(token)),
    isNull(staffSession.revokedAt),
    gt(staffSession.lastSeenAt, now - idleMs),
    gt(staffSession.createdAt, now - longestMs),
  );
  const [session] = await deps.db
    .select({ staffId: staffSession.staffId, lastSeenAt: staffSession.lastSeenAt })
    .from(staffSession)
    .innerJoin(staff, and(eq(staff.id, staffSession.staffId), eq(staff.active, true)))
    .where(alive);
  if (!session) return null;
  if (now - session.lastSeenAt > 60_000) {
    await deps.db
      .update(staffSession)
      .set({ lastSeenAt: now })
      .where(eq(staffSession.tokenHash, hashSecret(token)));
  }
  const roles = await deps.db
    .select({ role: staffRole.role, unitId: staffRole.unitId })
    .from(staffRole)
    .where(eq(staffRole.staffId, session.staffId));
  return { kind: 'staff', id: session.staffId, roles };
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

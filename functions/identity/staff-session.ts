import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { toIso } from '../../shared/sla/instant';
import { appendAudit } from '../audit/append-event';
import { staff, staffRole, staffSession } from '../db/schema';
import type { Context, Deps } from '../order/context';
import { hashSecret, newToken } from '../order/query-code';
import { aliveSince } from './find-actor';
import { requirePassword, type StaffRow } from './staff-password';
import { requireTotp } from './staff-totp';

const shown = 50;

/** By which way, on what device and from where a session was opened. */
interface Door {
  means: 'password' | 'oidc';
  device: string;
  address: string;
}

/** Opens a session; its token goes out once and only the hash is kept. The sign-in is an event (spec 8). */
export async function openStaffSession(deps: Deps, row: StaffRow, { means, device, address }: Door) {
  const token = newToken();
  const now = deps.now();
  await deps.db.transaction(async (tx) => {
    const roles = await tx
      .select({ role: staffRole.role, unitId: staffRole.unitId })
      .from(staffRole)
      .where(eq(staffRole.staffId, row.id));
    await tx
      .update(staff)
      .set({ wrongPasswords: 0, lockedUntil: null, lastSignInAt: now })
      .where(eq(staff.id, row.id));
    await tx.insert(staffSession).values({
      tokenHash: hashSecret(token),
      id: deps.newId(),
      staffId: row.id,
      createdAt: now,
      lastSeenAt: now,
      means,
      device,
    });
    const actor = { kind: 'staff', id: row.id, roles, from: { device, address } } as const;
    await appendAudit(tx, actor, now, 'staff.signed-in', { means, device });
  });
  return { token, staff: { id: row.id, name: row.name, username: row.username } };
}

interface Typed {
  username: string;
  password: string;
  totp?: string | undefined;
}

/** Signs a member of staff in by password, and by a one-time code where one is set up (spec 6). */
export async function signInStaff(deps: Deps, typed: Typed, from: Omit<Door, 'means'>) {
  const [found] = await deps.db
    .select()
    .from(staff)
    .where(and(eq(staff.username, typed.username), eq(staff.active, true)));
  const row = await requirePassword(deps, found, typed.password);
  await requireTotp(deps, row, typed.totp);
  return openStaffSession(deps, row, { means: 'password', ...from });
}

export async function signOutStaff(deps: Deps, token: string): Promise<void> {
  await deps.db
    .update(staffSession)
    .set({ revokedAt: deps.now() })
    .where(eq(staffSession.tokenHash, hashSecret(token)));
}

/** The sessions of a person that still open the door, the newest first. */
export async function listSessions(ctx: Context, staffId: string, currentId: string | null) {
  const rows = await ctx.db
    .select()
    .from(staffSession)
    .where(and(eq(staffSession.staffId, staffId), aliveSince(ctx.now())))
    .orderBy(desc(staffSession.createdAt))
    .limit(shown);
  return rows.map((row) => ({
    id: row.id,
    device: row.device ?? '未知设备',
    means: row.means,
    since: toIso(row.createdAt),
    lastSeen: toIso(row.lastSeenAt),
    current: row.id === currentId,
  }));
}

/** Ends one session of a person, or all but `keep`; it opens no door from the next request on. */
export async function endSessions(
  ctx: Context,
  staffId: string,
  which: { id: string } | { keep: string | null },
): Promise<number> {
  const chosen =
    'id' in which
      ? eq(staffSession.id, which.id)
      : which.keep
        ? ne(staffSession.id, which.keep)
        : gt(staffSession.createdAt, 0);
  return ctx.db.transaction(async (tx) => {
    const ended = await tx
      .update(staffSession)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(staffSession.staffId, staffId), isNull(staffSession.revokedAt), chosen))
      .returning({ id: staffSession.id });
    if ('id' in which && ended.length === 0) throw new RuleBroken('session.unknown', {}, 404);
    if (ended.length > 0)
      await appendAudit(tx, ctx.actor, ctx.now(), 'staff.sessions-ended', {
        staffId,
        sessions: ended.length,
      });
    return ended.length;
  });
}

import { verify } from '@node-rs/argon2';
import { and, eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendAudit } from '../audit/append-event';
import { staff, staffRole, staffSession } from '../db/schema';
import type { Deps } from '../order/context';
import { hashSecret, newToken } from '../order/query-code';

type StaffRow = typeof staff.$inferSelect;
/** A hash of nothing in use: an unknown user takes as long as a wrong password. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Ax4bYcJzvWXkqkkTtkmOgGAJEWbZxIwkzHhOcXl1kq8';

/** Five wrong passwords slow the account down: then 1, 2, 4 … minutes, at most 30 (spec 6). */
async function countWrong(deps: Deps, row: StaffRow): Promise<void> {
  const wrong = row.wrongPasswords + 1;
  const waitMs = wrong < 5 ? 0 : Math.min(30, 2 ** (wrong - 5)) * 60_000;
  await deps.db
    .update(staff)
    .set({ wrongPasswords: wrong, lockedUntil: waitMs > 0 ? deps.now() + waitMs : null })
    .where(eq(staff.id, row.id));
}

function requireTotp(deps: Deps, row: StaffRow, typed: string | undefined): void {
  if (!row.totpSecret) return;
  if (!typed) throw new RuleBroken('totp.needed', { path: 'totp' }, 422);
  const secret = Secret.fromBase32(deps.vault.unsealMaster(row.totpSecret, 'staff:totp'));
  const delta = new TOTP({ secret }).validate({ token: typed, window: 1, timestamp: deps.now() });
  if (delta === null) throw new RuleBroken('totp.wrong', { path: 'totp' }, 422);
}

/** Signs a member of staff in; the session's token goes out once and only its hash is kept. */
export async function signInStaff(deps: Deps, username: string, password: string, totp?: string) {
  const [row] = await deps.db
    .select()
    .from(staff)
    .where(and(eq(staff.username, username), eq(staff.active, true)));
  if (row?.lockedUntil && row.lockedUntil > deps.now()) throw new RuleBroken('sign-in.slow-down', {}, 429);
  const right = await verify(row?.passwordHash ?? nobody, password).catch(() => false);
  if (!row || !right) {
    if (row) await countWrong(deps, row);
    throw new RuleBroken('sign-in.wrong', { path: 'password' }, 422);
  }
  requireTotp(deps, row, totp);
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
    });
    await appendAudit(tx, { kind: 'staff', id: row.id, roles }, now, 'staff.signed-in', {});
  });
  return { token, staff: { id: row.id, name: row.name, username: row.username } };
}

export async function signOutStaff(deps: Deps, token: string): Promise<void> {
  await deps.db
    .update(staffSession)
    .set({ revokedAt: deps.now() })
    .where(eq(staffSession.tokenHash, hashSecret(token)));
}

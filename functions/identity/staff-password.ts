import { hash, verify } from '@node-rs/argon2';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendAudit } from '../audit/append-event';
import { staff, staffSession } from '../db/schema';
import type { Deps } from '../order/context';
import type { StaffCaller } from './staff-caller';

export type StaffRow = typeof staff.$inferSelect;

/** A hash of nothing in use: an unknown user takes as long as a wrong password. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Ax4bYcJzvWXkqkkTtkmOgGAJEWbZxIwkzHhOcXl1kq8';
const freeTries = 5;
const longestWaitMinutes = 30;

/** Five wrong passwords or codes slow the account down: then 1, 2, 4 … minutes, at most 30 (spec 6). */
export async function countWrong(deps: Deps, staffId: string): Promise<void> {
  const now = new Date(deps.now()).toISOString();
  const wrong = sql`${staff.wrongPasswords} + 1`;
  const minutes = sql`least(${longestWaitMinutes}, power(2, least(${wrong} - ${freeTries}, 10)))`;
  const [row] = await deps.db
    .update(staff)
    .set({
      wrongPasswords: wrong,
      lockedUntil: sql`case when ${wrong} >= ${freeTries} then ${now}::timestamptz + ${minutes} * interval '1 minute' end`,
    })
    .where(eq(staff.id, staffId))
    .returning({ wrong: staff.wrongPasswords });
  if (row?.wrong !== freeTries) return;
  await deps.db.transaction((tx) =>
    appendAudit(tx, { kind: 'system' }, deps.now(), 'staff.slowed-down', { staffId }),
  );
}

/** Refuses while the account is slowed down, and counts a wrong password; an unknown user reads the same words. */
export async function requirePassword(deps: Deps, row: StaffRow | undefined, password: string) {
  if (row?.lockedUntil && row.lockedUntil > deps.now()) throw new RuleBroken('sign-in.slow-down', {}, 429);
  const right = await verify(row?.passwordHash ?? nobody, password).catch(() => false);
  if (row && right) return row;
  if (row) await countWrong(deps, row.id);
  throw new RuleBroken('sign-in.wrong', { path: 'password' }, 422);
}

/** A person's own new password; every other session of the account ends. */
export async function changePassword(ctx: StaffCaller, password: string, next: string): Promise<void> {
  const { id } = ctx.actor;
  const [row] = await ctx.db.select().from(staff).where(eq(staff.id, id));
  const known = await requirePassword(ctx, row, password);
  if (next === password) throw new RuleBroken('password.same', { path: 'next' }, 422);
  if (next.toLowerCase().includes(known.username))
    throw new RuleBroken('password.too-easy', { path: 'next' }, 422);
  const passwordHash = await hash(next);
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(staff)
      .set({ passwordHash, passwordTemporary: false, wrongPasswords: 0, lockedUntil: null })
      .where(eq(staff.id, id));
    await tx
      .update(staffSession)
      .set({ revokedAt: ctx.now() })
      .where(
        and(
          eq(staffSession.staffId, id),
          ne(staffSession.id, ctx.session.id),
          isNull(staffSession.revokedAt),
        ),
      );
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.password-changed', {});
  });
}

import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { and, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { fromIso, toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import { staff, staffRole, staffSession } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import type { NewPerson, PersonInput } from './contract';

/** Letters and digits that cannot be taken for one another. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const newPassword = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');

type Held = { role: string; unitId: string };

/** A unit's head keeps the handlers and clerks of the own unit; an admin keeps everybody (spec 6). */
export function ownUnits(ctx: Context): string[] | null {
  if (holds(ctx, 'admin')) return null;
  if (ctx.actor.kind !== 'staff') return [];
  return ctx.actor.roles.filter((held) => held.role === 'unit-lead').map((held) => held.unitId);
}

function requireMine(ctx: Context, roles: Held[], path: string): void {
  const own = ownUnits(ctx);
  if (own === null) return;
  if (own.length === 0) throw new RuleBroken('order.forbidden', {}, 403);
  const mine = ({ role, unitId }: Held) => ['handler', 'clerk'].includes(role) && own.includes(unitId);
  if (!roles.every(mine)) throw new RuleBroken('person.not-yours', { path }, 403);
}

/** The last admin cannot be taken away: nobody could give the role back. */
async function requireAdminLeft(tx: Tx): Promise<void> {
  const left = await tx
    .select({ id: staff.id })
    .from(staffRole)
    .innerJoin(staff, and(eq(staff.id, staffRole.staffId), eq(staff.active, true)))
    .where(eq(staffRole.role, 'admin'))
    .limit(1);
  if (left.length === 0) throw new RuleBroken('person.last-admin', { path: 'roles' }, 409);
}

async function writeRoles(tx: Tx, ctx: Context, id: string, input: PersonInput): Promise<void> {
  for (const [at, { unitId }] of input.roles.entries())
    if (!ctx.ref.units.get(unitId)?.active)
      throw new RuleBroken('rule.unit-unknown', { path: `roles.${at}.unitId` }, 422);
  const keys = input.roles.map(({ role, unitId }) => `${role} ${unitId}`);
  if (new Set(keys).size < keys.length) throw new RuleBroken('person.role-twice', { path: 'roles' }, 422);
  await tx.delete(staffRole).where(eq(staffRole.staffId, id));
  if (input.roles.length > 0)
    await tx.insert(staffRole).values(input.roles.map((each) => ({ ...each, staffId: id })));
  await requireAdminLeft(tx);
}

const columnsOf = ({ name, active, absentUntil }: PersonInput) => ({
  name,
  active,
  absentUntil: absentUntil ? fromIso(absentUntil) : null,
});

/** Ends the sessions of a person, as after a new password. */
async function endSessions(tx: Tx, ctx: Context, id: string): Promise<void> {
  await tx
    .update(staffSession)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(staffSession.staffId, id), isNull(staffSession.revokedAt)));
}

/** Adds a person to the own units; the first password is shown once. */
export async function addPerson(ctx: Context, input: NewPerson): Promise<{ id: string; password: string }> {
  if (input.roles.length === 0) throw new RuleBroken('person.no-role', { path: 'roles' }, 422);
  requireMine(ctx, input.roles, 'roles');
  return enterPerson(ctx, input);
}

/** Writes a new person with a first password, whoever asks. */
export async function enterPerson(ctx: Context, input: NewPerson): Promise<{ id: string; password: string }> {
  const id = ctx.newId();
  const password = newPassword();
  const passwordHash = await hash(password);
  await ctx.db.transaction(async (tx) => {
    const made = await tx
      .insert(staff)
      .values({ id, username: input.username, passwordHash, passwordTemporary: true, ...columnsOf(input) })
      .onConflictDoNothing()
      .returning({ id: staff.id });
    if (made.length === 0) throw new RuleBroken('person.name-taken', { path: 'username' }, 409);
    await writeRoles(tx, ctx, id, input);
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.saved', {
      staffId: id,
      added: true,
      roles: input.roles,
    });
  });
  ctx.forgetReference();
  return { id, password };
}

export async function rolesOf(tx: Tx, id: string) {
  const [row] = await tx.select().from(staff).where(eq(staff.id, id)).for('update');
  if (!row) throw new RuleBroken('person.unknown', { path: 'id' }, 404);
  return tx.select().from(staffRole).where(eq(staffRole.staffId, id));
}

/** Changes name, roles, absence or whether the account works; a closed account is signed out at once. */
export async function savePerson(ctx: Context, id: string, input: PersonInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await rolesOf(tx, id);
    const [was] = await tx.select().from(staff).where(eq(staff.id, id));
    requireMine(ctx, [...before, ...input.roles], 'roles');
    await tx.update(staff).set(columnsOf(input)).where(eq(staff.id, id));
    await writeRoles(tx, ctx, id, input);
    if (!input.active) await endSessions(tx, ctx, id);
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.saved', {
      staffId: id,
      active: input.active,
      absentUntil: input.absentUntil,
      roles: input.roles,
      before: {
        active: was?.active,
        absentUntil: was?.absentUntil ? toIso(was.absentUntil) : null,
        roles: before.map(({ role, unitId, deputy }) => ({ role, unitId, deputy })),
      },
    });
  });
  ctx.forgetReference();
}

/** A new password, shown once; the old sessions end and TOTP is set up anew where `totp` says so. */
export async function resetPassword(ctx: Context, id: string, totp: boolean): Promise<{ password: string }> {
  const password = newPassword();
  const passwordHash = await hash(password);
  await ctx.db.transaction(async (tx) => {
    requireMine(ctx, await rolesOf(tx, id), 'id');
    await tx
      .update(staff)
      .set({
        passwordHash,
        passwordTemporary: true,
        wrongPasswords: 0,
        lockedUntil: null,
        ...(totp && { totpSecret: null, totpPending: null, totpStep: null }),
      })
      .where(eq(staff.id, id));
    await endSessions(tx, ctx, id);
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.password-reset', { staffId: id, totp });
  });
  return { password };
}

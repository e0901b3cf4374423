import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { toDataURL } from 'qrcode';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendAudit } from '../audit/append-event';
import { staff } from '../db/schema';
import type { Deps } from '../order/context';
import type { StaffCaller } from './staff-caller';
import { countWrong, requirePassword, type StaffRow } from './staff-password';

const stepMs = 30_000;
const issuer = '办不成事反映窗口';

/** The step whose code was typed, at most one away from now; null when it is of none. */
function stepOf(secret: string, typed: string, now: number): number | null {
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({
    token: typed,
    window: 1,
    timestamp: now,
  });
  return delta === null ? null : Math.floor(now / stepMs) + delta;
}

/** Asks for the code where one is set up; each code opens the door once, and wrong ones slow the account down (spec 6). */
export async function requireTotp(deps: Deps, row: StaffRow, typed: string | undefined): Promise<void> {
  if (!row.totpSecret) return;
  if (!typed) throw new RuleBroken('totp.needed', { path: 'totp' }, 422);
  const step = stepOf(deps.vault.unsealMaster(row.totpSecret, 'staff:totp'), typed, deps.now());
  const fresh = step !== null && (await takeStep(deps, row.id, step));
  if (fresh) return;
  await countWrong(deps, row.id);
  throw new RuleBroken(step === null ? 'totp.wrong' : 'totp.used', { path: 'totp' }, 422);
}

/** True for the first to bring a code of this step; two at once, and one of them is refused. */
async function takeStep(deps: Deps, id: string, step: number): Promise<boolean> {
  const taken = await deps.db
    .update(staff)
    .set({ totpStep: step })
    .where(and(eq(staff.id, id), or(isNull(staff.totpStep), lt(staff.totpStep, step))))
    .returning({ id: staff.id });
  return taken.length === 1;
}

async function ownRow(ctx: StaffCaller): Promise<StaffRow> {
  const [row] = await ctx.db.select().from(staff).where(eq(staff.id, ctx.actor.id));
  if (!row) throw new RuleBroken('sign-in.needed', {}, 401);
  return row;
}

/** A new secret for one's authenticator, shown this once; in force when a code of it has been typed. */
export async function beginTotp(ctx: StaffCaller, password: string, typed: string | undefined) {
  const row = await ownRow(ctx);
  await requirePassword(ctx, row, password);
  await requireTotp(ctx, row, typed);
  const secret = new Secret({ size: 20 });
  const uri = new TOTP({ secret, issuer, label: row.username }).toString();
  await ctx.db
    .update(staff)
    .set({ totpPending: ctx.vault.sealMaster(secret.base32, 'staff:totp') })
    .where(eq(staff.id, row.id));
  const grouped = secret.base32.replace(/(.{4})(?=.)/g, '$1 ');
  return { secret: grouped, picture: await toDataURL(uri, { margin: 2, width: 240 }) };
}

/** The first code of the new secret puts it in force; its step counts as used. */
export async function confirmTotp(ctx: StaffCaller, typed: string): Promise<void> {
  const row = await ownRow(ctx);
  if (!row.totpPending) throw new RuleBroken('totp.begin-first', { path: 'code' }, 422);
  const step = stepOf(ctx.vault.unsealMaster(row.totpPending, 'staff:totp'), typed, ctx.now());
  if (step === null) {
    await countWrong(ctx, row.id);
    throw new RuleBroken('totp.wrong', { path: 'code' }, 422);
  }
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(staff)
      .set({ totpSecret: row.totpPending, totpPending: null, totpStep: step })
      .where(eq(staff.id, row.id));
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.totp-set-up', {});
  });
}

import { and, desc, eq, isNull } from 'drizzle-orm';
import * as z from 'zod';
import { text } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { staffIdentity, staffSession } from '../../db/schema';
import type { Context } from '../../order/context';
import { rolesOf } from './change-person';

export const Identity = z.strictObject({ issuer: text(1, 300), subject: text(1, 300) });
type Identity = z.infer<typeof Identity>;
const shown = 100;

/** Government accounts that tried to sign in and belong to nobody yet, the newest first. */
export async function listWaitingIdentities(ctx: Context) {
  const rows = await ctx.db
    .select()
    .from(staffIdentity)
    .where(isNull(staffIdentity.staffId))
    .orderBy(desc(staffIdentity.seenAt))
    .limit(shown);
  return rows.map(({ issuer, subject, name, seenAt }) => ({
    issuer,
    subject,
    name: name ? ctx.vault.unsealMaster(name, 'staff:identity') : null,
    at: toIso(seenAt),
  }));
}

/** Says whose a government account is; one person has one, and it must have tried to sign in (spec 6). */
export async function linkIdentity(ctx: Context, staffId: string, { issuer, subject }: Identity) {
  await ctx.db.transaction(async (tx) => {
    await rolesOf(tx, staffId);
    const [mine] = await tx.select().from(staffIdentity).where(eq(staffIdentity.staffId, staffId)).limit(1);
    if (mine) throw new RuleBroken('identity.has-one', { path: 'subject' }, 409);
    const same = and(eq(staffIdentity.issuer, issuer), eq(staffIdentity.subject, subject));
    const [known] = await tx.select().from(staffIdentity).where(same).for('update');
    if (!known) throw new RuleBroken('identity.unknown', { path: 'subject' }, 404);
    if (known.staffId) throw new RuleBroken('identity.taken', { path: 'subject' }, 409);
    await tx.update(staffIdentity).set({ staffId, linkedAt: ctx.now() }).where(same);
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.identity-linked', { staffId });
  });
}

/** Takes the link back; sessions opened by the account end at once. */
export async function unlinkIdentity(ctx: Context, staffId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(staffIdentity)
      .where(eq(staffIdentity.staffId, staffId))
      .returning({ staffId: staffIdentity.staffId });
    if (gone.length === 0) throw new RuleBroken('identity.unknown', { path: 'subject' }, 404);
    const byIt = and(eq(staffSession.staffId, staffId), eq(staffSession.means, 'oidc'));
    await tx
      .update(staffSession)
      .set({ revokedAt: ctx.now() })
      .where(and(byIt, isNull(staffSession.revokedAt)));
    await appendAudit(tx, ctx.actor, ctx.now(), 'staff.identity-unlinked', { staffId });
  });
}

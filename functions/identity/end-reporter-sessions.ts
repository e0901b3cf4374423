import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { appendAudit } from '../audit/append-event';
import { order, reporterToken } from '../db/schema';
import type { Context } from '../order/context';

/**
 * Signs an account out on every device: its sessions, and what devices keep to open single orders of it. Links in
 * messages that were sent stay good: they went to the phone that proves the account (spec 4).
 */
export async function endReporterSessions(ctx: Context, accountId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const own = tx.select({ id: order.id }).from(order).where(eq(order.reporterId, accountId));
    const theirs = or(
      eq(reporterToken.reporterId, accountId),
      and(inArray(reporterToken.orderId, own), eq(reporterToken.link, false)),
    );
    await tx
      .update(reporterToken)
      .set({ revokedAt: ctx.now() })
      .where(and(theirs, isNull(reporterToken.revokedAt)));
    await appendAudit(tx, ctx.actor, ctx.now(), 'reporter.sessions-ended', { accountId });
  });
}

import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-event';
import { inTransaction } from '../../db/in-transaction';
import {
  attempt,
  idempotency,
  inbox,
  messageGrant,
  order,
  outbox,
  reporter,
  reporterIdentity,
  reporterToken,
  smsCode,
} from '../../db/schema';
import { smsAttempts } from '../../identity/reporter-session';
import type { Context } from '../../order/context';
import { erasable, eraseOrder } from './erase-order';

const atOnce = 200;

async function deleteFiles(ctx: Context, keys: string[]): Promise<void> {
  for (const key of keys) await ctx.store.delete(key);
}

/** Erases the account itself: phone, name, identities, sessions, messages. */
export async function eraseAccount(ctx: Context, accountId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [row] = await tx.select().from(reporter).where(eq(reporter.id, accountId)).for('update');
    if (!row) return;
    const known = await tx.select().from(reporterIdentity).where(eq(reporterIdentity.reporterId, accountId));
    for (const { channel, subject } of known)
      await tx
        .delete(messageGrant)
        .where(and(eq(messageGrant.channel, channel), eq(messageGrant.subject, subject)));
    await tx.delete(reporterIdentity).where(eq(reporterIdentity.reporterId, accountId));
    if (row.phoneIndex) {
      await tx.delete(attempt).where(eq(attempt.key, smsAttempts(row.phoneIndex)));
      await tx.delete(smsCode).where(eq(smsCode.phoneIndex, row.phoneIndex));
      await tx.delete(outbox).where(and(eq(outbox.recipientKey, row.phoneIndex), isNull(outbox.orderId)));
    }
    await tx.delete(inbox).where(eq(inbox.recipient, `reporter:${accountId}`));
    await tx.delete(idempotency).where(eq(idempotency.principal, `reporter:${accountId}`));
    await tx.delete(reporterToken).where(eq(reporterToken.reporterId, accountId));
    await tx.delete(reporter).where(eq(reporter.id, accountId));
  });
}

/**
 * What a reporter asks for after closing (spec 8): every ended order is erased at once; while others are open the
 * account stays, because the district still has to call back.
 */
export async function eraseReporter(
  ctx: Context,
  accountId: string,
): Promise<{ erased: number; kept: number; account: boolean }> {
  let erased = 0;
  for (;;) {
    const rows = await ctx.db
      .select({ id: order.id })
      .from(order)
      .where(and(eq(order.reporterId, accountId), erasable))
      .limit(atOnce);
    for (const { id } of rows) {
      const files = await inTransaction(ctx.db, (tx) => eraseOrder(tx, ctx, id, 'order.erased'));
      await deleteFiles(ctx, files ?? []);
      erased += 1;
    }
    if (rows.length < atOnce) break;
  }
  const open = await ctx.db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.reporterId, accountId), isNotNull(order.orderKey)))
    .limit(1000);
  if (open.length === 0) await eraseAccount(ctx, accountId);
  await ctx.db.transaction((tx) =>
    appendAudit(tx, { kind: 'system' }, ctx.now(), 'reporter.erased', {
      orders: erased,
      account: open.length === 0,
    }),
  );
  return { erased, kept: open.length, account: open.length === 0 };
}

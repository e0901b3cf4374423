import { eq } from 'drizzle-orm';
import { event } from '../../shared/order/command/rule';
import { RuleBroken } from '../../shared/order/rule-broken';
import { inTransaction } from '../db/in-transaction';
import { reporter } from '../db/schema';
import { requireQueryCode } from '../identity/reporter-session';
import type { Context } from './context';
import { factsOf, lockOrderById } from './order-row';
import { saveChange } from './save-change';

interface Claim {
  accountId: string;
  number: string;
  queryCode: string;
  /** Where the call comes from: wrong codes are counted by it. */
  address: string;
}

/**
 * An order registered at a window, by telephone or by the city becomes one of the signed-in reporter's by number and
 * query code (spec 4). Throws `lookup.wrong`, `lookup.locked`, `order.erased`, `order.other-account`.
 */
export async function joinAccount(ctx: Context, claim: Claim): Promise<void> {
  const { accountId } = claim;
  const orderId = await requireQueryCode(ctx, claim.number, claim.queryCode, claim.address);
  await inTransaction(ctx.db, async (tx) => {
    const row = await lockOrderById(tx, orderId);
    if (!row) throw new RuleBroken('order.not-found', {}, 404);
    if (!row.orderKey) throw new RuleBroken('order.erased', {}, 409);
    const before = await factsOf(tx, row);
    if (before.reporterAccountId === accountId) return;
    if (before.reporterAccountId !== null) throw new RuleBroken('order.other-account', {}, 409);
    const [account] = await tx.select().from(reporter).where(eq(reporter.id, accountId));
    const proved = row.phoneIndex !== null && account?.phoneIndex === row.phoneIndex;
    const phoneVerified = before.phoneVerified || proved;
    await saveChange(tx, ctx, row, before, {
      facts: { ...before, reporterAccountId: accountId, phoneVerified },
      events: [event('order.joined-account', { phoneVerified })],
      notices: [],
    });
  });
}

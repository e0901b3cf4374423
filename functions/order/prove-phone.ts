import { eq } from 'drizzle-orm';
import { event } from '../../shared/order/command/rule';
import { isOnOrder } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Tx } from '../db/connect';
import { inTransaction } from '../db/in-transaction';
import { reporter } from '../db/schema';
import { sendCode, spendCode } from '../identity/reporter-session';
import type { Context } from './context';
import { factsOf, lockOrder } from './order-row';
import { envOf } from './run-order-command';
import { saveChange } from './save-change';
import { visibleOrder } from './visible-order';
import { openWords } from './words';

/** The phone of an order whose people ask, not proved yet; the key its code is kept under fits no sign-in. */
async function phoneToProve(ctx: Context, number: string): Promise<{ phone: string; key: string }> {
  const { row, facts, sight } = await visibleOrder(ctx, number);
  if (sight !== 'full' || !isOnOrder(facts, envOf(ctx))) throw new RuleBroken('order.forbidden', {}, 403);
  const phone = openWords(ctx.vault, row)?.phone;
  if (!phone) throw new RuleBroken('phone.none', {}, 422);
  if (facts.phoneVerified) throw new RuleBroken('phone.verified-already', {}, 409);
  return { phone, key: ctx.vault.blindIndex('phone-of-order', `${row.id}:${phone}`) };
}

/** Sends the reporter who agrees a code by SMS, to be told to the window (spec 4, `window`). */
export async function sendPhoneCode(ctx: Context, number: string): Promise<void> {
  const { phone, key } = await phoneToProve(ctx, number);
  await sendCode(ctx, {
    phone,
    key,
    say: (code) => `您正在核实诉求登记的手机号，请把验证码 ${code} 告诉工作人员，10 分钟内有效。`,
  });
}

/** The account of a phone; made where there is none, as at the first sign-in. */
async function accountOf(tx: Tx, ctx: Context, phone: string): Promise<string | null> {
  const phoneIndex = ctx.vault.blindIndex('phone', phone);
  const sealed = ctx.vault.sealMaster(phone, 'reporter:phone');
  const fresh = { id: ctx.newId(), phoneIndex, phone: sealed, createdAt: ctx.now() };
  await tx.insert(reporter).values(fresh).onConflictDoNothing();
  const [account] = await tx.select().from(reporter).where(eq(reporter.phoneIndex, phoneIndex));
  return account?.id ?? null;
}

/**
 * The phone is verified for this order by the code its reporter was sent: from now on messages say everything and
 * bring links, and the order is one of the phone's account (spec 4). Throws `sms.wrong`.
 */
export async function provePhone(ctx: Context, number: string, code: string): Promise<void> {
  const { phone, key } = await phoneToProve(ctx, number);
  await spendCode(ctx, key, code);
  await inTransaction(ctx.db, async (tx) => {
    const row = await lockOrder(tx, number);
    if (!row) throw new RuleBroken('order.not-found', {}, 404);
    const before = await factsOf(tx, row);
    const reporterAccountId = before.reporterAccountId ?? (await accountOf(tx, ctx, phone));
    await saveChange(tx, ctx, row, before, {
      facts: { ...before, phoneVerified: true, reporterAccountId },
      events: [event('order.phone-verified')],
      notices: [],
    });
  });
}

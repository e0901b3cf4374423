import { randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { order, outbox, reporter, reporterToken, smsCode } from '../db/schema';
import { outboxRow } from '../notice/outbox-row';
import type { Deps } from '../order/context';
import { hashSecret, newToken } from '../order/query-code';
import { countAttempt, requireFew, requireUnlocked } from './attempts';
import { openSession, tiePhone } from './reporter-account';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const monthMs = 30 * 24 * hourMs;

/** Under which key sent codes are counted. */
export const smsAttempts = (phoneIndex: string): string => `sms:${phoneIndex}`;

interface Code {
  phone: string;
  /** What the code is kept under: it proves nothing else. */
  key: string;
  say(code: string): string;
}

/** Sends a code by SMS: one a minute, ten an hour for one phone; it goes out at night too (spec 5). */
export async function sendCode(deps: Deps, { phone, key, say }: Code): Promise<void> {
  const phoneIndex = deps.vault.blindIndex('phone', phone);
  await requireFew(deps, smsAttempts(phoneIndex), 1, minuteMs, 'sms.too-often');
  await requireFew(deps, smsAttempts(phoneIndex), 10, hourMs, 'sms.too-often');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const row = { phoneIndex: key, codeHash: hashSecret(`${key}:${code}`), sentAt: deps.now(), tries: 0 };
  await countAttempt(deps, smsAttempts(phoneIndex));
  await deps.db.transaction(async (tx) => {
    await tx.insert(smsCode).values(row).onConflictDoUpdate({ target: smsCode.phoneIndex, set: row });
    const message = {
      provider: 'sms',
      recipientKey: phoneIndex,
      topic: 'sign-in-code',
      orderId: null,
      dedupe: `code:${deps.now()}`,
      to: phone,
      text: say(code),
      params: { code },
    };
    await tx.insert(outbox).values(outboxRow(deps, message));
  });
}

/** A sign-in code for this phone. */
export const sendSmsCode = (deps: Deps, phone: string): Promise<void> =>
  sendCode(deps, {
    phone,
    key: deps.vault.blindIndex('phone', phone),
    say: (code) => `验证码 ${code}，10 分钟内有效，请勿告诉他人。`,
  });

/** Spends a code: right once, within ten minutes, five tries. Throws `sms.wrong`. */
export async function spendCode(deps: Deps, key: string, code: string): Promise<void> {
  const right = await deps.db.transaction(async (tx) => {
    const [row] = await tx.select().from(smsCode).where(eq(smsCode.phoneIndex, key)).for('update');
    if (!row || row.tries >= 5 || deps.now() - row.sentAt > 10 * minuteMs) return false;
    if (row.codeHash !== hashSecret(`${key}:${code}`)) {
      await tx
        .update(smsCode)
        .set({ tries: row.tries + 1 })
        .where(eq(smsCode.phoneIndex, key));
      return false;
    }
    await tx.delete(smsCode).where(eq(smsCode.phoneIndex, key));
    return true;
  });
  if (!right) throw new RuleBroken('sms.wrong', { path: 'code' }, 422);
}

/** Signs a reporter in by phone and code; the account is made at the first time (spec 4, `h5`). */
export async function signInBySms(deps: Deps, phone: string, code: string) {
  const phoneIndex = deps.vault.blindIndex('phone', phone);
  await spendCode(deps, phoneIndex, code);
  const sealed = deps.vault.sealMaster(phone, 'reporter:phone');
  return deps.db.transaction(async (tx) => {
    const fresh = { id: deps.newId(), phoneIndex, phone: sealed, createdAt: deps.now() };
    await tx.insert(reporter).values(fresh).onConflictDoNothing();
    const [account] = await tx.select().from(reporter).where(eq(reporter.phoneIndex, phoneIndex));
    return openSession(tx, deps, account?.id ?? fresh.id);
  });
}

/** Ties a phone proved by an SMS code to the signed-in account (H5 in a host app). */
export async function tiePhoneBySms(deps: Deps, accountId: string, phone: string, code: string) {
  await spendCode(deps, deps.vault.blindIndex('phone', phone), code);
  return deps.db.transaction((tx) => tiePhone(tx, deps, accountId, phone));
}

/** The order of this number and query code; wrong codes are counted per order and per address (spec 4). */
export async function requireQueryCode(
  deps: Deps,
  number: string,
  queryCode: string,
  address: string,
): Promise<string> {
  const keys = [
    { key: `code:${number}`, limit: 5 },
    { key: `code-from:${hashSecret(address)}`, limit: 20 },
  ];
  for (const { key, limit } of keys) await requireUnlocked(deps, key, limit, hourMs, 'lookup.locked');
  const [row] = await deps.db
    .select({ id: order.id, hash: order.queryCodeHash })
    .from(order)
    .where(eq(order.number, number));
  if (!row || row.hash !== hashSecret(`${number}:${queryCode}`)) {
    for (const { key } of keys) await countAttempt(deps, key);
    throw new RuleBroken('lookup.wrong', { path: 'queryCode' }, 422);
  }
  return row.id;
}

/** Number and query code open this one order for 30 days. Throws `lookup.wrong`, `lookup.locked`. */
export async function lookUpOrder(deps: Deps, number: string, queryCode: string, address: string) {
  const orderId = await requireQueryCode(deps, number, queryCode, address);
  const token = newToken();
  await deps.db.insert(reporterToken).values({
    tokenHash: hashSecret(token),
    orderId,
    createdAt: deps.now(),
    expiresAt: deps.now() + monthMs,
  });
  return { token, number };
}

/** A message's link: good for 30 days and that one order, used up by `evaluate` (spec 4). */
export async function openLink(deps: Deps, token: string) {
  const alive = and(
    eq(reporterToken.tokenHash, hashSecret(token)),
    isNull(reporterToken.revokedAt),
    eq(reporterToken.link, true),
  );
  const [row] = await deps.db
    .select({ number: order.number, expiresAt: reporterToken.expiresAt })
    .from(reporterToken)
    .innerJoin(order, eq(order.id, reporterToken.orderId))
    .where(alive);
  if (!row || row.expiresAt < deps.now()) throw new RuleBroken('link.used', { path: 'token' }, 422);
  return { token, number: row.number };
}

import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { file, inbox, order, reporter, reporterIdentity, reporterToken } from '../db/schema';
import type { Deps } from '../order/context';
import { maskPhone } from '../order/mask';
import { hashSecret, newToken } from '../order/query-code';

const monthMs = 30 * 24 * 3_600_000;

/** The account as its owner sees it: phone masked. */
export function presentReporter(deps: Deps, row: typeof reporter.$inferSelect) {
  const phone = row.phone ? maskPhone(deps.vault.unsealMaster(row.phone, 'reporter:phone')) : null;
  const name = row.name ? deps.vault.unsealMaster(row.name, 'reporter:name') : null;
  const enterprise = row.enterprise
    ? (JSON.parse(deps.vault.unsealMaster(row.enterprise, 'reporter:enterprise')) as {
        name: string;
        creditCode: string;
      })
    : null;
  return { id: row.id, kind: row.kind, name, phone, enterprise };
}

/** A bearer token for 30 days, and whose it is. */
export async function openSession(tx: Tx, deps: Deps, id: string) {
  const token = newToken();
  const expiresAt = deps.now() + monthMs;
  await tx
    .insert(reporterToken)
    .values({ tokenHash: hashSecret(token), reporterId: id, createdAt: deps.now(), expiresAt });
  const [row] = await tx.select().from(reporter).where(eq(reporter.id, id));
  if (!row) throw new Error('A session needs its account.');
  return { token, expiresAt, reporter: presentReporter(deps, row) };
}

/**
 * Ties a verified phone to an account. Where the phone has an account already, the two become one: identities, orders,
 * messages, sessions and waiting uploads move to the phone's (spec 4: one person, one account). An account that had another phone gives
 * the platform identities away and keeps its own orders.
 */
export async function tiePhone(tx: Tx, deps: Deps, accountId: string, phone: string) {
  const phoneIndex = deps.vault.blindIndex('phone', phone);
  const sealed = deps.vault.sealMaster(phone, 'reporter:phone');
  const [own] = await tx.select().from(reporter).where(eq(reporter.id, accountId)).for('update');
  const [other] = await tx.select().from(reporter).where(eq(reporter.phoneIndex, phoneIndex)).for('update');
  if (!own) throw new Error('A phone is tied to an account that exists.');
  if (!other) {
    const [row] = await tx
      .update(reporter)
      .set({ phoneIndex, phone: sealed })
      .where(eq(reporter.id, accountId))
      .returning();
    return presentReporter(deps, row ?? own);
  }
  if (other.id === own.id) return presentReporter(deps, own);
  await tx
    .update(reporterIdentity)
    .set({ reporterId: other.id })
    .where(eq(reporterIdentity.reporterId, own.id));
  await tx.update(reporterToken).set({ reporterId: other.id }).where(eq(reporterToken.reporterId, own.id));
  await tx
    .update(file)
    .set({ owner: `reporter:${other.id}` })
    .where(and(eq(file.owner, `reporter:${own.id}`), isNull(file.orderId)));
  if (own.phoneIndex) return presentReporter(deps, other);
  const facts = sql`jsonb_set(${order.facts}, '{reporterAccountId}', to_jsonb(${other.id}::text))`;
  await tx.update(order).set({ reporterId: other.id, facts }).where(eq(order.reporterId, own.id));
  await tx
    .update(inbox)
    .set({ recipient: `reporter:${other.id}` })
    .where(eq(inbox.recipient, `reporter:${own.id}`));
  const details = {
    ...(own.kind === 'enterprise' && { kind: own.kind, enterprise: own.enterprise }),
    ...(!other.name && own.name && { name: own.name }),
  };
  if (Object.keys(details).length > 0)
    await tx.update(reporter).set(details).where(eq(reporter.id, other.id));
  await tx.delete(reporter).where(eq(reporter.id, own.id));
  const [row] = await tx.select().from(reporter).where(eq(reporter.id, other.id));
  return presentReporter(deps, row ?? other);
}

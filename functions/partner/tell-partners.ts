import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { OrderFacts } from '../../shared/order/facts';
import type { Tx } from '../db/connect';
import { order, outbox, partnerKey } from '../db/schema';
import { cityAnswers } from '../intake/city/city-answers';
import { outboxRow } from '../notice/outbox-row';
import type { Context } from '../order/context';

/** What a partner's system is told of; the CloudEvents type of its webhook. */
export const partnerTopic = 'order.state-changed';

/**
 * Writes the news of an order that a partner handed over, in the transaction that moved it: state, reply and closing date
 * by the partner's own number, to every key in force that has an address (spec 4, `city-portal`; spec 5, webhook).
 */
export async function tellPartners(
  tx: Tx,
  ctx: Context,
  orderId: string,
  before: OrderFacts,
  facts: OrderFacts,
): Promise<void> {
  if (before.state === facts.state && before.round === facts.round) return;
  const keys = await tx
    .select({ id: partnerKey.id })
    .from(partnerKey)
    .where(
      and(
        eq(partnerKey.channel, 'city-portal'),
        isNotNull(partnerKey.webhookUrl),
        isNull(partnerKey.revokedAt),
        gt(partnerKey.expiresAt, ctx.now()),
      ),
    );
  if (keys.length === 0) return;
  const rows = await tx.select().from(order).where(eq(order.id, orderId));
  const [answer] = await cityAnswers(ctx, rows, tx);
  if (!answer) return;
  const told = Object.entries(answer).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as const],
  );
  const message = {
    provider: 'webhook',
    topic: partnerTopic,
    orderId,
    dedupe: `${answer.number}:${facts.version}:${facts.state}:${ctx.now()}`,
    text: answer.stateWord,
    subject: answer.cityNumber,
    params: Object.fromEntries(told),
  };
  await tx
    .insert(outbox)
    .values(keys.map(({ id }) => outboxRow(ctx, { ...message, recipientKey: `partner:${id}`, to: id })));
}

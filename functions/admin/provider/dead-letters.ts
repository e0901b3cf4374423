import { and, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import * as z from 'zod';
import { errorWord, providerWords } from '../../../shared/notice/delivery-word';
import { topicTitles } from '../../../shared/notice/topic-title';
import { text } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import { appendAudit } from '../../audit/append-event';
import { order, outbox } from '../../db/schema';
import { limit } from '../../http/define';
import type { Context } from '../../order/context';

/** Most that go out again at one press; the rest at the next. */
const most = 500;
const word = z.string().min(1).max(60);
const which = { provider: word.optional(), topic: word.optional() };

export const DeadQuery = z.strictObject({
  ...which,
  cursor: z.coerce.number().int().positive().optional(),
  limit,
});
/** Some by their ids, or all of a provider or topic; why is in the ledger. */
export const Resend = z
  .strictObject({
    ids: z.array(z.int().positive()).min(1).max(100).optional(),
    ...which,
    reason: text(2, 200),
  })
  .refine(({ ids, provider, topic }) => ids || provider || topic, {
    path: ['provider'],
    message: '请选择要重发的消息',
  });
type Resend = z.infer<typeof Resend>;

const dead = ({ provider, topic }: { provider?: string | undefined; topic?: string | undefined }) =>
  and(
    eq(outbox.state, 'dead'),
    provider ? eq(outbox.provider, provider) : undefined,
    topic ? eq(outbox.topic, topic) : undefined,
  );

function maskedRecipient(ctx: Context, sealed: string): string {
  const { to } = JSON.parse(ctx.vault.unsealMaster(sealed, 'outbox')) as { to: string };
  return to.length > 7 ? `${to.slice(0, 3)}****${to.slice(-4)}` : '****';
}

/** Messages that did not go out, the newest first, by a key-set cursor; no body and no address in clear (spec 5). */
export async function listDead(ctx: Context, query: z.infer<typeof DeadQuery>) {
  const rows = await ctx.db
    .select({ row: outbox, number: order.number })
    .from(outbox)
    .leftJoin(order, eq(order.id, outbox.orderId))
    .where(and(dead(query), query.cursor ? lt(outbox.id, query.cursor) : undefined))
    .orderBy(desc(outbox.id))
    .limit(query.limit);
  const items = rows.map(({ row, number }) => ({
    id: row.id,
    at: toIso(row.createdAt),
    provider: row.provider,
    providerWord: providerWords[row.provider] ?? row.provider,
    topic: row.topic,
    title: topicTitles[row.topic] ?? (row.topic === 'sign-in-code' ? '登录验证码' : '消息'),
    recipient: maskedRecipient(ctx, row.sealed),
    number,
    error: errorWord(row.lastError),
    attempts: row.attempts,
  }));
  return { items, next: rows.length === query.limit ? String(rows.at(-1)?.row.id) : null };
}

/** Sends messages once more, at most 500 at a press; an old sign-in code would help nobody and stays. */
export async function resendDead(ctx: Context, { ids, provider, topic, reason }: Resend) {
  const chosen = and(
    dead({ provider, topic }),
    ne(outbox.topic, 'sign-in-code'),
    ids ? inArray(outbox.id, ids) : undefined,
  );
  return ctx.db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(chosen)
      .orderBy(outbox.id)
      .limit(most)
      .for('update', { skipLocked: true });
    if (rows.length === 0) throw new RuleBroken('message.not-dead', {}, 409);
    await tx
      .update(outbox)
      .set({ state: 'waiting', attempts: 0, lastError: null, nextAt: ctx.now(), leaseUntil: null })
      .where(
        inArray(
          outbox.id,
          rows.map(({ id }) => id),
        ),
      );
    const [left] = await tx.select({ n: sql<number>`count(*)` }).from(outbox).where(chosen);
    const from = [providerWords[provider ?? ''], topicTitles[topic ?? '']].filter(Boolean).join('，');
    await appendAudit(tx, ctx.actor, ctx.now(), 'messages.resent', {
      provider: provider ?? null,
      topic: topic ?? null,
      resent: rows.length,
      reason,
      said: `${from ? `${from}，` : ''}${rows.length} 条：${reason}`,
    });
    return { resent: rows.length, left: left?.n ?? 0 };
  });
}

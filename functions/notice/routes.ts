import { OpenAPIHono } from '@hono/zod-openapi';
import { and, count, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import * as z from 'zod';
import { englishTopicTitles, topicTitles } from '../../shared/notice/topic-title';
import { toIso } from '../../shared/sla/instant';
import { actorName } from '../audit/append-event';
import { inbox } from '../db/schema';
import { cursor, limit, withBody, withQuery } from '../http/define';
import { ctxOf, reporterOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { listOrders } from '../order/list-orders';
import { saveSubscriptions } from './save-subscriptions';

const Mine = z.strictObject({ state: z.enum(['open', 'done', 'all']).default('all'), cursor, limit });
const Read = z.strictObject({ ids: z.array(z.int()).max(100) });
const Subscriptions = z.strictObject({
  templates: z
    .array(z.strictObject({ template: z.string().min(1).max(100), result: z.string().min(1).max(20) }))
    .max(10),
});
const stateSets = {
  open: ['submitted', 'dispatched', 'handling', 'rectifying', 'resolved', 'merged'] as const,
  done: ['closed', 'declined', 'withdrawn'] as const,
};

/** Unread messages are counted up to here. */
const mostUnread = 1000;

/** A principal's own: orders of the signed-in reporter, and the inbox of reporter or staff. */
export function myRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/orders', Mine, '我的诉求'), async (c) => {
    const ctx = reporterOf(c);
    const { state, ...page } = c.req.valid('query');
    const states = state === 'all' ? undefined : [...stateSets[state]];
    const reporterId = ctx.actor.accountId ?? undefined;
    return c.json(await listOrders(ctx, { ...page, state: states, reporterId, sort: 'newest' }));
  });
  app.openapi(
    withQuery('/messages', z.strictObject({ cursor: z.coerce.number().int().optional(), limit }), '消息'),
    async (c) => {
      const ctx = ctxOf(c);
      const query = c.req.valid('query');
      const own = eq(inbox.recipient, actorName(ctx.actor));
      const rows = await ctx.db
        .select()
        .from(inbox)
        .where(and(own, query.cursor ? lt(inbox.id, query.cursor) : undefined))
        .orderBy(desc(inbox.id))
        .limit(query.limit);
      const some = ctx.db
        .select({ id: inbox.id })
        .from(inbox)
        .where(and(own, isNull(inbox.readAt)))
        .limit(mostUnread)
        .as('some');
      const [unread] = await ctx.db.select({ count: count() }).from(some);
      const items = rows.map((row) => ({
        id: row.id,
        at: toIso(row.at),
        topic: row.topic,
        title: topicTitles[row.topic] ?? '有新进展',
        english: englishTopicTitles[row.topic] ?? 'News of your report',
        text: ctx.vault.unsealMaster(row.sealed, 'inbox'),
        number: row.number,
        read: row.readAt !== null,
      }));
      return c.json({
        items,
        next: rows.length === query.limit ? String(rows.at(-1)?.id) : null,
        unread: unread?.count ?? 0,
      });
    },
  );
  app.openapi(withBody('post', '/messages/read', Read, '消息已读'), async (c) => {
    const ctx = ctxOf(c);
    const { ids } = c.req.valid('json');
    if (ids.length > 0) {
      await ctx.db
        .update(inbox)
        .set({ readAt: ctx.now() })
        .where(and(eq(inbox.recipient, actorName(ctx.actor)), inArray(inbox.id, ids)));
    }
    return c.body(null, 204) as never;
  });
  app.openapi(withBody('post', '/subscriptions', Subscriptions, '消息订阅'), async (c) => {
    const ctx = reporterOf(c);
    if (ctx.actor.accountId) await saveSubscriptions(ctx, ctx.actor.accountId, c.req.valid('json').templates);
    return c.body(null, 204) as never;
  });
  return app;
}

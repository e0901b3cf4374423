import { OpenAPIHono } from '@hono/zod-openapi';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import * as z from 'zod';
import { instant, text } from '../../shared/order/contract/field';
import { CityPortalInput, RegisterInput } from '../../shared/order/contract/intake';
import { RuleBroken } from '../../shared/order/rule-broken';
import { fromIso, toIso } from '../../shared/sla/instant';
import { resendDead } from '../admin/provider/dead-letters';
import { othersAt } from '../console/viewers';
import { openOrderProblem, order, outbox } from '../db/schema';
import { cursor, limit, withBody, withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { withEtag } from '../http/with-etag';
import type { Context } from '../order/context';
import { listOrders } from '../order/list-orders';
import { presentReceipt } from '../order/present-receipt';
import { provePhone, sendPhoneCode } from '../order/prove-phone';
import { keyOf } from '../order/routes';
import { enterFromCity, registerVisitor } from '../order/submit-order';
import { takeNumber } from '../order/take-number';
import { visibleOrder } from '../order/visible-order';
import { visibleTo } from '../order/visible-to';
import { withIdempotency } from '../order/with-idempotency';
import { bulkRoutes } from './bulk/routes';
import { countQueues } from './count-queues';
import { listBulletins } from './list-bulletins';
import { listPressing } from './list-pressing';
import { filterOf, OrderQuery } from './order-filter';
import { holds } from './queues';
import { suggestUnits } from './suggest-units';
import { WriteBulletin, writeBulletin } from './write-bulletin';

const Outbox = z.strictObject({
  state: z.enum(['waiting', 'sent', 'dead', 'held']).optional(),
  cursor: z.coerce.number().int().optional(),
  limit,
});
const Bulletins = z.strictObject({ cursor, limit });
const Updates = z.strictObject({ since: instant });
const Units = z.strictObject({ q: text(0, 40).optional(), kind: text(0, 40).optional() });

const PhoneCode = z.strictObject({ code: z.string().regex(/^\d{6}$/, '请填写 6 位验证码') });

const viewedIn = (ctx: Context, cards: { number: string }[]) =>
  othersAt(
    ctx,
    cards.map((card) => card.number),
  );

/** The staff side: queues, lists, registration, suggestions, bulletins, outbox. */
export function deskRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/summary', async (c) => {
    const ctx = staffOf(c);
    return withEtag(c, { queues: await countQueues(ctx) });
  });
  app.openapi(withQuery('/orders', OrderQuery, '工单列表'), async (c) => {
    const ctx = staffOf(c);
    const page = await listOrders(ctx, filterOf(ctx, c.req.valid('query')));
    return withEtag(c, { ...page, viewed: await viewedIn(ctx, page.items) }) as never;
  });
  app.get('/pressing', async (c) => {
    const ctx = staffOf(c);
    const items = await listPressing(ctx);
    return withEtag(c, { items, viewed: await viewedIn(ctx, items) });
  });
  app.openapi(withQuery('/updates', Updates, '最近变化'), async (c) => {
    const ctx = staffOf(c);
    const rows = await ctx.db
      .select({ number: order.number, version: order.version, state: order.state })
      .from(order)
      .where(and(visibleTo(ctx), gt(order.changedAt, fromIso(c.req.valid('query').since))))
      .orderBy(desc(order.changedAt))
      .limit(100);
    return c.json({ at: toIso(ctx.now()), changed: rows });
  });
  app.openapi(withBody('post', '/orders', RegisterInput, '窗口登记'), async (c) => {
    const ctx = staffOf(c);
    const key = keyOf(c);
    if (!key) throw new RuleBroken('idempotency.needed', {}, 422);
    const input = c.req.valid('json');
    const number = await takeNumber(ctx.db, ctx.now());
    const answer = await withIdempotency(ctx, 'register', key, input, async (tx) => {
      const receipt = presentReceipt(ctx, await registerVisitor(tx, ctx, number, input));
      const lookUpUrl = `${ctx.publicUrl}/look-up?number=${number}`;
      return { status: 201, body: { ...receipt, lookUpUrl } };
    });
    return c.json(answer.body as object, answer.status as 200);
  });
  app.openapi(withBody('post', '/city-portal', CityPortalInput, '录入市总门户转来的诉求'), async (c) => {
    const ctx = staffOf(c);
    const input = c.req.valid('json');
    const number = await takeNumber(ctx.db, ctx.now());
    const answer = await withIdempotency(ctx, 'city-portal', keyOf(c), input, async (tx) => {
      const made = await enterFromCity(tx, ctx, number, input);
      if ('duplicateOf' in made) return { status: 200, body: { number: made.duplicateOf, duplicate: true } };
      return { status: 201, body: { ...presentReceipt(ctx, made), duplicate: false } };
    });
    return c.json(answer.body as object, answer.status as 200);
  });
  app.openapi(
    withBody('post', '/orders/:number/phone-code', z.strictObject({}), '发送核实手机号的验证码'),
    async (c) => {
      await sendPhoneCode(staffOf(c), c.req.param('number') ?? '');
      return c.body(null, 204) as never;
    },
  );
  app.openapi(withBody('post', '/orders/:number/phone', PhoneCode, '核实手机号'), async (c) => {
    await provePhone(staffOf(c), c.req.param('number') ?? '', c.req.valid('json').code);
    return c.body(null, 204) as never;
  });
  app.get('/orders/:number/suggestions', async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'dispatcher', 'supervisor')) throw new RuleBroken('order.forbidden', {}, 403);
    const { row } = await visibleOrder(ctx, c.req.param('number'));
    return c.json(await suggestUnits(ctx, row));
  });
  app.openapi(withQuery('/units', Units, '单位'), async (c) => {
    const ctx = staffOf(c);
    const { q, kind } = c.req.valid('query');
    const items = [...ctx.ref.units.values()]
      .filter((unit) => (!q || unit.name.includes(q)) && (!kind || unit.kind === kind))
      .map(({ id, name, kind: of, parentId, town, active, closing }) => ({
        id,
        name,
        kind: of,
        parentId,
        town,
        active,
        closing,
        usable: ctx.ref.tree.isUsable(id),
      }));
    return c.json({ items });
  });
  app.openapi(withQuery('/bulletins', Bulletins, '通报'), async (c) =>
    c.json(await listBulletins(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/bulletins', WriteBulletin, '发布通报'), async (c) => {
    const ctx = staffOf(c);
    return c.json(await writeBulletin(ctx, c.req.valid('json')));
  });
  app.openapi(withQuery('/outbox', Outbox, '待发与已发消息'), async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'admin', 'supervisor', 'dispatcher')) throw new RuleBroken('order.forbidden', {}, 403);
    const { state, cursor: before, limit: size } = c.req.valid('query');
    const rows = await ctx.db
      .select()
      .from(outbox)
      .where(and(state ? eq(outbox.state, state) : undefined, before ? lt(outbox.id, before) : undefined))
      .orderBy(desc(outbox.id))
      .limit(size);
    const items = rows.map((row) => {
      const sealed = JSON.parse(ctx.vault.unsealMaster(row.sealed, 'outbox')) as { to: string; text: string };
      return {
        id: row.id,
        at: toIso(row.createdAt),
        provider: row.provider,
        topic: row.topic,
        state: row.state,
        recipient: `${sealed.to.slice(0, 3)}****${sealed.to.slice(-4)}`,
        /** Readable in the demonstration only; never in production (spec 5). */
        text: ctx.production ? null : sealed.text,
        attempts: row.attempts,
        lastError: row.lastError,
        nextAt: row.state === 'waiting' ? toIso(row.nextAt) : null,
      };
    });
    return c.json({ items, next: rows.length === size ? String(rows.at(-1)?.id) : null });
  });
  app.get('/self-check', async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'dispatcher', 'supervisor', 'inspector'))
      throw new RuleBroken('order.forbidden', {}, 403);
    const rows = await ctx.db
      .select()
      .from(openOrderProblem)
      .orderBy(asc(openOrderProblem.foundAt), asc(openOrderProblem.orderId))
      .limit(200);
    return c.json({
      items: rows.map(({ number, problem, foundAt }) => ({ number, problem, foundAt: toIso(foundAt) })),
    });
  });
  app.post('/outbox/:id/resend', async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'admin', 'supervisor', 'dispatcher')) throw new RuleBroken('order.forbidden', {}, 403);
    const id = Number(c.req.param('id'));
    const ids = [Number.isSafeInteger(id) ? id : -1];
    await resendDead(ctx, { ids, reason: '重发一条' });
    return c.json({ id });
  });
  app.route('/bulk', bulkRoutes());
  return app;
}

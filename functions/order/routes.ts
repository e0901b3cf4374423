import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import * as z from 'zod';
import { type CommandName, commandInputs } from '../../shared/order/contract/command-input';
import { id, text } from '../../shared/order/contract/field';
import { SubmitInput } from '../../shared/order/contract/intake';
import { RuleBroken } from '../../shared/order/rule-broken';
import { OrderView } from '../../shared/order/view';
import { addressOf } from '../http/address-of';
import { withBody } from '../http/define';
import { ctxOf, reporterOf, staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { lookUpOrder, openLink } from '../identity/reporter-session';
import { Lookup } from './lookup';
import { presentOrder } from './present-order';
import { presentReceipt } from './present-receipt';
import { revealReporter } from './reveal-reporter';
import { runOrderCommand } from './run-order-command';
import { ownSimilar } from './similar-orders';
import { submitOrder } from './submit-order';
import { takeNumber } from './take-number';
import { orderAfter, visibleOrder } from './visible-order';
import { withIdempotency } from './with-idempotency';

const Similar = z.strictObject({ story: text(10, 2000), matterId: id.optional() });
const Link = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/) });
const Reveal = z.strictObject({ reason: text(2, 200) });
export const keyOf = (c: HonoContext): string | undefined => {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !/^[\w-]{8,100}$/.test(key)) throw new RuleBroken('idempotency.needed', {}, 422);
  return key;
};

async function runAndShow(c: HonoContext<AppEnv>, command: CommandName, number: string, input: unknown) {
  const ctx = ctxOf(c);
  const answer = await withIdempotency(ctx, `${number}/${command}`, keyOf(c), input, async (tx) => {
    await runOrderCommand(tx, ctx, number, command, input as never);
    return { status: 200, body: { number } };
  });
  if (answer.status !== 200) return c.json(answer.body as object, answer.status as 200);
  const { row, sight } = await orderAfter(ctx, number);
  return c.json(await presentOrder(ctx, row, sight));
}

/** Orders: submit, look up, read, every command of spec 2, and a recorded look at personal data. */
export function orderRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withBody('post', '/orders', SubmitInput, '提交诉求'), async (c) => {
    const ctx = ctxOf(c);
    if (ctx.actor.kind !== 'reporter' || ctx.actor.accountId === null)
      throw new RuleBroken('sign-in.needed', {}, 401);
    const key = keyOf(c);
    if (!key) throw new RuleBroken('idempotency.needed', {}, 422);
    const input = c.req.valid('json');
    const terminal = c.req.header('x-device-key');
    const number = await takeNumber(ctx.db, ctx.now());
    const answer = await withIdempotency(ctx, 'submit', key, input, async (tx) => ({
      status: 201,
      body: presentReceipt(ctx, await submitOrder(tx, ctx, number, input, terminal)),
    }));
    return c.json(answer.body as object, answer.status as 200);
  });
  app.openapi(withBody('post', '/orders/similar', Similar, '相似的诉求'), async (c) => {
    const ctx = reporterOf(c);
    const { story, matterId } = c.req.valid('json');
    const { accountId } = ctx.actor;
    return c.json({ items: accountId ? await ownSimilar(ctx, accountId, story, matterId ?? null) : [] });
  });
  app.openapi(withBody('post', '/lookups', Lookup, '凭编号和查询码查看'), async (c) => {
    const { number, queryCode } = c.req.valid('json');
    return c.json(await lookUpOrder(c.get('deps'), number, queryCode, addressOf(c)));
  });
  app.openapi(withBody('post', '/links', Link, '打开消息中的链接'), async (c) =>
    c.json(await openLink(c.get('deps'), c.req.valid('json').token)),
  );
  const read = createRoute({
    method: 'get',
    path: '/orders/:number',
    summary: '查看一件诉求',
    responses: { 200: { description: '成功', content: { 'application/json': { schema: OrderView } } } },
  });
  app.openapi(read, async (c) => {
    const ctx = ctxOf(c);
    const { row, sight } = await visibleOrder(ctx, c.req.param('number') ?? '');
    const etag = `"${row.version}-${ctx.actor.kind}-${Math.floor(ctx.now() / 60_000)}"`;
    if (c.req.header('if-none-match') === etag) return c.body(null, 304) as never;
    c.header('etag', etag);
    return c.json(await presentOrder(ctx, row, sight));
  });
  app.openapi(withBody('post', '/orders/:number/reveal', Reveal, '查看联系方式（留痕）'), async (c) => {
    const ctx = staffOf(c);
    return c.json(await revealReporter(ctx, c.req.param('number') ?? '', c.req.valid('json').reason));
  });
  for (const command of Object.keys(commandInputs) as CommandName[]) {
    const route = withBody('post', `/orders/:number/${command}`, commandInputs[command], `命令：${command}`);
    app.openapi(
      route,
      async (c) =>
        (await runAndShow(
          c as HonoContext<AppEnv>,
          command,
          c.req.param('number') ?? '',
          c.req.valid('json'),
        )) as never,
    );
  }
  return app;
}

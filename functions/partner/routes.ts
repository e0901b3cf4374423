import { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { text } from '../../shared/order/contract/field';
import { CityPortalInput } from '../../shared/order/contract/intake';
import { RuleBroken } from '../../shared/order/rule-broken';
import { inTransaction } from '../db/in-transaction';
import { order } from '../db/schema';
import { withBody } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { cityAnswers } from '../intake/city/city-answers';
import { enterFromCity } from '../order/submit-order';
import { takeNumber } from '../order/take-number';
import { listPartnerKeys, makePartnerKey, revokePartnerKey } from './partner-keys';
import { partnerOf } from './partner-of';

const NewKey = z.strictObject({
  partner: text(2, 60),
  days: z.int().min(1).max(730),
  webhookUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
});
const open = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RuleBroken('sheet.not-json', {}, 422);
  }
}

/** The city portal's own system, by signed requests: it hands orders over and asks how they stand (spec 4). */
export function partnerRoutes() {
  const app = open();
  app.post('/orders', async (c) => {
    const { ctx, body } = await partnerOf(c);
    const input = CityPortalInput.parse(readJson(body));
    if (input.report.files.length > 0) throw new RuleBroken('file.not-ready', { path: 'report.files' }, 422);
    const number = await takeNumber(ctx.db, ctx.now());
    const made = await inTransaction(ctx.db, (tx) => enterFromCity(tx, ctx, number, input));
    return 'duplicateOf' in made
      ? c.json({ number: made.duplicateOf, duplicate: true }, 200)
      : c.json({ number: made.number, duplicate: false }, 201);
  });
  app.get('/orders/:cityNumber', async (c) => {
    const { ctx } = await partnerOf(c);
    const cityNumber = c.req.param('cityNumber').slice(0, 40);
    const rows = await ctx.db
      .select()
      .from(order)
      .where(and(eq(order.cityNumber, cityNumber), eq(order.channel, 'city-portal')));
    const [answer] = await cityAnswers(ctx, rows);
    if (!answer) throw new RuleBroken('order.not-found', {}, 404);
    return c.json(answer);
  });
  return app;
}

/** The partners' keys: made once and shown once, ended by hand or by time (spec 6, admin). */
export function partnerKeyRoutes() {
  const app = open();
  app.get('/', async (c) => c.json({ items: await listPartnerKeys(staffOf(c)) }));
  app.openapi(withBody('post', '/', NewKey, '新的合作平台密钥'), async (c) => {
    const { webhookUrl = null, ...key } = c.req.valid('json');
    return c.json(await makePartnerKey(staffOf(c), { ...key, webhookUrl }));
  });
  app.delete('/:id', async (c) => {
    await revokePartnerKey(staffOf(c), c.req.param('id').slice(0, 40));
    return c.body(null, 204);
  });
  return app;
}

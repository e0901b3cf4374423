import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import * as z from 'zod';
import { id, text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { OrderQuery } from '../desk/order-filter';
import { requireSeeing } from '../desk/queues';
import { withBody } from '../http/define';
import { idIn, staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { findChoice, keepChoice } from './choices';
import { exportLedger } from './export-ledger';
import { recordPrint } from './record-print';
import { addTemplate, dropTemplate, listTemplates } from './reply-templates';
import { dropView, listViews, saveView } from './saved-views';
import { seeWith } from './viewers';

const View = z.strictObject({ name: text(1, 30), query: z.string().max(1000) });
const Template = z.strictObject({ title: text(1, 40), text: text(2, 2000), unitId: id.optional() });
/** What may be chosen: which columns the list of orders shows, in order. */
const choiceNames = ['order-columns'];
const Choice = z.strictObject({ value: z.array(text(1, 40)).max(40) });
/** A list that was printed: by which filters, how many orders stood on it. */
const Print = z.strictObject({ query: z.string().max(1000), rows: z.int().min(0).max(100) });
const nameIn = (c: HonoContext): string => {
  const name = c.req.param('name') ?? '';
  if (!choiceNames.includes(name)) throw new RuleBroken('address.unknown', {}, 404);
  return name;
};
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the console does beside the orders themselves: exports, kept views, templates. */
export function consoleRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  const ledger = createRoute({
    method: 'get',
    path: '/ledger.xlsx',
    summary: '导出台账',
    request: { query: OrderQuery.omit({ cursor: true, limit: true }) },
    responses: { 200: { description: '成功' } },
  });
  app.openapi(ledger, async (c) => {
    const ctx = staffOf(c);
    requireSeeing(ctx);
    const body = await exportLedger(ctx, { ...c.req.valid('query'), limit: 100 });
    return new Response(body, {
      headers: {
        'content-type': xlsx,
        'content-disposition': `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent('诉求台账.xlsx')}`,
        'cache-control': 'no-store',
      },
    });
  });
  app.get('/views', async (c) => c.json({ items: await listViews(staffOf(c)) }));
  app.openapi(withBody('post', '/views', View, '保存常用筛选'), async (c) => {
    const { name, query } = c.req.valid('json');
    await saveView(staffOf(c), name, query);
    return c.body(null, 204) as never;
  });
  app.delete('/views/:id', async (c) => {
    await dropView(staffOf(c), idIn(c));
    return c.body(null, 204);
  });
  app.get('/choices/:name', async (c) => c.json({ value: await findChoice(staffOf(c), nameIn(c)) }));
  app.openapi(withBody('put', '/choices/:name', Choice, '保存个人选择'), async (c) => {
    await keepChoice(staffOf(c), nameIn(c), c.req.valid('json').value);
    return c.body(null, 204) as never;
  });
  app.openapi(withBody('post', '/prints', Print, '记下打印'), async (c) => {
    const ctx = staffOf(c);
    requireSeeing(ctx);
    await recordPrint(ctx, c.req.valid('json'));
    return c.json({}) as never;
  });
  app.post('/viewers/:number', async (c) =>
    c.json({ others: await seeWith(staffOf(c), c.req.param('number')) }),
  );
  app.get('/reply-templates', async (c) => c.json({ items: await listTemplates(staffOf(c)) }));
  app.openapi(withBody('post', '/reply-templates', Template, '保存常用语'), async (c) =>
    c.json({ id: await addTemplate(staffOf(c), c.req.valid('json')) }),
  );
  app.delete('/reply-templates/:id', async (c) => {
    await dropTemplate(staffOf(c), idIn(c));
    return c.body(null, 204);
  });
  return app;
}

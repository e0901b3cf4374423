import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { id, text } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { limit, withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { limits } from '../../intake/sheet/read-xlsx';
import { sheetRefused } from '../../intake/sheet/sheet-refused';
import { xlsxAnswer } from '../../intake/sheet/xlsx-answer';
import { requireKeeper } from '../require-keeper';
import { applyCatalogue } from './apply-catalogue';
import { exportMatters, listMatters, setMatterActive, teachAlias } from './list-matters';
import { planCatalogue, presentPlan } from './plan-catalogue';

const List = z.strictObject({
  q: text(1, 60).optional(),
  out: z.enum(['yes']).optional(),
  cursor: z.string().max(200).optional(),
  limit,
});
const Active = z.strictObject({ active: z.boolean() });
const Alias = z.strictObject({ alias: text(2, 60), unitId: id });
const Whole = z.enum(['yes', 'no']);

/** The catalogue's upkeep: what stands in it, a new sheet looked at first and then taken over, and the sheet as it is. */
export function matterRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  const bounded = bodyLimit({
    maxSize: limits.fileBytes,
    onError: () => {
      throw sheetRefused('too-large');
    },
  });
  app.openapi(withQuery('/', List, '事项目录'), async (c) => {
    const { out, ...rest } = c.req.valid('query');
    return c.json(await listMatters(staffOf(c), { ...rest, out: out === 'yes' }));
  });
  app.get('/sheet.xlsx', async (c) => xlsxAnswer(await exportMatters(staffOf(c)), '事项目录'));
  app.post('/sheet/preview', bounded, async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin');
    const whole = Whole.catch('no').parse(c.req.query('whole')) === 'yes';
    const bytes = Buffer.from(await c.req.arrayBuffer());
    return c.json(presentPlan(ctx, await planCatalogue(ctx.db, ctx, bytes, whole)));
  });
  app.post('/sheet', bounded, async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin');
    const whole = Whole.catch('no').parse(c.req.query('whole')) === 'yes';
    const digest = c.req.query('digest') ?? '';
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RuleBroken('catalogue.look-first', {}, 422);
    return c.json(await applyCatalogue(ctx, Buffer.from(await c.req.arrayBuffer()), whole, digest));
  });
  app.openapi(withBody('post', '/aliases', Alias, '单位的别名'), async (c) => {
    const { alias, unitId } = c.req.valid('json');
    await teachAlias(staffOf(c), alias, unitId);
    return c.body(null, 204) as never;
  });
  app.openapi(withBody('put', '/:id', Active, '停用或恢复事项'), async (c) => {
    await setMatterActive(staffOf(c), idIn(c), c.req.valid('json').active);
    return c.body(null, 204) as never;
  });
  return app;
}

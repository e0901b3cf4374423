import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { withQuery } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { FigureQuery } from '../filter';
import { CustodyQuery, custodyTimes } from './custody-times';
import { DutyQuery, dutyList } from './duty';
import { matterHeat } from './heat';
import { HeldOrders, heldOrders } from './held-orders';
import { hotIssues } from './hot-issues';
import { ReturnedOrders, returnedOrders, returnsBetween } from './returns';
import { wall } from './wall';

/** What single pages of the figures need beside figures and their groups (spec 7). */
export function figureViewRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/wall', z.strictObject({}), '大屏'), async (c) => c.json(await wall(staffOf(c))));
  app.openapi(withQuery('/heat', FigureQuery, '堵点：事项与环节'), async (c) =>
    c.json(await matterHeat(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/returns', FigureQuery, '退单流向'), async (c) =>
    c.json(await returnsBetween(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/returns/orders', ReturnedOrders, '一个流向的工单'), async (c) =>
    c.json(await returnedOrders(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/hot', FigureQuery, '热点问题'), async (c) =>
    c.json(await hotIssues(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/custody', CustodyQuery, '经手时长'), async (c) =>
    c.json(await custodyTimes(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/custody/orders', HeldOrders, '一个经手单位的工单'), async (c) =>
    c.json(await heldOrders(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/duty', DutyQuery, '值守名单'), async (c) =>
    c.json(await dutyList(staffOf(c), c.req.valid('query').day)),
  );
  return app;
}

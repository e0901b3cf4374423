import { OpenAPIHono } from '@hono/zod-openapi';
import { desc } from 'drizzle-orm';
import * as z from 'zod';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dailyRoot } from '../db/schema';
import { holds } from '../desk/queues';
import { numberParam, withBody } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import type { Context } from '../order/context';
import { verifyChains } from './verify-chains';

const Verify = z.strictObject({ number: numberParam.optional() });
function requireAuditor(ctx: Context): void {
  if (!holds(ctx, 'inspector', 'supervisor')) throw new RuleBroken('order.forbidden', {}, 403);
}

/** The evidence, for inspector and supervisor: verification of the chains, and the daily roots (spec 8). */
export function auditRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withBody('post', '/verify', Verify, '核验证据链'), async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    return c.json(await verifyChains(ctx.db, c.req.valid('json').number));
  });
  app.get('/roots', async (c) => {
    const ctx = staffOf(c);
    requireAuditor(ctx);
    const rows = await ctx.db.select().from(dailyRoot).orderBy(desc(dailyRoot.day)).limit(400);
    return c.json({ items: rows.map(({ day, root, events }) => ({ day, root, events })) });
  });
  return app;
}

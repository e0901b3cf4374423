import { OpenAPIHono } from '@hono/zod-openapi';
import { BulkInput, BulkQuery } from '../../../shared/order/bulk';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { withBody, withQuery } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import type { Context } from '../../order/context';
import { keyOf } from '../../order/routes';
import { holds } from '../queues';
import { offerBulk } from './offer-bulk';
import { runBulk } from './run-bulk';

/** An inspector changes nothing, an admin sees no orders (spec 6). */
function requireActing(ctx: Context): void {
  if (!holds(ctx, 'clerk', 'handler', 'unit-lead', 'dispatcher', 'supervisor'))
    throw new RuleBroken('order.forbidden', {}, 403);
}

/** One command for several orders: what may be done to which of them, and doing it. */
export function bulkRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/', BulkQuery, '对所选工单能办什么'), async (c) => {
    const ctx = staffOf(c);
    requireActing(ctx);
    return c.json({ offers: await offerBulk(ctx, c.req.valid('query').numbers.split(',')) }) as never;
  });
  app.openapi(withBody('post', '/', BulkInput, '对所选工单一起办理'), async (c) => {
    const ctx = staffOf(c);
    requireActing(ctx);
    const key = keyOf(c);
    if (!key) throw new RuleBroken('idempotency.needed', {}, 422);
    return c.json({ results: await runBulk(ctx, key, c.req.valid('json')) }) as never;
  });
  return app;
}

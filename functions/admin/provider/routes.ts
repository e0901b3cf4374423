import { OpenAPIHono } from '@hono/zod-openapi';
import { withBody, withQuery } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { requireKeeper } from '../require-keeper';
import { DeadQuery, listDead, Resend, resendDead } from './dead-letters';
import { providerHealth } from './provider-health';

/** How messages get out: each provider's state, and those that did not go, to be sent once more (spec 5). */
export function providerRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'supervisor', 'dispatcher', 'inspector');
    return c.json(await providerHealth(ctx));
  });
  app.openapi(withQuery('/dead', DeadQuery, '没有发出的消息'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'supervisor', 'dispatcher', 'inspector');
    return c.json(await listDead(ctx, c.req.valid('query')));
  });
  app.openapi(withBody('post', '/resend', Resend, '重发消息'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'supervisor', 'dispatcher');
    return c.json(await resendDead(ctx, c.req.valid('json')));
  });
  return app;
}

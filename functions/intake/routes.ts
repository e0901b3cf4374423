import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { phone } from '../../shared/order/contract/field';
import { withBody } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { cityRoutes } from './city/routes';
import { findCaller } from './find-caller';

const Caller = z.strictObject({ phone });

/** What staff need while they take reports in: who called before, and what the city portal hands over (spec 4). */
export function intakeRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withBody('post', '/callers', Caller, '这个号码反映过什么'), async (c) =>
    c.json(await findCaller(staffOf(c), c.req.valid('json').phone)),
  );
  app.route('/city', cityRoutes());
  return app;
}

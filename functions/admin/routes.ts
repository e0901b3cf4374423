import { OpenAPIHono } from '@hono/zod-openapi';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { partnerKeyRoutes } from '../partner/routes';
import { keyState } from './key-state';
import { matterRoutes } from './matter/routes';
import { personRoutes } from './person/routes';
import { providerRoutes } from './provider/routes';
import { requireKeeper } from './require-keeper';
import { ruleRoutes } from './rule/routes';
import { sceneRoutes } from './scene/routes';
import { settingRoutes } from './setting/routes';
import { templateRoutes } from './template/routes';
import { terminalRoutes } from './terminal/routes';
import { unitRoutes } from './unit/routes';

/** Administration: units, people, matters, rules, calendar, settings (spec 6). */
export function adminRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.route('/units', unitRoutes());
  app.route('/people', personRoutes());
  app.route('/rules', ruleRoutes());
  app.route('/settings', settingRoutes());
  app.route('/providers', providerRoutes());
  app.get('/keys', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'inspector');
    return c.json(await keyState(ctx));
  });
  app.route('/matters', matterRoutes());
  app.route('/partners', partnerKeyRoutes());
  app.route('/scenes', sceneRoutes());
  app.route('/terminals', terminalRoutes());
  app.route('/templates', templateRoutes());
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import { SettingEdit } from '../../../shared/setting/setting-edit';
import { withBody } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { requireKeeper } from '../require-keeper';
import { changeSetting, presentSettings, previewSetting } from './change-setting';
import { listChanges } from './list-changes';

/** Settings of spec 3, 5, 6 and 8: what they are, what a change would do, and the change itself. */
export function settingRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
    return c.json(await presentSettings(ctx));
  });
  app.get('/history', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
    return c.json({ items: await listChanges(ctx, 'settings.changed') });
  });
  app.openapi(withBody('post', '/preview', SettingEdit, '改设置会怎样'), async (c) =>
    c.json(await previewSetting(staffOf(c), c.req.valid('json'))),
  );
  app.openapi(withBody('put', '/', SettingEdit, '改设置'), async (c) =>
    c.json(await changeSetting(staffOf(c), c.req.valid('json'))),
  );
  return app;
}

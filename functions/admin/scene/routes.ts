import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { id, text } from '../../../shared/order/contract/field';
import { withBody } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { addScene, listScenes, retireScene } from './change-scenes';

const NewScene = z.strictObject({ hallUnitId: id, window: text(1, 40) });

/** QR codes of halls and windows. */
export function sceneRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => c.json({ items: await listScenes(staffOf(c)) }));
  app.openapi(withBody('post', '/', NewScene, '新的大厅二维码'), async (c) => {
    const { hallUnitId, window } = c.req.valid('json');
    return c.json({ scene: await addScene(staffOf(c), hallUnitId, window) });
  });
  app.delete('/:scene', async (c) => {
    await retireScene(staffOf(c), c.req.param('scene').slice(0, 40));
    return c.body(null, 204);
  });
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import { withBody } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { requireKeeper } from '../require-keeper';
import { addContact, dropContact, saveUnit } from './change-unit';
import { ContactInput, UnitInput } from './contract';
import { listGaps, listUnits } from './list-units';

/** The district's units, where their staff are reached, and where nobody is at hand. */
export function unitRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'supervisor', 'inspector');
    return c.json({ items: await listUnits(ctx) });
  });
  app.get('/gaps', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'supervisor', 'inspector', 'dispatcher');
    return c.json({ items: await listGaps(ctx) });
  });
  app.openapi(withBody('post', '/', UnitInput, '新增单位'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ id: await saveUnit(ctx, null, c.req.valid('json')) });
  });
  app.openapi(withBody('put', '/:id', UnitInput, '修改单位'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ id: await saveUnit(ctx, idIn(c), c.req.valid('json')) });
  });
  app.openapi(withBody('post', '/:id/contacts', ContactInput, '新增提醒方式'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ id: await addContact(ctx, idIn(c), c.req.valid('json')) });
  });
  app.delete('/:id/contacts/:contact', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    await dropContact(ctx, idIn(c), idIn(c, 'contact'));
    return c.body(null, 204);
  });
  return app;
}

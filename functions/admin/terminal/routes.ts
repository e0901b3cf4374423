import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { id, text } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { withBody } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { addTerminal, endTerminal, listTerminals } from './change-terminals';

const NewTerminal = z.strictObject({ hallUnitId: id, name: text(1, 40) });

/** Self-service terminals of the halls. */
export function terminalRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => c.json({ items: await listTerminals(staffOf(c)) }));
  app.openapi(withBody('post', '/', NewTerminal, '新的自助终端'), async (c) => {
    const { hallUnitId, name } = c.req.valid('json');
    return c.json(await addTerminal(staffOf(c), hallUnitId, name));
  });
  app.delete('/:id', async (c) => {
    const found = id.safeParse(c.req.param('id'));
    if (!found.success) throw new RuleBroken('address.unknown', {}, 404);
    await endTerminal(staffOf(c), found.data);
    return c.body(null, 204);
  });
  return app;
}

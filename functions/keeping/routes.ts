import { OpenAPIHono } from '@hono/zod-openapi';
import { requireKeeper } from '../admin/require-keeper';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { visibleOrder } from '../order/visible-order';
import { evidencePack } from './evidence/evidence-pack';

/** Retention, export and erasure on request (spec 8). */
export function keepingRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/orders/:number/evidence.zip', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'inspector', 'supervisor');
    const { row } = await visibleOrder(ctx, c.req.param('number'));
    return new Response(await evidencePack(ctx, row), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${row.number}.zip"`,
        'cache-control': 'no-store',
      },
    });
  });
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import { requireKeeper } from '../admin/require-keeper';
import { withQuery } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { visibleOrder } from '../order/visible-order';
import { EventQuery } from './event-query';
import { exportRoots } from './export-roots';
import { findPeople, People } from './find-people';
import { listChain, listEvents } from './list-events';
import { listKinds } from './list-kinds';
import { countPatterns, HitQuery, listPattern, PatternQuery } from './list-pattern';

/** Reading everything, changing nothing: records, who looked at what, and what is worth a look (spec 6, 8). */
export function inspectionRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.use('*', async (c, next) => {
    requireKeeper(staffOf(c), 'inspector', 'supervisor');
    await next();
  });
  app.get('/kinds', async (c) => c.json({ items: await listKinds(staffOf(c).db) }));
  app.openapi(withQuery('/people', People, '找人员'), async (c) =>
    c.json({ items: await findPeople(staffOf(c), c.req.valid('query')) }),
  );
  app.openapi(withQuery('/events', EventQuery, '查记录'), async (c) =>
    c.json(await listEvents(staffOf(c), c.req.valid('query'))),
  );
  app.get('/orders/:number/chain', async (c) => {
    const ctx = staffOf(c);
    const { row } = await visibleOrder(ctx, c.req.param('number'));
    const { number, eventCount, lastEventHash } = row;
    return c.json({
      number,
      length: eventCount,
      lastHash: lastEventHash,
      items: await listChain(ctx, row.id),
    });
  });
  app.openapi(withQuery('/patterns', PatternQuery, '值得一看的情况'), async (c) =>
    c.json(await countPatterns(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withQuery('/patterns/:id', HitQuery, '这种情况的工单'), async (c) =>
    c.json(await listPattern(staffOf(c), c.req.param('id'), c.req.valid('query'))),
  );
  app.get('/roots.csv', async (c) => {
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="daily-roots.csv"');
    c.header('cache-control', 'no-store');
    return c.body(await exportRoots(staffOf(c)));
  });
  return app;
}

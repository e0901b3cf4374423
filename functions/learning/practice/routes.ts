import { OpenAPIHono } from '@hono/zod-openapi';
import { withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { decidePractice, revisePractice } from './change-practice';
import { PracticeQuery, Propose, Revise, Step, StepWithReason } from './contract';
import { listPractices } from './list-practices';
import { proposePractice } from './propose-practice';

/** Good practice: proposed without names, decided by the supervisor, shown to all units (spec 7). */
export function practiceRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/practices', PracticeQuery, '好做法'), async (c) =>
    c.json(await listPractices(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/practices', Propose, '推荐好做法'), async (c) =>
    c.json(await proposePractice(staffOf(c), c.req.valid('json'))),
  );
  app.openapi(withBody('put', '/practices/:id', Revise, '修改好做法'), async (c) => {
    await revisePractice(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json({ saved: true });
  });
  for (const command of ['approve', 'show', 'hide'] as const)
    app.openapi(withBody('post', `/practices/:id/${command}`, Step, '审核好做法'), async (c) => {
      await decidePractice(staffOf(c), idIn(c), command, c.req.valid('json'));
      return c.json({ saved: true });
    });
  for (const command of ['return', 'withdraw'] as const)
    app.openapi(
      withBody('post', `/practices/:id/${command}`, StepWithReason, '退回或撤下好做法'),
      async (c) => {
        await decidePractice(staffOf(c), idIn(c), command, c.req.valid('json'));
        return c.json({ saved: true });
      },
    );
  return app;
}

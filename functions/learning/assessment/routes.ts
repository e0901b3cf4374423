import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { unitsSeen } from '../scope';
import { DecideExclusion, ExclusionQuery, NewRule, ProposeExclusion, YearQuery } from './contract';
import { decideExclusion, listExclusions, proposeExclusion } from './exclusions';
import { freezeYear, viewYear } from './freeze-year';
import { listRules, saveRule } from './rules';

const Freeze = z.strictObject({ year: z.int().min(2020).max(2100) });

/** The yearly assessment: rules in versions, the result line by line, exclusions, the frozen year (spec 7). */
export function assessmentRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/assessment', YearQuery, '年度考核'), async (c) =>
    c.json(await viewYear(staffOf(c), c.req.valid('query').year)),
  );
  app.openapi(withBody('post', '/assessment/freeze', Freeze, '冻结年度考核'), async (c) =>
    c.json(await freezeYear(staffOf(c), c.req.valid('json').year)),
  );
  app.get('/assessment/rules', async (c) => {
    const ctx = staffOf(c);
    unitsSeen(ctx);
    return c.json(await listRules(ctx));
  });
  app.openapi(withBody('post', '/assessment/rules', NewRule, '新的考核规则'), async (c) =>
    c.json(await saveRule(staffOf(c), c.req.valid('json'))),
  );
  app.openapi(withQuery('/assessment/exclusions', ExclusionQuery, '不计入考核的工单'), async (c) =>
    c.json(await listExclusions(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/assessment/exclusions', ProposeExclusion, '申请不计入考核'), async (c) =>
    c.json(await proposeExclusion(staffOf(c), c.req.valid('json'))),
  );
  app.openapi(
    withBody('post', '/assessment/exclusions/:id/decide', DecideExclusion, '决定是否计入考核'),
    async (c) => {
      await decideExclusion(staffOf(c), idIn(c), c.req.valid('json'));
      return c.json({ saved: true });
    },
  );
  return app;
}

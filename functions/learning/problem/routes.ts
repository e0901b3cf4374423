import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { day } from '../../../shared/order/contract/field';
import { withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { seesUnit, unitsSeen } from '../scope';
import { problemCandidates } from './candidates';
import { changeEvidence, editProblem } from './change-problem';
import { confirmMonth, listConfirmations } from './confirm-month';
import {
  ConfirmMonth,
  EditProblem,
  Evidence,
  month,
  OpenProblem,
  ProblemQuery,
  Said,
  SetMeasure,
} from './contract';
import { dropProblem, finishMeasure, judgeMeasure, setMeasure } from './improve';
import { improvementsDone } from './improvements-done';
import { listProblems } from './list-problems';
import { openProblem } from './open-problem';
import { unitPeople } from './unit-people';
import { viewProblem } from './view-problem';

const Months = z.strictObject({ month });
const Days = z.strictObject({ from: day, to: day });

/** The problem list: items, measures, effect, the units' monthly word (spec 7). */
export function problemRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/problems', ProblemQuery, '问题清单'), async (c) =>
    c.json(await listProblems(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/problems', OpenProblem, '列入问题清单'), async (c) =>
    c.json(await openProblem(staffOf(c), c.req.valid('json'))),
  );
  app.get('/problems/candidates', async (c) => c.json(await problemCandidates(staffOf(c))));
  app.get('/problems/:id', async (c) => c.json(await viewProblem(staffOf(c), idIn(c))));
  app.openapi(withBody('put', '/problems/:id', EditProblem, '修改问题'), async (c) => {
    await editProblem(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/evidence', Evidence, '增减依据工单'), async (c) => {
    await changeEvidence(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/measure', SetMeasure, '定措施'), async (c) => {
    await setMeasure(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/finish', Said, '措施已完成'), async (c) => {
    await finishMeasure(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/confirm', Said, '确认有效'), async (c) => {
    await judgeMeasure(staffOf(c), idIn(c), 'confirm', c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/recur', Said, '认定又发生'), async (c) => {
    await judgeMeasure(staffOf(c), idIn(c), 'recur', c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withBody('post', '/problems/:id/drop', Said, '撤销'), async (c) => {
    await dropProblem(staffOf(c), idIn(c), c.req.valid('json'));
    return c.json(await viewProblem(staffOf(c), idIn(c)));
  });
  app.openapi(withQuery('/confirmations', Months, '清单按月确认'), async (c) =>
    c.json(await listConfirmations(staffOf(c), c.req.valid('query').month)),
  );
  app.openapi(withBody('post', '/confirmations', ConfirmMonth, '确认本单位清单'), async (c) => {
    await confirmMonth(staffOf(c), c.req.valid('json'));
    return c.json({ saved: true });
  });
  app.openapi(withQuery('/improvements', Days, '改进完成情况'), async (c) => {
    const ctx = staffOf(c);
    unitsSeen(ctx);
    const found = await improvementsDone(ctx, c.req.valid('query'));
    const items = [...found]
      .filter(([unitId]) => seesUnit(ctx, unitId))
      .map(([unitId, figure]) => ({
        unit: { id: unitId, name: ctx.ref.units.get(unitId)?.name ?? '' },
        ...figure,
      }));
    return c.json({ items });
  });
  app.get('/units/:id/people', async (c) => c.json(await unitPeople(staffOf(c), idIn(c))));
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { sendFile } from '../../report/send-file';
import { month } from '../problem/contract';
import { ReportsQuery, SaveReport } from './contract';
import { getUnitReport } from './get-unit-report';
import { listUnitReports } from './list-unit-reports';
import { saveUnitReport, submitUnitReport } from './save-unit-report';
import { unitReportDocx } from './unit-report-docx';

/** The month in the address; what is no month names nothing: 404. */
function monthIn(c: HonoContext<AppEnv>): string {
  const found = month.safeParse(c.req.param('month'));
  if (!found.success) throw new RuleBroken('address.unknown', {}, 404);
  return found.data;
}

/** The units' monthly summaries: drafted from their figures, completed and submitted by their heads (spec 7). */
export function unitReportRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/unit-reports', ReportsQuery, '单位月报'), async (c) =>
    c.json(await listUnitReports(staffOf(c), c.req.valid('query').month)),
  );
  app.get('/unit-reports/:id/:month', async (c) =>
    c.json(await getUnitReport(staffOf(c), idIn(c), monthIn(c))),
  );
  app.get('/unit-reports/:id/:month/report.docx', async (c) => {
    const { bytes, name } = await unitReportDocx(staffOf(c), idIn(c), monthIn(c));
    return sendFile(bytes, 'docx', name);
  });
  app.openapi(withBody('put', '/unit-reports/:id/:month', SaveReport, '保存月报'), async (c) => {
    await saveUnitReport(staffOf(c), idIn(c), monthIn(c), c.req.valid('json'));
    return c.json(await getUnitReport(staffOf(c), idIn(c), monthIn(c)));
  });
  app.openapi(withBody('post', '/unit-reports/:id/:month/submit', SaveReport, '提交月报'), async (c) => {
    await submitUnitReport(staffOf(c), idIn(c), monthIn(c), c.req.valid('json'));
    return c.json(await getUnitReport(staffOf(c), idIn(c), monthIn(c)));
  });
  return app;
}

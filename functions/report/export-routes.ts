import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { text } from '../../shared/order/contract/field';
import { FigureQuery } from '../figure/filter';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { ProblemQuery } from '../learning/problem/contract';
import { exportDeadLetters } from './export-dead-letters';
import { exportFigureOrders, exportProblems } from './export-lists';
import { sendFile } from './send-file';

const Behind = FigureQuery.extend({
  figure: text(1, 60),
  part: z.enum(['counts', 'of', 'missed']).default('counts'),
});
const download = <P extends string, S extends z.ZodObject>(path: P, query: S, summary: string) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { query },
    responses: { 200: { description: '成功' } },
  });

/** Lists as .xlsx, streamed, marked and recorded (spec 7). */
export function exportRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(download('/figure-orders.xlsx', Behind, '导出统计数字背后的工单'), async (c) => {
    const { figure, part, ...query } = c.req.valid('query');
    const body = await exportFigureOrders(staffOf(c), query, { figure, part });
    return sendFile(body, 'xlsx', '统计数字背后的工单');
  });
  const problems = ProblemQuery.omit({ cursor: true, limit: true });
  app.openapi(download('/problems.xlsx', problems, '导出问题清单'), async (c) =>
    sendFile(await exportProblems(staffOf(c), c.req.valid('query')), 'xlsx', '问题清单'),
  );
  app.openapi(download('/dead-letters.xlsx', z.strictObject({}), '导出没有发出的消息'), async (c) =>
    sendFile(await exportDeadLetters(staffOf(c)), 'xlsx', '没有发出的消息'),
  );
  return app;
}

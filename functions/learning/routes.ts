import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, invalidInput } from '../http/problem';
import { assessmentRoutes } from './assessment/routes';
import { practiceRoutes } from './practice/routes';
import { problemRoutes } from './problem/routes';
import { unitReportRoutes } from './unit-report/routes';

/** Problem lists, improvements, assessment and reports (spec 7). */
export function learningRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.route('/', problemRoutes());
  app.route('/', practiceRoutes());
  app.route('/', assessmentRoutes());
  app.route('/', unitReportRoutes());
  return app;
}

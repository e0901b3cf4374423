import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, invalidInput } from '../http/problem';
import { practiceRoutes } from './practice/routes';
import { problemRoutes } from './problem/routes';

/** Problem lists, improvements, assessment and reports (spec 7). */
export function learningRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.route('/', problemRoutes());
  app.route('/', practiceRoutes());
  return app;
}

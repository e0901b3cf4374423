import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, invalidInput } from '../http/problem';

/** Retention, export and erasure on request (spec 8). */
export function keepingRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  return app;
}

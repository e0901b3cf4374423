import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, invalidInput } from '../http/problem';

/** What the console needs beside the orders: updates, saved views, exports, patterns. */
export function consoleRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  return app;
}

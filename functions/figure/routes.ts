import { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, invalidInput } from '../http/problem';

/** Figures with the definitions of spec 7. */
export function figureRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  return app;
}

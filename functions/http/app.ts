import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { adminRoutes } from '../admin/routes';
import { auditRoutes } from '../audit/routes';
import { calendarRoutes } from '../calendar/routes';
import { catalogueRoutes } from '../catalogue/routes';
import { consoleRoutes } from '../console/routes';
import { pushRoutes } from '../content/routes';
import { deskRoutes } from '../desk/routes';
import { figureRoutes } from '../figure/routes';
import { blobRoutes, fileRoutes } from '../file/routes';
import { reporterRoutes } from '../identity/routes';
import { staffRoutes } from '../identity/staff-routes';
import { inspectionRoutes } from '../inspection/routes';
import { intakeRoutes } from '../intake/routes';
import { keepingRoutes } from '../keeping/routes';
import { learningRoutes } from '../learning/routes';
import { myRoutes } from '../notice/routes';
import type { Deps } from '../order/context';
import { orderRoutes } from '../order/routes';
import { partnerRoutes } from '../partner/routes';
import { reportRoutes } from '../report/routes';
import { docsPage, docsScript } from './docs-page';
import { limitAddress, limitPrincipal, sameSite, withActor } from './guard';
import { type AppEnv, invalidInput, onError, problem } from './problem';

/** Where spreadsheets come in: these routes have a larger bound of their own. */
const sheets = new Set([
  '/api/intake/city/imports',
  '/api/admin/matters/sheet',
  '/api/admin/matters/sheet/preview',
]);

/** What is no page of the reporters': nobody frames it. */
const notForHosts = /^\/(console|docs|api|openapi)/;

/** Who may frame a page is named by its origin: host apps frame the reporters' pages, nobody the console (spec 4, 8). */
const safeHeaders = (frameAncestors: string[]) =>
  secureHeaders({
    xFrameOptions: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", 'data:'],
      imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
      connectSrc: ["'self'", 'https:'],
      frameAncestors,
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
    },
  });

/** Every API of the product, with its guards in front and the one error handler behind. */
export function createApp(deps: Deps, options: { requestsPerMinute?: number } = {}) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.onError(onError);
  app.notFound((c) => problem(c, { status: 404, code: 'http.404', title: '没有这个地址。' }));
  app.use('*', async (c, next) => {
    c.set('deps', deps);
    c.set('requestId', deps.newId());
    await next();
  });
  const forReporters = safeHeaders(["'self'", ...deps.frameAncestors]);
  const forStaff = safeHeaders(["'none'"]);
  app.use('*', (c, next) => (notForHosts.test(c.req.path) ? forStaff : forReporters)(c, next));
  app.route('/api/files', blobRoutes());
  const perMinute = options.requestsPerMinute ?? 1200;
  app.use('/api/*', limitAddress(perMinute));
  const small = bodyLimit({
    maxSize: 1024 * 1024,
    onError: () => {
      throw new HTTPException(413);
    },
  });
  app.use('/api/*', (c, next) => (sheets.has(c.req.path) ? next() : small(c, next)));
  app.use('/api/*', sameSite);
  app.use('/api/*', withActor);
  app.use('/api/*', limitPrincipal(perMinute));
  app.get('/api/health', async (c) => {
    await deps.db.execute('select 1');
    return c.json({ ok: true });
  });
  app.route('/api/public', catalogueRoutes());
  app.route('/api/reporter', reporterRoutes());
  app.route('/api/staff', staffRoutes());
  app.route('/api/files', fileRoutes());
  app.route('/api/push', pushRoutes());
  app.route('/api/my', myRoutes());
  app.route('/api/desk', deskRoutes());
  app.route('/api/intake', intakeRoutes());
  app.route('/api/partner', partnerRoutes());
  app.route('/api/audit', auditRoutes());
  app.route('/api/inspection', inspectionRoutes());
  app.route('/api/calendar', calendarRoutes());
  app.route('/api/admin', adminRoutes());
  app.route('/api/figures', figureRoutes());
  app.route('/api/learning', learningRoutes());
  app.route('/api/reports', reportRoutes());
  app.route('/api/keeping', keepingRoutes());
  app.route('/api/console', consoleRoutes());
  app.route('/api', orderRoutes());
  const about = { openapi: '3.1.0', info: { title: '“办不成事”反映窗口 API', version: '1' } };
  app.doc31('/openapi.json', about);
  app.doc31('/api/openapi.json', about);
  app.get('/docs', (c) => c.html(docsPage));
  app.get('/docs.js', (c) => c.body(docsScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  return app;
}

export type App = ReturnType<typeof createApp>;

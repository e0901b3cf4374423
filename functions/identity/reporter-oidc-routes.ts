import { OpenAPIHono } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { AppEnv } from '../http/problem';
import { beginReporterOidc, finishReporterOidc } from './reporter-oidc';

const attemptCookie = 'window_reporter_oidc';
const attemptPath = '/api/reporter/oidc';
const attemptSeconds = 600;
/** The reporter's first page as 一网通办 opens it. */
const door = '/?channel=ywtb';

/** 一网通办's door: away to its identity provider, and back into the reporter's page; without proof one signs in by phone. */
export function reporterOidcRoutes() {
  const app = new OpenAPIHono<AppEnv>();
  app.get('/', async (c) => {
    const deps = c.get('deps');
    const begun = await beginReporterOidc(deps).catch((error: unknown) => {
      if (error instanceof RuleBroken && error.status !== 404) return null;
      throw error;
    });
    if (!begun) return c.redirect(door);
    // Lax, for the way back begins at the issuer.
    setCookie(c, attemptCookie, begun.kept, {
      httpOnly: true,
      sameSite: 'Lax',
      path: attemptPath,
      secure: deps.publicUrl.startsWith('https:'),
      maxAge: attemptSeconds,
    });
    return c.redirect(begun.url);
  });
  app.get('/callback', async (c) => {
    const kept = getCookie(c, attemptCookie);
    deleteCookie(c, attemptCookie, { path: attemptPath });
    try {
      const ticket = await finishReporterOidc(c.get('deps'), kept, new URL(c.req.url).search);
      return c.redirect(`${door}&ticket=${encodeURIComponent(ticket)}`);
    } catch (error) {
      if (error instanceof RuleBroken) return c.redirect(door);
      throw error;
    }
  });
  return app;
}

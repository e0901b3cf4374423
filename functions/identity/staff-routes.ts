import { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { roles } from '../../shared/order/vocabulary';
import { staff } from '../db/schema';
import { addressOf } from '../http/address-of';
import { withBody } from '../http/define';
import { callerOf, idIn, sessionCookie } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { deviceName } from './device-name';
import { beginStaffOidc, finishStaffOidc } from './staff-oidc';
import { changePassword } from './staff-password';
import { endSessions, listSessions, signInStaff, signOutStaff } from './staff-session';
import { beginTotp, confirmTotp } from './staff-totp';

const code = z.string().regex(/^\d{6}$/, '请填写 6 位数字');
const password = z.string().min(1).max(200);
const SignIn = z.strictObject({ username: text(1, 60), password, totp: code.optional() });
const Change = z.strictObject({ password, next: z.string().min(10, '新密码至少 10 位').max(200) });
const Begin = z.strictObject({ password, totp: code.optional() });
const Confirm = z.strictObject({ code });
const attemptCookie = 'window_oidc';
const attemptPath = '/api/staff/oidc';
const attemptSeconds = 600;
const sessionSeconds = 12 * 3600;

const whenceOf = (c: HonoContext<AppEnv>) => ({
  device: deviceName(c.req.header('user-agent')),
  address: addressOf(c),
});
const isSecure = (c: HonoContext<AppEnv>) => c.get('deps').publicUrl.startsWith('https:');
const sessionOf = (c: HonoContext<AppEnv>, token: string) =>
  setCookie(c, sessionCookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api',
    secure: isSecure(c),
    maxAge: sessionSeconds,
  });

/** The two steps of a government account: away to its issuer, and back. */
function oidcRoutes() {
  const app = new OpenAPIHono<AppEnv>();
  app.get('/', async (c) => {
    const begun = await beginStaffOidc(c.get('deps')).catch((error: unknown) => {
      if (error instanceof RuleBroken && error.status !== 404) return error.code;
      throw error;
    });
    if (typeof begun === 'string') return c.redirect(`/console/?refused=${begun}`);
    const { url, kept } = begun;
    // Lax, for the way back begins at the issuer.
    setCookie(c, attemptCookie, kept, {
      httpOnly: true,
      sameSite: 'Lax',
      path: attemptPath,
      secure: isSecure(c),
      maxAge: attemptSeconds,
    });
    return c.redirect(url);
  });
  app.get('/callback', async (c) => {
    const kept = getCookie(c, attemptCookie);
    deleteCookie(c, attemptCookie, { path: attemptPath });
    try {
      const { token } = await finishStaffOidc(c.get('deps'), kept, new URL(c.req.url).search, whenceOf(c));
      sessionOf(c, token);
      return c.redirect('/console/');
    } catch (error) {
      if (error instanceof RuleBroken) return c.redirect(`/console/?refused=${error.code}`);
      throw error;
    }
  });
  return app;
}

/** What a person does with the own account: sessions, password, one-time codes. */
function accountRoutes(app: OpenAPIHono<AppEnv>) {
  app.get('/sessions', async (c) => {
    const ctx = callerOf(c);
    return c.json({ items: await listSessions(ctx, ctx.actor.id, ctx.session.id) });
  });
  app.delete('/sessions/others', async (c) => {
    const ctx = callerOf(c);
    return c.json({ ended: await endSessions(ctx, ctx.actor.id, { keep: ctx.session.id }) });
  });
  app.delete('/sessions/:id', async (c) => {
    const ctx = callerOf(c);
    return c.json({ ended: await endSessions(ctx, ctx.actor.id, { id: idIn(c) }) });
  });
  app.openapi(withBody('post', '/password', Change, '修改自己的密码'), async (c) => {
    const { password: current, next } = c.req.valid('json');
    await changePassword(callerOf(c), current, next);
    return c.json({ saved: true });
  });
  app.openapi(withBody('post', '/totp', Begin, '设置动态验证码'), async (c) => {
    const { password: current, totp } = c.req.valid('json');
    c.header('cache-control', 'no-store');
    return c.json(await beginTotp(callerOf(c), current, totp));
  });
  app.openapi(withBody('put', '/totp', Confirm, '启用动态验证码'), async (c) => {
    await confirmTotp(callerOf(c), c.req.valid('json').code);
    return c.json({ saved: true });
  });
}

/** Staff sign in by password or government account; the session is a cookie no script can read (spec 6). */
export function staffRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/doors', (c) => c.json({ oidc: c.get('deps').oidc?.name ?? null }));
  app.openapi(withBody('post', '/sessions', SignIn, '工作人员登录'), async (c) => {
    const signedIn = await signInStaff(c.get('deps'), c.req.valid('json'), whenceOf(c));
    sessionOf(c, signedIn.token);
    return c.json({ staff: signedIn.staff });
  });
  app.delete('/sessions', async (c) => {
    const token = getCookie(c, sessionCookie);
    if (token) await signOutStaff(c.get('deps'), token);
    deleteCookie(c, sessionCookie, { path: '/api' });
    return c.body(null, 204);
  });
  app.route('/oidc', oidcRoutes());
  accountRoutes(app);
  app.get('/me', async (c) => {
    const ctx = callerOf(c);
    const [row] = await ctx.db.select().from(staff).where(eq(staff.id, ctx.actor.id));
    const held = ctx.actor.roles.map(({ role, unitId }) => {
      const unit = ctx.ref.units.get(unitId);
      return {
        role,
        roleWord: roles[role],
        unit: unit ? { id: unit.id, name: unit.name, phone: unit.phone, kind: unit.kind } : null,
      };
    });
    return c.json({
      staff: row ? { id: row.id, name: row.name, username: row.username } : null,
      roles: held,
      demonstration: !ctx.production,
      means: ctx.session.means,
      first: ctx.session.first,
      totp: row?.totpSecret != null,
    });
  });
  return app;
}

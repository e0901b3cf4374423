import { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { phone } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { toIso } from '../../shared/sla/instant';
import { reporter, reporterToken } from '../db/schema';
import { addressOf } from '../http/address-of';
import { withBody } from '../http/define';
import { reporterOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { eraseReporter } from '../keeping/erase/erase-reporter';
import { exportReporter } from '../keeping/erase/export-reporter';
import { joinAccount } from '../order/join-account';
import { Lookup } from '../order/lookup';
import { hashSecret } from '../order/query-code';
import { countAttempt, requireFew } from './attempts';
import { endReporterSessions } from './end-reporter-sessions';
import { provedPhone } from './platform-phone';
import { signInByAlipay, signInByTicket, signInByWechat } from './platform-session';
import { presentReporter, tiePhone } from './reporter-account';
import { reporterOidcRoutes } from './reporter-oidc-routes';
import { sendSmsCode, signInBySms, tiePhoneBySms } from './reporter-session';

const SmsCode = z.strictObject({ phone });
const code = z.string().regex(/^\d{6}$/, '请填写 6 位验证码');
const Session = z.strictObject({ phone, code });
const PlatformCode = z.strictObject({ code: z.string().min(1).max(200) });
const Ticket = z.strictObject({ ticket: z.string().min(20).max(4000) });
/** By a platform's proof, or by an SMS code. */
const Phone = z.union([
  z.strictObject({ phone, code }),
  z.strictObject({ code: z.string().min(1).max(200) }),
  z.strictObject({ encrypted: z.string().min(1).max(2000), sign: z.string().min(1).max(1000) }),
]);
const spoken = <T extends { expiresAt: number }>(session: T) => ({
  ...session,
  expiresAt: toIso(session.expiresAt),
});
/** The account of who is signed in; a token of one order alone has none. */
function accountOf(ctx: ReturnType<typeof reporterOf>): string {
  if (!ctx.actor.accountId) throw new RuleBroken('order.forbidden', {}, 403);
  return ctx.actor.accountId;
}
const open = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });

/** A reporter signs in by phone and code, and sees the account. */
export function reporterRoutes() {
  const app = open();
  app.openapi(withBody('post', '/sms-codes', SmsCode, '获取验证码'), async (c) => {
    const deps = c.get('deps');
    const from = `sms-from:${hashSecret(addressOf(c))}`;
    await requireFew(deps, from, 60, 3_600_000, 'sms.too-often');
    await sendSmsCode(deps, c.req.valid('json').phone);
    await countAttempt(deps, from);
    return c.body(null, 204) as never;
  });
  app.openapi(withBody('post', '/sessions', Session, '手机号登录'), async (c) => {
    const { phone: typed, code } = c.req.valid('json');
    const session = await signInBySms(c.get('deps'), typed, code);
    return c.json(spoken(session));
  });
  app.openapi(withBody('post', '/sessions/wechat', PlatformCode, '微信登录'), async (c) =>
    c.json(spoken(await signInByWechat(c.get('deps'), c.req.valid('json').code))),
  );
  app.openapi(withBody('post', '/sessions/alipay', PlatformCode, '支付宝登录'), async (c) =>
    c.json(spoken(await signInByAlipay(c.get('deps'), c.req.valid('json').code))),
  );
  app.openapi(withBody('post', '/sessions/ticket', Ticket, '随申办、企业云登录'), async (c) =>
    c.json(spoken(await signInByTicket(c.get('deps'), c.req.valid('json').ticket))),
  );
  app.route('/oidc', reporterOidcRoutes());
  app.openapi(withBody('post', '/phone', Phone, '绑定手机号'), async (c) => {
    const ctx = reporterOf(c);
    const id = accountOf(ctx);
    const proof = c.req.valid('json');
    if ('phone' in proof) return c.json(await tiePhoneBySms(ctx, id, proof.phone, proof.code));
    const proven = await provedPhone(ctx, proof);
    return c.json(await ctx.db.transaction((tx) => tiePhone(tx, ctx, id, proven)));
  });
  app.get('/me', async (c) => {
    const ctx = reporterOf(c);
    const id = ctx.actor.accountId;
    const [row] = id ? await ctx.db.select().from(reporter).where(eq(reporter.id, id)) : [];
    return c.json(row ? presentReporter(ctx, row) : { id: null, kind: 'person', name: null, phone: null });
  });
  app.openapi(withBody('post', '/orders', Lookup, '凭编号和查询码把诉求加入账号'), async (c) => {
    const ctx = reporterOf(c);
    const claim = { ...c.req.valid('json'), accountId: accountOf(ctx), address: addressOf(c) };
    await joinAccount(ctx, claim);
    return c.body(null, 204) as never;
  });
  app.get('/export', async (c) => {
    const ctx = reporterOf(c);
    c.header('cache-control', 'no-store');
    return c.json(await exportReporter(ctx, accountOf(ctx)));
  });
  app.openapi(withBody('post', '/erasure', z.strictObject({}), '删除个人信息'), async (c) => {
    const ctx = reporterOf(c);
    return c.json(await eraseReporter(ctx, accountOf(ctx)));
  });
  app.delete('/sessions/all', async (c) => {
    const ctx = reporterOf(c);
    await endReporterSessions(ctx, accountOf(ctx));
    return c.body(null, 204);
  });
  app.delete('/sessions', async (c) => {
    const ctx = reporterOf(c);
    const token = c.req.header('authorization')?.slice(7) ?? '';
    await ctx.db
      .update(reporterToken)
      .set({ revokedAt: ctx.now() })
      .where(eq(reporterToken.tokenHash, hashSecret(token)));
    return c.body(null, 204);
  });
  return app;
}

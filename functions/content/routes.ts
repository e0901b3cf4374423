import { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import type { Context as HonoContext } from 'hono';
import { RuleBroken } from '../../shared/order/rule-broken';
import { contentCheck } from '../db/schema';
import type { AppEnv } from '../http/problem';
import { IdentityRefused } from '../identity/platform/identity-refused';
import {
  answerWechatEcho,
  readWechatMediaPush,
  type WechatPushSettings,
} from '../identity/platform/wechat-push';

const queryOf = (c: HonoContext<AppEnv>) => {
  const { timestamp = '', nonce = '', signature = '', msg_signature = '', echostr = '' } = c.req.query();
  return { timestamp, nonce, signature, msg_signature, echostr };
};

function believed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof IdentityRefused) throw new RuleBroken('push.not-believed', {}, 403);
    throw error;
  }
}

function settingsOf(c: HonoContext<AppEnv>): WechatPushSettings {
  const { push } = c.get('deps').platforms;
  if (!push) throw new RuleBroken('push.not-believed', {}, 403);
  return push;
}

/** Where WeChat verifies the address and pushes its verdicts on pictures (mediaCheckAsync). */
export function pushRoutes() {
  const app = new OpenAPIHono<AppEnv>();
  app.get('/wechat', (c) => c.text(believed(() => answerWechatEcho(settingsOf(c), queryOf(c)))));
  app.post('/wechat', async (c) => {
    const settings = settingsOf(c);
    const body: unknown = await c.req.json().catch(() => null);
    const verdict = believed(() => readWechatMediaPush(settings, queryOf(c), body));
    if (verdict) {
      const { db } = c.get('deps');
      await db
        .update(contentCheck)
        .set({ state: verdict.suggest === 'pass' ? 'passed' : 'flagged', label: verdict.label ?? null })
        .where(and(eq(contentCheck.traceId, verdict.traceId), eq(contentCheck.channel, 'wechat')));
    }
    return c.text('success');
  });
  return app;
}

import * as z from 'zod';
import type { Instant } from '../../../shared/sla/instant';
import { callJson } from '../call';
import type { TokenStore } from '../provider';
import { wechatError } from './wechat-error';

export interface WechatApp {
  appId: string;
  secret: string;
  tokens: TokenStore;
  now: () => Instant;
  /** `https://api.weixin.qq.com` unless told. */
  baseUrl?: string;
  timeoutMs?: number;
  ca?: string;
}

const TokenAnswer = z.object({
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
  errcode: z.number().optional(),
});

/** Renewed this long before its end: WeChat keeps the old and the new one valid together for five minutes. */
const marginMs = 4 * 60_000;

export const baseUrlOf = (app: WechatApp) => app.baseUrl ?? 'https://api.weixin.qq.com';

/**
 * The stable access token, fetched once for all instances (getStableAccessToken). `refused` is a token WeChat has just
 * turned down: another instance's newer one is taken if there is one, otherwise a new one is demanded.
 */
export async function wechatAccessToken(app: WechatApp, refused?: string): Promise<string> {
  const key = `wechat:${app.appId}:access-token`;
  const kept = async () => {
    const found = await app.tokens.get(key);
    return found && found.expiresAt > app.now() && found.value !== refused ? found.value : undefined;
  };
  const renew = async () => {
    const known = await kept();
    if (known) return known;
    const fresh = await fetchToken(app, refused);
    await app.tokens.put(key, fresh.value, fresh.expiresAt);
    return fresh.value;
  };
  return (await kept()) ?? (app.tokens.lock ? app.tokens.lock(key, renew) : renew());
}

async function fetchToken(app: WechatApp, refused?: string) {
  const usual = await requestToken(app, false);
  // Forcing is limited to 20 a day, so only when WeChat still hands out the one it turned down.
  return usual.value === refused ? requestToken(app, true) : usual;
}

async function requestToken(app: WechatApp, force: boolean) {
  const body = {
    grant_type: 'client_credential',
    appid: app.appId,
    secret: app.secret,
    force_refresh: force,
  };
  const answer = await callJson(
    { url: `${baseUrlOf(app)}/cgi-bin/stable_token`, body, timeoutMs: app.timeoutMs, ca: app.ca },
    TokenAnswer,
  );
  if (!answer.access_token || !answer.expires_in) throw wechatError(answer.errcode ?? -1);
  const lifeMs = answer.expires_in * 1000;
  return { value: answer.access_token, expiresAt: app.now() + Math.max(lifeMs - marginMs, lifeMs / 2) };
}

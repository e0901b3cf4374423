import * as z from 'zod';
import { callJson } from '../../provider/call';
import { baseUrlOf, type WechatApp } from '../../provider/wechat/access-token';
import { callWechat } from '../../provider/wechat/call-wechat';
import { wechatError } from '../../provider/wechat/wechat-error';

export interface WechatUser {
  openid: string;
  unionid?: string;
}

const SessionAnswer = z.object({
  openid: z.string().min(1).optional(),
  unionid: z.string().optional(),
  errcode: z.number().default(0),
});

/**
 * Who a `wx.login` code belongs to (code2Session; a code serves once, for five minutes). The session key is not
 * kept: nothing here decrypts with it. Throws ProviderError, `rejected` for a code that is used up or wrong.
 */
export async function wechatUser(app: WechatApp, code: string): Promise<WechatUser> {
  const query = new URLSearchParams({
    appid: app.appId,
    secret: app.secret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const answer = await callJson(
    { url: `${baseUrlOf(app)}/sns/jscode2session?${query}`, timeoutMs: app.timeoutMs, ca: app.ca },
    SessionAnswer,
  );
  if (answer.errcode !== 0 || !answer.openid) throw wechatError(answer.errcode || -1);
  return { openid: answer.openid, ...(answer.unionid && { unionid: answer.unionid }) };
}

const PhoneAnswer = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    countryCode: z.coerce.string(),
    watermark: z.object({ appid: z.string() }),
  }),
});

/**
 * The phone behind a `getPhoneNumber` code (used once, within five minutes), without the country's prefix.
 * Throws ProviderError; `rejected` also for an answer meant for another app.
 */
export async function wechatPhone(
  app: WechatApp,
  code: string,
): Promise<{ phone: string; countryCode: string }> {
  const { phone_info } = await callWechat(app, '/wxa/business/getuserphonenumber', { code }, PhoneAnswer);
  if (phone_info.watermark.appid !== app.appId) throw wechatError(40013);
  return { phone: phone_info.purePhoneNumber, countryCode: phone_info.countryCode };
}

import * as z from 'zod';
import { callJson } from '../call';
import { baseUrlOf, type WechatApp, wechatAccessToken } from './access-token';
import { tokenRefused, wechatError } from './wechat-error';

const Outcome = z.looseObject({ errcode: z.number().default(0) });

/**
 * Posts to a WeChat server API that needs the access token; a token turned down (40001, 42001) is renewed and the call
 * repeated once. Throws ProviderError for any errcode but 0.
 */
export async function callWechat<T>(
  app: WechatApp,
  path: string,
  body: object,
  shape: z.ZodType<T>,
): Promise<T> {
  const post = (token: string) =>
    callJson(
      {
        url: `${baseUrlOf(app)}${path}?access_token=${encodeURIComponent(token)}`,
        body,
        timeoutMs: app.timeoutMs,
        ca: app.ca,
      },
      Outcome,
    );
  const token = await wechatAccessToken(app);
  let answer = await post(token);
  if (tokenRefused(answer.errcode)) answer = await post(await wechatAccessToken(app, token));
  if (answer.errcode !== 0) throw wechatError(answer.errcode);
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw wechatError(-1);
  return parsed.data;
}

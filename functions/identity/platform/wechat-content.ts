import * as z from 'zod';
import type { WechatApp } from '../../provider/wechat/access-token';
import { callWechat } from '../../provider/wechat/call-wechat';
import type { ContentVerdict } from './content-verdict';

/** 1 profile, 2 comment, 3 forum, 4 social log. A report is nearest to a comment. */
const scene = 2;
const longestText = 2500;

const TextAnswer = z.object({
  trace_id: z.string().optional(),
  result: z.object({
    suggest: z.enum(['pass', 'review', 'risky']),
    label: z.union([z.number(), z.string()]).optional(),
  }),
});

const gravity = { pass: 0, review: 1, risky: 2 };

/**
 * Checks a text (msgSecCheck version 2); a longer one goes in pieces of 2500 characters and the gravest verdict counts.
 * The user must have opened the mini-program within two hours, otherwise 61010. Throws ProviderError.
 */
export async function checkWechatText(app: WechatApp, openid: string, text: string): Promise<ContentVerdict> {
  let gravest: ContentVerdict = { suggest: 'pass' };
  for (let from = 0; from === 0 || from < text.length; from += longestText) {
    const content = text.slice(from, from + longestText);
    const answer = await callWechat(
      app,
      '/wxa/msg_sec_check',
      { version: 2, scene, openid, content },
      TextAnswer,
    );
    const { suggest, label } = answer.result;
    if (from === 0 || gravity[suggest] > gravity[gravest.suggest])
      gravest = { suggest, label: label === undefined ? undefined : String(label), traceId: answer.trace_id };
  }
  return gravest;
}

/**
 * Asks for a picture to be checked (mediaCheckAsync version 2); WeChat fetches the address within half an hour and
 * pushes the verdict with the same trace id. Throws ProviderError.
 */
export async function requestWechatMediaCheck(
  app: WechatApp,
  openid: string,
  mediaUrl: string,
): Promise<{ traceId: string }> {
  const answer = await callWechat(
    app,
    '/wxa/media_check_async',
    { version: 2, scene, openid, media_type: 2, media_url: mediaUrl },
    z.object({ trace_id: z.string().min(1) }),
  );
  return { traceId: answer.trace_id };
}

import * as z from 'zod';
import { type AlipayApp, callAlipay } from '../../provider/alipay/alipay-gateway';
import type { ContentVerdict } from './content-verdict';

const TokenAnswer = z
  .object({ userId: z.string().optional(), openId: z.string().optional() })
  .refine(({ userId, openId }) => userId || openId);

/**
 * Who a `my.getAuthCode` code belongs to (alipay.system.oauth.token): a user id (2088…) or, for newer apps, an open id.
 * The access token is not kept. Throws ProviderError, `rejected` for a code that is used up or wrong.
 */
export async function alipayUser(
  app: AlipayApp,
  code: string,
): Promise<{ id: string; kind: 'user-id' | 'open-id' }> {
  const answer = await callAlipay(
    app,
    { method: 'alipay.system.oauth.token', params: { grantType: 'authorization_code', code } },
    TokenAnswer,
  );
  return answer.openId
    ? { id: answer.openId, kind: 'open-id' }
    : { id: answer.userId ?? '', kind: 'user-id' };
}

const ContentAnswer = z.object({
  action: z.string(),
  uniqueId: z.string().optional(),
  keywords: z.array(z.string()).optional(),
});

/** Checks a text (alipay.security.risk.content.detect); an action that is not known is for staff to look at. */
export async function checkAlipayText(app: AlipayApp, text: string): Promise<ContentVerdict> {
  // The interface asks for a text without quotes or control characters.
  const content = text.replace(/["\\\p{Cc}]/gu, ' ');
  const answer = await callAlipay(
    app,
    { method: 'alipay.security.risk.content.detect', bizContent: { content } },
    ContentAnswer,
  );
  const suggest = ({ PASSED: 'pass', REJECTED: 'risky' } as const)[answer.action] ?? 'review';
  return { suggest, traceId: answer.uniqueId };
}

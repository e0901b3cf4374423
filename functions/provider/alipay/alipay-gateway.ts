import type * as z from 'zod';
import { codeOf, messageOf, withinDeadline } from '../network-error';
import { ProviderError } from '../provider-error';
import { alipayError } from './alipay-error';

export interface AlipayApp {
  appId: string;
  /** PEM, or the bare base64 the open platform's key tool writes. */
  privateKey: string;
  keyType?: 'PKCS1' | 'PKCS8';
  alipayPublicKey: string;
  /** The AES key of "接口内容加密方式"; only for the phone number. */
  encryptKey?: string;
  /** `https://openapi.alipay.com/gateway.do` unless told. */
  gateway?: string;
  timeoutMs?: number;
}

export interface AlipayCall {
  method: string;
  bizContent?: Record<string, unknown>;
  /** Parameters beside `biz_content`, as `grant_type` of the token call. */
  params?: Record<string, string>;
}

/** One signed call of the Alipay gateway whose answer's signature is checked; throws ProviderError. */
export async function callAlipay<T>(app: AlipayApp, request: AlipayCall, shape: z.ZodType<T>): Promise<T> {
  // The SDK takes a quarter of a second to load: only for those who call.
  const { alipaySdk } = await import('./checked-sdk');
  const sdk = alipaySdk(app);
  const content = { ...request.params, ...(request.bizContent && { bizContent: request.bizContent }) };
  const answer = await withinDeadline(
    (app.timeoutMs ?? 8000) + 500,
    () => sdk.exec(request.method, content, { validateSign: true }),
    classify,
  );
  if (answer.code && answer.code !== '10000') throw alipayError(answer.code, subCodeOf(answer));
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new ProviderError('unavailable', { providerCode: 'unreadable_answer' });
  return parsed.data;
}

function subCodeOf(answer: Record<string, unknown>): string | undefined {
  return typeof answer.subCode === 'string' ? answer.subCode : undefined;
}

/** The SDK tells its failures by message alone. */
function classify(problem: unknown): ProviderError | undefined {
  const message = messageOf(problem);
  if (/timeout/i.test(message)) return new ProviderError('timeout');
  const status = /status: (\d{3})/.exec(message)?.[1];
  if (status) return new ProviderError('unavailable', { providerCode: `http_${status}` });
  if (message.startsWith('验签失败'))
    return new ProviderError('unavailable', { providerCode: 'answer_forged' });
  if (/^ERR_(OSSL|CRYPTO)/.test(codeOf(problem) ?? '') || /DECODER|PEM|asn1/i.test(message))
    return new ProviderError('misconfigured', { providerCode: 'alipay_key' });
  return undefined;
}

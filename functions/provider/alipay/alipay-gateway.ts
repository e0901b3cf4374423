import { AlipaySdk, type AlipaySdkConfig } from 'alipay-sdk';
import * as z from 'zod';
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

const ErrorAnswer = z.object({
  error_response: z.object({ code: z.coerce.string(), sub_code: z.string().optional() }),
});

/** The gateway may leave an error unsigned; it is then told as an error, and anything else unsigned is refused. */
class CheckedSdk extends AlipaySdk {
  override checkResponseSign(raw: string, key: string, sign: string | undefined, traceId: string): void {
    const failed = ErrorAnswer.safeParse(JSON.parse(raw));
    if (failed.success)
      throw alipayError(failed.data.error_response.code, failed.data.error_response.sub_code);
    if (!sign) throw new ProviderError('unavailable', { providerCode: 'answer_unsigned' });
    super.checkResponseSign(raw, key, sign, traceId);
  }
}

const sdkConfig = (app: AlipayApp): AlipaySdkConfig => ({
  appId: app.appId,
  privateKey: app.privateKey,
  keyType: app.keyType ?? (app.privateKey.includes('RSA PRIVATE') ? 'PKCS1' : 'PKCS8'),
  alipayPublicKey: app.alipayPublicKey,
  timeout: app.timeoutMs ?? 8000,
  ...(app.gateway && { gateway: app.gateway }),
  ...(app.encryptKey && { encryptKey: app.encryptKey }),
});

/** The official SDK with this app's keys; `misconfigured` when a key cannot be read. */
export function alipaySdk(app: AlipayApp): AlipaySdk {
  try {
    return new CheckedSdk(sdkConfig(app));
  } catch {
    throw new ProviderError('misconfigured', { providerCode: 'alipay_key' });
  }
}

export interface AlipayCall {
  method: string;
  bizContent?: Record<string, unknown>;
  /** Parameters beside `biz_content`, as `grant_type` of the token call. */
  params?: Record<string, string>;
}

/** One signed call of the Alipay gateway whose answer's signature is checked; throws ProviderError. */
export async function callAlipay<T>(app: AlipayApp, request: AlipayCall, shape: z.ZodType<T>): Promise<T> {
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

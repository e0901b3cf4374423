import { AlipaySdk, type AlipaySdkConfig } from 'alipay-sdk';
import * as z from 'zod';
import { ProviderError } from '../provider-error';
import { alipayError } from './alipay-error';
import type { AlipayApp } from './alipay-gateway';

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
});

/** The official SDK with this app's keys; `misconfigured` when the settings make no client. */
export function alipaySdk(app: AlipayApp): AlipaySdk {
  try {
    return new CheckedSdk(sdkConfig(app));
  } catch {
    throw new ProviderError('misconfigured', { providerCode: 'alipay_key' });
  }
}

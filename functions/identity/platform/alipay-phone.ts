import { createDecipheriv, createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import { alipayError } from '../../provider/alipay/alipay-error';
import type { AlipayApp } from '../../provider/alipay/alipay-gateway';
import { ProviderError } from '../../provider/provider-error';
import { IdentityRefused } from './identity-refused';

const PhoneEnvelope = z.object({ response: z.string().min(1), sign: z.string().min(1) });
const PhoneAnswer = z.object({
  code: z.string(),
  mobile: z.string().optional(),
  subCode: z.string().optional(),
});

/**
 * The phone in what `my.getPhoneNumber` gave the mini-program (the whole `response` text): signature by Alipay (RSA2
 * over the quoted cipher text), then AES-128-CBC with the app's key and a zero vector. Throws IdentityRefused when it
 * is not from Alipay for this app, ProviderError when Alipay itself reports a failure.
 */
export function alipayPhone(app: AlipayApp, answer: string): { phone: string } {
  if (!app.encryptKey) throw new ProviderError('misconfigured', { providerCode: 'alipay_encrypt_key' });
  const envelope = PhoneEnvelope.safeParse(jsonOf(answer));
  if (!envelope.success) throw new IdentityRefused('identity.malformed');
  const { response, sign } = envelope.data;
  const signature = Buffer.from(sign, 'base64');
  if (!verify('RSA-SHA256', Buffer.from(`"${response}"`), publicKey(app.alipayPublicKey), signature))
    throw new IdentityRefused('identity.signature_invalid');
  const opened = PhoneAnswer.safeParse(jsonOf(decrypt(app.encryptKey, response)));
  if (!opened.success) throw new IdentityRefused('identity.malformed');
  const { code, mobile, subCode } = opened.data;
  if (code !== '10000' || !mobile) throw alipayError(code, subCode);
  return { phone: mobile };
}

function publicKey(text: string): KeyObject {
  try {
    const der = text.replace(/-----[^-]+-----|\s/g, '');
    return createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
  } catch {
    throw new ProviderError('misconfigured', { providerCode: 'alipay_key' });
  }
}

function decrypt(key: string, sealed: string): string {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(key, 'base64'), Buffer.alloc(16));
    return decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
  } catch {
    throw new IdentityRefused('identity.malformed');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new IdentityRefused('identity.malformed');
  }
}

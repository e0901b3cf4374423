import { ProviderError, type ProviderErrorKind } from '../provider-error';

/** WeChat's global return codes, as far as the calls of this product can meet them. */
const kinds: Record<number, ProviderErrorKind> = {
  [-1]: 'unavailable',
  40001: 'misconfigured',
  40003: 'bad-recipient',
  40013: 'misconfigured',
  40014: 'misconfigured',
  40029: 'rejected',
  40037: 'misconfigured',
  40125: 'misconfigured',
  40163: 'rejected',
  40164: 'misconfigured',
  40226: 'rejected',
  41030: 'misconfigured',
  42001: 'misconfigured',
  43101: 'refused-by-user',
  43107: 'misconfigured',
  43108: 'throttled',
  43116: 'misconfigured',
  44990: 'throttled',
  44991: 'throttled',
  45009: 'throttled',
  45011: 'throttled',
  47003: 'rejected',
  48001: 'misconfigured',
  61010: 'rejected',
};

/** Codes that mean "this access token is no good". */
export const tokenRefused = (errcode: number) => [40001, 40014, 42001].includes(errcode);

const minuteMs = 60_000;

/** 45009 is a quota of the day or of the minute: waiting ten minutes serves both. */
export function wechatError(errcode: number): ProviderError {
  return new ProviderError(kinds[errcode] ?? 'rejected', {
    providerCode: errcode,
    retryAfterMs: errcode === 45009 ? 10 * minuteMs : errcode === 45011 ? minuteMs : undefined,
  });
}

import { ProviderError, type ProviderErrorKind } from '../provider-error';

/** Codes of the short message service (help.aliyun.com/document_detail/101346.html). */
const kinds: [RegExp, ProviderErrorKind][] = [
  [/^isv\.BUSINESS_LIMIT_CONTROL$|^Throttling/, 'throttled'],
  [/^isv\.(DAY|MONTH)_LIMIT_CONTROL$/, 'throttled'],
  [/^isv\.(MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT|DOMESTIC_NUMBER_NOT_SUPPORTED)$/, 'bad-recipient'],
  [/^isv\.(BLACK_KEY_CONTROL_LIMIT|BLACK_LIST|USER_BLACK_LIST)/, 'refused-by-user'],
  [
    /^isv\.(PARAM_LENGTH_LIMIT|PARAM_NOT_SUPPORT_URL|INVALID_JSON_PARAM|TEMPLATE_MISSING_PARAMETERS)$/,
    'rejected',
  ],
  [
    /^isv\.(SMS_CONTENT|TEMPLATE_PARAMS|INVALID_PARAMETERS|SMS_CONTENT_ILLEGAL|SMS_CONTENT_MISMATCH)/,
    'rejected',
  ],
  [/^(isp\.SYSTEM_ERROR|ServiceUnavailable|InternalError)/, 'unavailable'],
  [
    /^isv\.(OUT_OF_SERVICE|AMOUNT_NOT_ENOUGH|PRODUCT_|ACCOUNT_|SMS_SIGN|SMS_TEMPLATE|SIGN_|DENY_IP)/,
    'misconfigured',
  ],
  [
    /^(isp\.RAM_PERMISSION_DENY|InvalidAccessKeyId|SignatureDoesNotMatch|SignatureNonceUsed|Forbidden)/,
    'misconfigured',
  ],
];

const hourMs = 60 * 60_000;

/** What a code other than OK means. The limit per phone is told by the minute, the hour and the day. */
export function aliyunSmsError(code: string): ProviderError {
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'rejected';
  const retryAfterMs = code.startsWith('isv.BUSINESS')
    ? 10 * 60_000
    : /_LIMIT_CONTROL$/.test(code)
      ? hourMs
      : undefined;
  return new ProviderError(kind, { providerCode: code, retryAfterMs });
}

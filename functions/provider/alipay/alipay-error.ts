import { ProviderError, type ProviderErrorKind } from '../provider-error';

/** The gateway's public codes (opendocs.alipay.com/common/02km9f). */
const gatewayKinds: Record<string, ProviderErrorKind> = {
  '20000': 'unavailable',
  '20001': 'misconfigured',
  '40001': 'rejected',
  '40002': 'rejected',
  '40003': 'misconfigured',
  '40005': 'throttled',
  '40006': 'misconfigured',
};

/** What a business code says more exactly than the gateway's. */
const businessKinds: [RegExp, ProviderErrorKind][] = [
  [/system[_-]error|unknow-error|service-timeout/i, 'unavailable'],
  [/call-limited|limit[_-]?(exceed|control)|too[_-]?many|frequen/i, 'throttled'],
  [
    /invalid-(signature|app-id|app-cert|encrypt)|missing-signature|insufficient-isv-permissions/i,
    'misconfigured',
  ],
  [/template/i, 'misconfigured'],
  [/subscri|refuse|reject(ed)?_by_user/i, 'refused-by-user'],
  [/user(_id)?[_-](not|invalid|illegal)|invalid[_-]?user|openid/i, 'bad-recipient'],
];

/** What an Alipay answer with a code other than 10000 means. */
export function alipayError(code: string, subCode?: string): ProviderError {
  const named = businessKinds.find(([pattern]) => subCode && pattern.test(subCode))?.[1];
  return new ProviderError(named ?? gatewayKinds[code] ?? 'rejected', { providerCode: subCode ?? code });
}

import { ProviderError } from './provider-error';

it.each([
  ['isv.BUSINESS_LIMIT_CONTROL', 'isv.BUSINESS_LIMIT_CONTROL'],
  [43101, '43101'],
  ['13800000001', 'unreadable'],
  ['用户 13800000001', 'unreadable'],
  ['x'.repeat(65), 'unreadable'],
])('of a provider code %s it keeps %s', (given, kept) => {
  expect(new ProviderError('rejected', { providerCode: given }).providerCode).toBe(kept);
});

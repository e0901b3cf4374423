import { ProviderError } from '../provider-error';

/** A mobile number of the mainland, 11 digits without a prefix; otherwise `bad-recipient`. */
export function mainlandPhone(recipient: string): string {
  const phone = recipient.replace(/^(\+86|0086)/, '').replace(/[\s-]/g, '');
  if (!/^1[3-9]\d{9}$/.test(phone))
    throw new ProviderError('bad-recipient', { providerCode: 'phone_format' });
  return phone;
}

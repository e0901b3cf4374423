import { hkdfSync, randomBytes } from 'node:crypto';
import { algorithms } from './algorithm';
import { Secret } from './secret';

describe.each(['aes-256-gcm', 'sm4-gcm'] as const)('a key for %s', (algorithm) => {
  const { digest, keyLength } = algorithms[algorithm];
  it.each(['wrap-order-key', 'seal-master', 'seal-order'] as const)(
    'is what HKDF gives, to %s',
    (purpose) => {
      const bytes = randomBytes(32);
      const expected = hkdfSync(digest, bytes, '', `vault/v1/${purpose}/${algorithm}`, keyLength);
      expect(new Secret(bytes).derive(purpose, algorithm)).toEqual(Buffer.from(expected));
    },
  );
});

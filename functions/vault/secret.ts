import { createHmac } from 'node:crypto';
import { type Algorithm, algorithms } from './algorithm';

/** What a derived key may be used for, so that no key serves two ends. */
export type Purpose = 'wrap-order-key' | 'seal-master' | 'seal-order';

/**
 * HKDF (RFC 5869) without salt, for a key no longer than one digest. The same as Node's own, which sets up a job for
 * each key: a page that opens a thousand orders would wait for that longest.
 */
function hkdf(digest: string, secret: Buffer, info: string, length: number): Buffer {
  const extract = createHmac(digest, '').update(secret).digest();
  return createHmac(digest, extract).update(info).update(Buffer.of(1)).digest().subarray(0, length);
}

/** 32 secret bytes that show themselves neither in logs nor in JSON, and give one key for each purpose and cipher. */
export class Secret {
  readonly #bytes: Buffer;
  readonly #derived = new Map<string, Buffer>();

  constructor(bytes: Buffer) {
    this.#bytes = Buffer.from(bytes);
  }

  derive(purpose: Purpose, algorithm: Algorithm): Buffer {
    const info = `vault/v1/${purpose}/${algorithm}`;
    const known = this.#derived.get(info);
    if (known) return known;
    const { digest, keyLength } = algorithms[algorithm];
    const key = hkdf(digest, this.#bytes, info, keyLength);
    this.#derived.set(info, key);
    return key;
  }
}

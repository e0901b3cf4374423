import { randomBytes } from 'node:crypto';
import { type Algorithm, algorithms, isAlgorithm } from './algorithm';
import { damaged } from './vault-error';

/** A sealed text as it is stored: `v1.<algorithm>.<key id>.<base64url of nonce, ciphertext and tag>`. */
export interface Envelope {
  algorithm: Algorithm;
  keyId: string;
  header: string;
  body: Buffer;
}

const shape = /^(v1\.([a-z0-9-]+)\.([A-Za-z0-9_-]{1,32}))\.([A-Za-z0-9_-]+)$/;
const nonceLength = 12;

/** Takes a stored text apart; throws `vault.sealed_data_damaged` when it has not the shape, strictly. */
export function readEnvelope(text: string): Envelope {
  const [, header, algorithm, keyId, encoded] = shape.exec(text) ?? [];
  if (!header || !algorithm || !keyId || !encoded || !isAlgorithm(algorithm)) throw damaged();
  const body = Buffer.from(encoded, 'base64url');
  if (body.toString('base64url') !== encoded) throw damaged();
  return { algorithm, keyId, header, body };
}

/** The header is authenticated together with what the caller binds the text to. */
const bound = (header: string, aad: string) => Buffer.from(`${header}|${aad}`);

/** Seals bytes under a key and a fresh random nonce. */
export function close(algorithm: Algorithm, keyId: string, key: Buffer, bytes: Buffer, aad: string): string {
  const header = `v1.${algorithm}.${keyId}`;
  const nonce = randomBytes(nonceLength);
  const sealed = algorithms[algorithm].encrypt(key, nonce, bound(header, aad), bytes);
  return `${header}.${Buffer.concat([nonce, sealed]).toString('base64url')}`;
}

/** Opens an envelope; throws `vault.sealed_data_damaged` when text, header, key or binding is not the one sealed. */
export function open({ algorithm, header, body }: Envelope, key: Buffer, aad: string): Buffer {
  const { decrypt } = algorithms[algorithm];
  if (body.length < nonceLength) throw damaged();
  const nonce = body.subarray(0, nonceLength);
  const bytes = decrypt(key, nonce, bound(header, aad), body.subarray(nonceLength));
  if (!bytes) throw damaged();
  return bytes;
}

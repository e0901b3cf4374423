import { createCipheriv, timingSafeEqual } from 'node:crypto';
import { ghash } from './ghash';

/** GCM over SM4 (RFC 8998): Node's OpenSSL carries SM4 in its plain modes only. */
const counterBlock = (nonce: Buffer, count: number) => Buffer.concat([nonce, Buffer.from([0, 0, 0, count])]);

function block(key: Buffer, input: Buffer): Buffer {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(input), cipher.final()]);
}

/** Data blocks are counted from 2; block 1 hides the tag. */
function counterMode(key: Buffer, nonce: Buffer, input: Buffer): Buffer {
  const cipher = createCipheriv('sm4-ctr', key, counterBlock(nonce, 2));
  return Buffer.concat([cipher.update(input), cipher.final()]);
}

function tagOf(key: Buffer, nonce: Buffer, aad: Buffer, ciphertext: Buffer): Buffer {
  const mask = block(key, counterBlock(nonce, 1));
  const hash = ghash(block(key, Buffer.alloc(16)), aad, ciphertext);
  return Buffer.from(hash.map((byte, at) => byte ^ (mask[at] ?? 0)));
}

/** SM4-GCM of RFC 8998: a 16-byte key, a 12-byte nonce, ciphertext followed by a 16-byte tag. */
export function sm4GcmEncrypt(key: Buffer, nonce: Buffer, aad: Buffer, plaintext: Buffer): Buffer {
  const ciphertext = counterMode(key, nonce, plaintext);
  return Buffer.concat([ciphertext, tagOf(key, nonce, aad, ciphertext)]);
}

/** The reverse; `null` when anything was altered. */
export function sm4GcmDecrypt(key: Buffer, nonce: Buffer, aad: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < 16) return null;
  const ciphertext = sealed.subarray(0, -16);
  if (!timingSafeEqual(tagOf(key, nonce, aad, ciphertext), sealed.subarray(-16))) return null;
  return counterMode(key, nonce, ciphertext);
}

import { createCipheriv, createDecipheriv } from 'node:crypto';

const tagLength = 16;

/** AES-256-GCM (NIST SP 800-38D): a 32-byte key, a 12-byte nonce, ciphertext followed by a 16-byte tag. */
export function aesGcmEncrypt(key: Buffer, nonce: Buffer, aad: Buffer, plaintext: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(aad);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse; `null` when anything was altered. */
export function aesGcmDecrypt(key: Buffer, nonce: Buffer, aad: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const start = decipher.update(sealed.subarray(0, -tagLength));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    return null;
  }
}

import { aesGcmDecrypt, aesGcmEncrypt } from './aes-gcm';
import { sm4GcmDecrypt, sm4GcmEncrypt } from './sm4-gcm';

/** The two ciphers of spec 8: the international one, and the one where national algorithms are required. */
export type Algorithm = 'aes-256-gcm' | 'sm4-gcm';

type Decrypt = (key: Buffer, nonce: Buffer, aad: Buffer, sealed: Buffer) => Buffer | null;
type Encrypt = (key: Buffer, nonce: Buffer, aad: Buffer, plaintext: Buffer) => Buffer;

/** What each cipher needs. `digest` is the hash its key is derived with. */
export const algorithms: Record<
  Algorithm,
  { keyLength: number; digest: 'sha256' | 'sm3'; encrypt: Encrypt; decrypt: Decrypt }
> = {
  'aes-256-gcm': { keyLength: 32, digest: 'sha256', encrypt: aesGcmEncrypt, decrypt: aesGcmDecrypt },
  'sm4-gcm': { keyLength: 16, digest: 'sm3', encrypt: sm4GcmEncrypt, decrypt: sm4GcmDecrypt },
};

export const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(algorithms, name);

import { createHash, randomBytes } from 'node:crypto';
import { makeQueryCode } from '../../shared/order/number';

/** A fresh query code (spec 4). */
export function newQueryCode(): string {
  for (;;) {
    const code = makeQueryCode(randomBytes(24));
    if (code) return code;
  }
}

/** Tokens and codes are kept as hashes only. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
export const newToken = (): string => randomBytes(32).toString('base64url');

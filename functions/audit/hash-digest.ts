import { createHash } from 'node:crypto';

/** SHA-256, or SM3 where national algorithms are required (spec 8). */
export type HashAlgorithm = 'sha256' | 'sm3';

/** Hex of 256 bits; SM3 carries the prefix `sm3:` so that a stored hash says how it was made. */
export function digest(algorithm: HashAlgorithm, ...parts: (string | Buffer)[]): string {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return `${algorithm === 'sm3' ? 'sm3:' : ''}${hash.digest('hex')}`;
}

/** How a stored hash was made. */
export const algorithmOf = (hash: string): HashAlgorithm => (hash.startsWith('sm3:') ? 'sm3' : 'sha256');

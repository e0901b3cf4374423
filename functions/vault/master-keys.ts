import { Secret } from './secret';
import { damaged, unusable } from './vault-error';

/** A master key and the name it goes by in sealed texts. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

const idShape = /^[A-Za-z0-9_-]{1,32}$/;

/** 32 bytes or a sentence that says what is wrong, without showing the key. */
export function checkKey(name: string, key: Buffer | undefined): Buffer {
  if (!key || key.length === 0) throw unusable(`${name} is missing: give 32 random bytes in base64.`);
  if (key.length !== 32) throw unusable(`${name} has ${key.length} bytes, but it must have exactly 32.`);
  return key;
}

/** Reads `id:base64,id:base64`, the current key first; throws `vault.key_unusable` in one plain sentence. */
export function readMasterKeys(text: string): MasterKey[] {
  const written = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return written.map((part) => {
    const [id = '', encoded = ''] = part.split(':');
    return { id, key: checkKey(`Master key "${id}"`, Buffer.from(encoded, 'base64')) };
  });
}

export interface KeyRing {
  currentId: string;
  find(id: string): Secret;
}

/** The master keys by id; the first seals, all of them open. Throws `vault.key_unusable` in one plain sentence. */
export function createKeyRing(keys: MasterKey[]): KeyRing {
  const [current] = keys;
  if (!current) throw unusable('No master key is set: give at least one as id:base64 of 32 random bytes.');
  const secrets = new Map<string, Secret>();
  for (const { id, key } of keys) {
    if (!idShape.test(id))
      throw unusable('A master key id must be 1 to 32 letters, digits, hyphens or underscores.');
    if (secrets.has(id)) throw unusable(`Master key id "${id}" is given twice.`);
    secrets.set(id, new Secret(checkKey(`Master key "${id}"`, key)));
  }
  return {
    currentId: current.id,
    find(id) {
      const secret = secrets.get(id);
      if (secret) return secret;
      throw damaged(
        `The sealed data names master key "${id}", which is not set: set it again, or it was altered.`,
      );
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { Algorithm } from './algorithm';
import { blindIndex } from './blind-index';
import { close, open, readEnvelope } from './envelope';
import { checkKey, createKeyRing, type MasterKey } from './master-keys';
import { queryTokens, searchTokens } from './search-tokens';
import { Secret } from './secret';
import type { Vault } from './vault';
import { damaged } from './vault-error';

/** Stands where a master key's id would: the key is the order's own. */
const orderKeyId = 'order';
const wrapAad = 'order-key';

export interface VaultSettings {
  /** The first one seals; all of them open. */
  masterKeys: MasterKey[];
  indexKey: Buffer;
  algorithm: Algorithm;
}

/** Builds the vault of spec 8 from its keys; throws `vault.key_unusable` in one plain sentence. */
export function createVault({ masterKeys, indexKey, algorithm }: VaultSettings): Vault {
  const ring = createKeyRing(masterKeys);
  const index = Buffer.from(checkKey('The index key', indexKey));

  const wrap = (bytes: Buffer) => {
    const key = ring.find(ring.currentId).derive('wrap-order-key', algorithm);
    return close(algorithm, ring.currentId, key, bytes, wrapAad);
  };
  const unwrap = (wrapped: string) => {
    const envelope = readEnvelope(wrapped);
    const key = ring.find(envelope.keyId).derive('wrap-order-key', envelope.algorithm);
    return open(envelope, key, wrapAad);
  };
  const isCurrent = (stored: string) => {
    const envelope = readEnvelope(stored);
    return envelope.keyId === ring.currentId && envelope.algorithm === algorithm;
  };

  const vault: Vault = {
    newOrderKey() {
      const bytes = randomBytes(32);
      return { wrapped: wrap(bytes), key: new Secret(bytes) };
    },
    openOrderKey: (wrapped) => new Secret(unwrap(wrapped)),
    rewrap: (wrapped) => (isCurrent(wrapped) ? wrapped : wrap(unwrap(wrapped))),
    isCurrent,
    seal: (key, plaintext, aad) =>
      close(algorithm, orderKeyId, key.derive('seal-order', algorithm), Buffer.from(plaintext), aad),
    unseal(key, sealed, aad) {
      const envelope = readEnvelope(sealed);
      if (envelope.keyId !== orderKeyId) throw damaged();
      return open(envelope, key.derive('seal-order', envelope.algorithm), aad).toString();
    },
    sealJson: (key, value, aad) => vault.seal(key, JSON.stringify(value), aad),
    unsealJson: (key, sealed, aad) => JSON.parse(vault.unseal(key, sealed, aad)),
    sealMaster(plaintext, aad) {
      const key = ring.find(ring.currentId).derive('seal-master', algorithm);
      return close(algorithm, ring.currentId, key, Buffer.from(plaintext), aad);
    },
    unsealMaster(sealed, aad) {
      const envelope = readEnvelope(sealed);
      return open(
        envelope,
        ring.find(envelope.keyId).derive('seal-master', envelope.algorithm),
        aad,
      ).toString();
    },
    resealMaster: (sealed, aad) =>
      isCurrent(sealed) ? sealed : vault.sealMaster(vault.unsealMaster(sealed, aad), aad),
    blindIndex: (kind, value) => blindIndex(index, kind, value),
    searchTokens: (text) => searchTokens(index, text),
    queryTokens: (query) => queryTokens(index, query),
  };
  return vault;
}

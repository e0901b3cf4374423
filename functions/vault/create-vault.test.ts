import { inspect } from 'node:util';
import type { Algorithm } from './algorithm';
import { createVault, type VaultSettings } from './create-vault';
import { readMasterKeys } from './master-keys';

const bytes = (fill: number) => Buffer.alloc(32, fill);
const older = { id: '2025', key: bytes(1) };
const newer = { id: '2026', key: bytes(2) };
const aVault = (algorithm: Algorithm = 'aes-256-gcm', masterKeys = [older]) =>
  createVault({ masterKeys, indexKey: bytes(9), algorithm });

const secretText = '示例申请人 13800000000，营业执照变更办不成';
const damaged = expect.objectContaining({ code: 'vault.sealed_data_damaged' });

describe.each<Algorithm>(['aes-256-gcm', 'sm4-gcm'])('a vault on %s', (algorithm) => {
  const vault = aVault(algorithm);
  const { wrapped, key } = vault.newOrderKey();

  it('opens what it sealed, with the order key it wrapped', () => {
    const sealed = vault.seal(key, secretText, 'order:1:text');
    expect(sealed).toMatch(new RegExp(`^v1\\.${algorithm}\\.order\\.[\\w-]+$`));
    expect(wrapped).toMatch(new RegExp(`^v1\\.${algorithm}\\.2025\\.[\\w-]+$`));
    expect(vault.unseal(vault.openOrderKey(wrapped), sealed, 'order:1:text')).toBe(secretText);
  });

  it('never gives the same ciphertext twice', () => {
    expect(vault.seal(key, secretText, 'a')).not.toBe(vault.seal(key, secretText, 'a'));
  });

  it('carries values as well as texts', () => {
    const value = { name: '示例', tries: [1, 2], phone: null };
    expect(vault.unsealJson(key, vault.sealJson(key, value, 'a'), 'a')).toEqual(value);
  });

  it('refuses every altered character in one way', () => {
    const sealed = vault.seal(key, '短', 'a');
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(() => vault.unseal(key, altered, 'a')).toThrow(damaged);
      expect(() => vault.unseal(key, sealed.slice(0, at), 'a')).toThrow(damaged);
    }
  });

  it('refuses a text moved to another place, another order, or between the two kinds of keys', () => {
    const sealed = vault.seal(key, secretText, 'order:1:text');
    expect(() => vault.unseal(key, sealed, 'order:2:text')).toThrow(damaged);
    expect(() => vault.unseal(vault.newOrderKey().key, sealed, 'order:1:text')).toThrow(damaged);
    expect(() => vault.unsealMaster(sealed, 'order:1:text')).toThrow(damaged);
    expect(() => vault.unseal(key, vault.sealMaster(secretText, 'a'), 'a')).toThrow(damaged);
    expect(() => vault.openOrderKey(vault.sealMaster(secretText, 'order-key'))).toThrow(damaged);
  });
});

describe('changing keys', () => {
  it('keeps everything readable under new master key and algorithm, and moves it over', () => {
    const before = aVault('aes-256-gcm', [older]);
    const after = aVault('sm4-gcm', [newer, older]);
    const { wrapped, key } = before.newOrderKey();
    const sealed = before.seal(key, secretText, 'a');
    const account = before.sealMaster('13800000001', 'reporter:1:phone');

    const moved = after.rewrap(wrapped);
    const movedAccount = after.resealMaster(account, 'reporter:1:phone');
    expect([wrapped, account].map(after.isCurrent)).toEqual([false, false]);
    expect([moved, movedAccount].map(after.isCurrent)).toEqual([true, true]);
    expect(moved).toMatch(/^v1\.sm4-gcm\.2026\./);
    expect(after.rewrap(moved)).toBe(moved);

    const alone = aVault('sm4-gcm', [newer]);
    expect(alone.unseal(alone.openOrderKey(moved), sealed, 'a')).toBe(secretText);
    expect(alone.unsealMaster(movedAccount, 'reporter:1:phone')).toBe('13800000001');
    expect(() => alone.openOrderKey(wrapped)).toThrow(damaged);
    expect(() => alone.openOrderKey(wrapped)).toThrow('names master key "2025", which is not set');
  });

  it.each([
    ['no key', [], 'No master key is set'],
    [
      'a short key',
      [{ id: 'a', key: Buffer.alloc(16) }],
      'Master key "a" has 16 bytes, but it must have exactly 32.',
    ],
    ['an empty key', [{ id: 'a', key: Buffer.alloc(0) }], 'Master key "a" is missing'],
    ['an id with a dot', [{ id: 'a.b', key: bytes(1) }], 'A master key id must be 1 to 32 letters'],
    ['the same id twice', [older, older], 'Master key id "2025" is given twice.'],
  ])('refuses %s in a sentence', (_, masterKeys, sentence) => {
    expect(() => aVault('aes-256-gcm', masterKeys)).toThrow(sentence);
    expect(() => aVault('aes-256-gcm', masterKeys)).toThrow(
      expect.objectContaining({ code: 'vault.key_unusable' }),
    );
  });

  it('refuses a short index key in a sentence', () => {
    const settings: VaultSettings = { masterKeys: [older], indexKey: Buffer.alloc(5), algorithm: 'sm4-gcm' };
    expect(() => createVault(settings)).toThrow('The index key has 5 bytes, but it must have exactly 32.');
  });

  it('reads master keys as they are written in the settings', () => {
    const text = `2026:${newer.key.toString('base64')}, 2025:${older.key.toString('base64')}`;
    expect(readMasterKeys(text)).toEqual([newer, older]);
    expect(() => readMasterKeys('2026:c2hvcnQ=')).toThrow('Master key "2026" has 5 bytes');
    expect(() => readMasterKeys('2026')).toThrow('Master key "2026" is missing');
  });

  it('does not show an order key to a log', () => {
    const { key } = aVault().newOrderKey();
    expect(JSON.stringify(key)).toBe('{}');
    expect(inspect(key, { depth: 9 })).not.toMatch(/Buffer|Map/);
  });
});

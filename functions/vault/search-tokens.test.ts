import { createVault } from './create-vault';

const aVault = (fill: number) =>
  createVault({
    masterKeys: [{ id: 'a', key: Buffer.alloc(32, 1) }],
    indexKey: Buffer.alloc(32, fill),
    algorithm: 'aes-256-gcm',
  });
const vault = aVault(9);
const finds = (text: string, query: string) => {
  const tokens = new Set(vault.searchTokens(text));
  return vault.queryTokens(query).every((token) => tokens.has(token));
};

const text = '公司（ABC科技）的营业执照变更，受理号 SH20261123-0077，去了A座3次都没办成。𠮷林路';

describe('search over sealed texts', () => {
  it.each([
    '营业执照',
    '执照',
    '照',
    '业',
    'abc',
    'ＡＢＣ',
    'bc科',
    'C科技',
    '0077',
    '112',
    'sh2026',
    'a座',
    '3次',
    '𠮷林',
    '执照 0077',
    '没办成。',
  ])('finds %s', (query) => expect(finds(text, query)).toBe(true));

  it.each(['房产', '照执', '0088', 'xyz', '执照 房产', '吉林'])('does not find %s', (query) =>
    expect(finds(text, query)).toBe(false),
  );

  it('gives int32 numbers, sorted, each once, and none for nothing', () => {
    const tokens = vault.searchTokens(text + text);
    expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
    for (const token of tokens) expect(token).toBe(token | 0);
    expect(vault.searchTokens(' ，。')).toEqual([]);
    expect(vault.queryTokens('')).toEqual([]);
  });

  it('depends on the index key', () => {
    expect(aVault(8).searchTokens(text)).not.toEqual(vault.searchTokens(text));
  });
});

describe('the blind index', () => {
  it.each([
    ['phone', '13800000000', '+86 138-0000-0000', true],
    ['phone', '13800000000', '１３８００００００００', true],
    ['phone', '13800000000', '13800000001', false],
    ['credit-code', '91310000MA1FL0XXXX', ' 91310000ma1fl0xxxx', true],
    ['id-number', '11010519491231002X', '11010519491231002x', true],
    ['openid', 'oAbC', 'oabc', false],
  ])('%s: %s and %s', (kind, one, other, same) => {
    expect(vault.blindIndex(kind, one) === vault.blindIndex(kind, other)).toBe(same);
  });

  it('tells kinds and keys apart and shows nothing of the value', () => {
    const index = vault.blindIndex('phone', '13800000000');
    expect(index).toMatch(/^[\w-]{43}$/);
    expect(vault.blindIndex('id-number', '13800000000')).not.toBe(index);
    expect(aVault(8).blindIndex('phone', '13800000000')).not.toBe(index);
  });
});

/** A 128-bit block as four 32-bit words, most significant first. */
type Block = [number, number, number, number];

const blockLength = 16;

/**
 * `key · x^n` for each of the 128 bits, which every product is a sum of (NIST SP 800-38D, 6.3).
 * GCM counts bits from the left, so multiplying by x is a shift to the right.
 */
function powers(key: Buffer): Uint32Array {
  const table = new Uint32Array(128 * 4);
  let [a, b, c, d]: Block = [
    key.readUInt32BE(0),
    key.readUInt32BE(4),
    key.readUInt32BE(8),
    key.readUInt32BE(12),
  ];
  for (let bit = 0; bit < 128; bit += 1) {
    table.set([a, b, c, d], bit * 4);
    const carry = d & 1;
    d = (d >>> 1) | (c << 31);
    c = (c >>> 1) | (b << 31);
    b = (b >>> 1) | (a << 31);
    a = (a >>> 1) ^ (carry ? 0xe1000000 : 0);
  }
  return table;
}

/** `word · key` for the 32 bits of the word that stands at `index` in its block, added to the sum. */
function addProduct(sum: Uint32Array, table: Uint32Array, word: number, index: number): void {
  for (let bit = 0; bit < 32; bit += 1) {
    const mask = -((word >>> (31 - bit)) & 1);
    const at = (index * 32 + bit) * 4;
    for (let part = 0; part < 4; part += 1) {
      sum[part] = (sum[part] ?? 0) ^ ((table[at + part] ?? 0) & mask);
    }
  }
}

function absorb(state: Uint32Array, table: Uint32Array, bytes: Buffer): void {
  const padded = Buffer.alloc(Math.ceil(bytes.length / blockLength) * blockLength);
  bytes.copy(padded);
  for (let at = 0; at < padded.length; at += blockLength) {
    const sum = new Uint32Array(4);
    for (let part = 0; part < 4; part += 1) {
      addProduct(sum, table, (state[part] ?? 0) ^ padded.readUInt32BE(at + part * 4), part);
    }
    state.set(sum);
  }
}

/** GHASH of NIST SP 800-38D over associated data and ciphertext, without branches on secret bits. */
export function ghash(key: Buffer, aad: Buffer, ciphertext: Buffer): Buffer {
  const table = powers(key);
  const state = new Uint32Array(4);
  const lengths = Buffer.alloc(blockLength);
  lengths.writeBigUInt64BE(BigInt(aad.length) * 8n, 0);
  lengths.writeBigUInt64BE(BigInt(ciphertext.length) * 8n, 8);
  for (const part of [aad, ciphertext, lengths]) absorb(state, table, part);
  const result = Buffer.alloc(blockLength);
  state.forEach((word, index) => {
    result.writeUInt32BE(word, index * 4);
  });
  return result;
}

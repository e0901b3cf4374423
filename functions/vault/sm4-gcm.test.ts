import { createCipheriv, randomBytes } from 'node:crypto';
import { aesGcmEncrypt } from './aes-gcm';
import { ghash } from './ghash';
import { sm4GcmDecrypt, sm4GcmEncrypt } from './sm4-gcm';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** RFC 8998, appendix A.1. */
const vector = {
  key: hex('0123456789ABCDEFFEDCBA9876543210'),
  nonce: hex('00001234567800000000ABCD'),
  aad: hex('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2'),
  plaintext: hex(
    `AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD
     EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA`,
  ),
  sealed: hex(
    `17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735
     D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D
     83DE3541E4C2B58177E065A9BF7B62EC`,
  ),
};

describe('SM4-GCM', () => {
  it('gives the ciphertext and tag of RFC 8998, appendix A.1', () => {
    const { key, nonce, aad, plaintext, sealed } = vector;
    expect(sm4GcmEncrypt(key, nonce, aad, plaintext).toString('hex')).toBe(sealed.toString('hex'));
    expect(sm4GcmDecrypt(key, nonce, aad, sealed)).toEqual(plaintext);
  });

  it('opens nothing when a byte of text, tag, nonce or associated data is altered, or the text is cut', () => {
    const { key, nonce, aad, sealed } = vector;
    const flipped = (bytes: Buffer, at: number) => Buffer.from(bytes.map((b, i) => (i === at ? b ^ 1 : b)));
    for (let at = 0; at < sealed.length; at += 1) {
      expect(sm4GcmDecrypt(key, nonce, aad, flipped(sealed, at))).toBeNull();
      expect(sm4GcmDecrypt(key, nonce, aad, sealed.subarray(0, at))).toBeNull();
    }
    expect(sm4GcmDecrypt(key, flipped(nonce, 3), aad, sealed)).toBeNull();
    expect(sm4GcmDecrypt(key, nonce, flipped(aad, 3), sealed)).toBeNull();
  });

  it.each([0, 1, 15, 16, 17, 31, 32, 100, 4097])('seals and opens %i bytes', (length) => {
    const [key, nonce, aad, plaintext] = [16, 12, length % 19, length].map((n) => randomBytes(n)) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    expect(sm4GcmDecrypt(key, nonce, aad, sm4GcmEncrypt(key, nonce, aad, plaintext))).toEqual(plaintext);
  });

  it.each([0, 1, 16, 33, 500])('has the GHASH that OpenSSL gives AES-GCM, over %i bytes', (length) => {
    const [key, nonce, aad, plaintext] = [32, 12, length % 23, length].map((n) => randomBytes(n)) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    const block = (input: Buffer) =>
      createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(input);
    const sealed = aesGcmEncrypt(key, nonce, aad, plaintext);
    const mask = block(Buffer.concat([nonce, Buffer.from([0, 0, 0, 1])]));
    const hash = ghash(block(Buffer.alloc(16)), aad, sealed.subarray(0, -16));
    expect(Buffer.from(hash.map((byte, at) => byte ^ (mask[at] ?? 0)))).toEqual(sealed.subarray(-16));
  });
});

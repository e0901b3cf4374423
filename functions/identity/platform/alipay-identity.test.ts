import { createCipheriv, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type AlipayReply, startAlipay } from '../../provider/testing/alipay-server';
import { alipayPhone } from './alipay-phone';
import { alipayUser, checkAlipayText } from './alipay-user';

let alipay: Awaited<ReturnType<typeof startAlipay>>;
const start = async (reply: AlipayReply = {}) => {
  alipay = await startAlipay(() => reply);
  return alipay.app;
};
afterEach(() => alipay.close());

describe('alipay.system.oauth.token', () => {
  it.each([
    [
      { user_id: '2088000000000001', access_token: 't' },
      { id: '2088000000000001', kind: 'user-id' },
    ],
    [
      { open_id: 'open-1', access_token: 't' },
      { id: 'open-1', kind: 'open-id' },
    ],
  ])('brings %j as %j', async (reply, expected) => {
    await expect(alipayUser(await start(reply), 'code-1')).resolves.toEqual(expected);
    expect(alipay.calls[0]).toMatchObject({
      method: 'alipay.system.oauth.token',
      signed: true,
      params: { grant_type: 'authorization_code', code: 'code-1' },
    });
  });

  it.each<[string, AlipayReply, object]>([
    [
      'a wrong code',
      { unsigned: { error_response: { code: '40002', sub_code: 'isv.code-invalid' } } },
      { kind: 'rejected', providerCode: 'isv.code-invalid' },
    ],
    ['a forged answer', { forged: { user_id: '2088000000000002' } }, { providerCode: 'answer_forged' }],
    ['an empty answer', { access_token: 't' }, { kind: 'unavailable' }],
    ['a hang', { http: 'hang' }, { kind: 'timeout' }],
  ])('understands %s', async (_title, reply, expected) => {
    await expect(alipayUser(await start(reply), 'code-1')).rejects.toMatchObject(expected);
  });
});

describe('content check', () => {
  it.each([
    ['PASSED', 'pass'],
    ['REJECTED', 'risky'],
    ['CC', 'review'],
  ])('reads %s as %s', async (action, suggest) => {
    const app = await start({ code: '10000', action, unique_id: 'u-1', keywords: [] });
    await expect(checkAlipayText(app, '他说"不行"\n')).resolves.toEqual({ suggest, traceId: 'u-1' });
    expect(alipay.calls[0]?.content).toEqual({ content: '他说 不行  ' });
  });
});

describe('getPhoneNumber', () => {
  const encryptKey = Buffer.alloc(16, 3).toString('base64');

  function sealed(content: object, key: KeyObject, aesKey = encryptKey) {
    const cipher = createCipheriv('aes-128-cbc', Buffer.from(aesKey, 'base64'), Buffer.alloc(16));
    const response = cipher.update(JSON.stringify(content), 'utf8', 'base64') + cipher.final('base64');
    const signature = sign('RSA-SHA256', Buffer.from(`"${response}"`), key).toString('base64');
    return JSON.stringify({
      response,
      sign: signature,
      sign_type: 'RSA2',
      encrypt_type: 'AES',
      charset: 'UTF-8',
    });
  }
  const success = { code: '10000', msg: 'Success', mobile: '13800000001' };

  it('opens the phone', async () => {
    const app = { ...(await start()), encryptKey };
    expect(alipayPhone(app, sealed(success, alipay.signingKey))).toEqual({ phone: '13800000001' });
  });

  it('refuses what Alipay did not sign, and what is for another app', async () => {
    const app = { ...(await start()), encryptKey };
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => alipayPhone(app, sealed(success, stranger))).toThrow('identity.signature_invalid');
    const otherKey = Buffer.alloc(16, 4).toString('base64');
    expect(() => alipayPhone(app, sealed(success, alipay.signingKey, otherKey))).toThrow(
      'identity.malformed',
    );
  });

  it.each(['', '{}', '{"response":"x"}', '[]'])('refuses %j', async (answer) => {
    const app = { ...(await start()), encryptKey };
    expect(() => alipayPhone(app, answer)).toThrow('identity.malformed');
  });

  it('reports what Alipay reports', async () => {
    const app = { ...(await start()), encryptKey };
    const refusal = { code: '40003', msg: 'Insufficient Conditions', subCode: 'isv.invalid-auth-relations' };
    expect(() => alipayPhone(app, sealed(refusal, alipay.signingKey))).toThrow(
      'provider.misconfigured isv.invalid-auth-relations',
    );
    expect(() => alipayPhone(alipay.app, '{}')).toThrow('alipay_encrypt_key');
  });
});

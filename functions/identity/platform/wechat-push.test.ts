import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { answerWechatEcho, readWechatMediaPush } from './wechat-push';

const settings = {
  appId: 'wx-example',
  token: 'push-token',
  encodingAesKey: Buffer.alloc(32, 7).toString('base64').slice(0, 43),
};
const at = { timestamp: '1800000000', nonce: 'nonce-1' };
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** What WeChat does in 安全模式 (developers.weixin.qq.com, 消息加解密). */
function pushed(event: object, appId = settings.appId, token = settings.token) {
  const message = Buffer.from(JSON.stringify(event));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)]);
  const padding = 32 - (plain.length % 32);
  const key = Buffer.from(`${settings.encodingAesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const Encrypt =
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)]), undefined, 'base64') +
    cipher.final('base64');
  const query = { ...at, msg_signature: sha1(token, at.timestamp, at.nonce, Encrypt) };
  return { query, body: { ToUserName: 'gh_example', Encrypt } };
}
const event = {
  ToUserName: 'gh_example',
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx-example',
  trace_id: 'trace-1',
  version: 2,
  errcode: 0,
  errmsg: 'ok',
  result: { suggest: 'risky', label: 20002 },
};
const read = ({ query, body }: ReturnType<typeof pushed>) => readWechatMediaPush(settings, query, body);

it.each([
  ['a verdict', event, { suggest: 'risky', label: '20002', traceId: 'trace-1', failed: false }],
  [
    'a picture it could not fetch, for staff to look at',
    { ...event, errcode: -1008, result: undefined },
    { suggest: 'review', traceId: 'trace-1', failed: true },
  ],
  ['nothing in another event', { ...event, Event: 'user_enter' }, null],
])('reads %s', (_title, content, expected) => {
  expect(read(pushed(content))).toEqual(expected);
});

it.each<[string, ReturnType<typeof pushed>, string]>([
  ['signed with another token', pushed(event, settings.appId, 'other'), 'identity.signature_invalid'],
  ['for another app', pushed(event, 'wx-other'), 'identity.issuer_unknown'],
  ['that tells of another app', pushed({ ...event, appid: 'wx-other' }), 'identity.issuer_unknown'],
  ['with another content', { ...pushed(event), body: pushed(event).body }, 'identity.signature_invalid'],
])('refuses a push %s', (_title, push, code) => {
  expect(() => read(push)).toThrow(code);
});

it('refuses a plain push, whose signature says nothing of its content', () => {
  const query = { ...at, signature: sha1(settings.token, at.timestamp, at.nonce) };
  expect(() => readWechatMediaPush(settings, query, event)).toThrow('identity.malformed');
});

it('refuses a well signed push that is no cipher text', () => {
  const query = { ...at, msg_signature: sha1(settings.token, at.timestamp, at.nonce, 'AAAA') };
  expect(() => readWechatMediaPush(settings, query, { Encrypt: 'AAAA' })).toThrow('identity.malformed');
});

it('answers the check of the address', () => {
  const signature = sha1(settings.token, at.timestamp, at.nonce);
  expect(answerWechatEcho(settings, { ...at, signature, echostr: 'echo-1' })).toBe('echo-1');
  expect(() => answerWechatEcho(settings, { ...at, signature: 'x', echostr: 'e' })).toThrow(
    'identity.signature_invalid',
  );
});

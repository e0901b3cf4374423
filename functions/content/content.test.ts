import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Reply,
  type SeenRequest,
  startTestServer,
  type TestServer,
} from '../provider/testing/test-server';
import { createTokenStore } from '../provider/token-store';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, caller, matterId, nobody, staff } from '../testing/people';
import { checkContent } from './check-content';

let world: TestWorld;
let server: TestServer;
let answers: Record<string, (request: SeenRequest) => Reply>;
let someone: Caller & { token: string };
const push = {
  appId: 'wx-example',
  token: 'push-token',
  encodingAesKey: Buffer.alloc(32, 7).toString('base64').slice(0, 43),
};

beforeAll(async () => {
  world = await startWorld();
  answers = {
    '/cgi-bin/stable_token': () => ({ body: { access_token: 'token-1', expires_in: 7200 } }),
    '/sns/jscode2session': () => ({ body: { openid: 'openid-1', session_key: 'k' } }),
  };
  server = await startTestServer((request) => answers[request.path]?.(request) ?? { status: 404, body: {} });
  const { platforms, db, vault, now } = world.deps;
  platforms.wechat = {
    appId: 'wx-example',
    secret: 'app-secret',
    baseUrl: server.url,
    tokens: createTokenStore(db, vault),
    now,
    timeoutMs: 300,
  };
  platforms.push = push;
  const { body } = await nobody(world).call('POST', '/reporter/sessions/wechat', { code: 'code-1' });
  const token = String(body.token);
  someone = { token, ...caller(world, { authorization: `Bearer ${token}` }) };
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});
beforeEach(() => {
  server.requests.length = 0;
});

const verdict = (suggest: string) => () => ({
  body: { errcode: 0, trace_id: 't', result: { suggest, label: 100 } },
});
async function report(channel = 'wechat', files: string[] = []): Promise<string> {
  const matter = await matterId(world, '社会保险登记');
  const { body, status } = await someone.call(
    'POST',
    '/orders',
    aReport({ channel }, { matterId: matter, files }),
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
}
const flagsOf = async (number: string) =>
  (await (await staff(world, 'renshe1')).call('GET', `/orders/${number}`)).body.flags as string[];
const asked = (path: string) => server.requests.filter((request) => request.path === path);

it('asks WeChat about the words, and flags to staff what it is told, nothing lost', async () => {
  answers['/wxa/msg_sec_check'] = verdict('risky');
  const number = await report();
  expect(await flagsOf(number)).not.toContain('平台提示文字需留意');
  await checkContent(world.deps);
  expect(asked('/wxa/msg_sec_check')[0]?.json).toMatchObject({
    openid: 'openid-1',
    content: expect.stringContaining('材料都交了三次'),
  });
  expect(await flagsOf(number)).toContain('平台提示文字需留意');
  const own = await someone.call('GET', `/orders/${number}`);
  expect(own.body.flags).not.toContain('平台提示文字需留意');
  expect(own.body.story).toContain('材料都交了三次');
});

it('says nothing where the words pass, and asks nothing of other channels', async () => {
  answers['/wxa/msg_sec_check'] = verdict('pass');
  const number = await report();
  await checkContent(world.deps);
  expect((await flagsOf(number)).filter((flag) => flag.includes('平台'))).toEqual([]);
  server.requests.length = 0;
  await report('h5');
  await checkContent(world.deps);
  expect(asked('/wxa/msg_sec_check')).toEqual([]);
});

it('also looks at what the reporter adds later', async () => {
  answers['/wxa/msg_sec_check'] = verdict('pass');
  const number = await report();
  await checkContent(world.deps);
  answers['/wxa/msg_sec_check'] = verdict('review');
  const added = await someone.call('POST', `/orders/${number}/supplement`, {
    text: '补充一句话，请尽快办理。',
    files: [],
  });
  expect({ status: added.status, ...added.body }).toMatchObject({ status: 200 });
  await checkContent(world.deps);
  expect(asked('/wxa/msg_sec_check').at(-1)?.json).toMatchObject({
    content: expect.stringContaining('补充一句话'),
  });
  expect(await flagsOf(number)).toContain('平台提示文字需留意');
});

it('tries again while WeChat is busy, and tells staff when it could not be asked at all', async () => {
  answers['/wxa/msg_sec_check'] = () => ({ status: 502, body: 'bad gateway' });
  const number = await report();
  await checkContent(world.deps);
  expect(await flagsOf(number)).not.toContain('平台未完成内容检查');
  world.now.at += 3_600_000;
  answers['/wxa/msg_sec_check'] = () => ({ body: { errcode: 61010 } });
  await checkContent(world.deps);
  expect(await flagsOf(number)).toContain('平台未完成内容检查');
});

async function photo(): Promise<string> {
  const bytes = readFileSync(join(__dirname, '../../data/photos/Landscape_9.jpg'));
  const given = { name: 'a.jpg', sizeBytes: bytes.length, contentType: 'image/jpeg' };
  const { body } = await someone.call('POST', '/files', given);
  const { url, headers } = body.upload as { url: string; headers: Record<string, string> };
  await world.app.request(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  await someone.call('POST', `/files/${body.id}/complete`, {});
  return String(body.id);
}

/** A push as WeChat makes it in 安全模式. */
function pushed(event: object, token = push.token) {
  const message = Buffer.from(JSON.stringify(event));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(push.appId)]);
  const padding = 32 - (plain.length % 32);
  const key = Buffer.from(`${push.encodingAesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const whole = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  const Encrypt = Buffer.concat([cipher.update(whole), cipher.final()]).toString('base64');
  const signature = createHash('sha1').update([token, '1', 'n', Encrypt].sort().join('')).digest('hex');
  return world.app.request(`/api/push/wechat?timestamp=1&nonce=n&msg_signature=${signature}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Encrypt }),
  });
}
const mediaEvent = (traceId: string, suggest: string) => ({
  Event: 'wxa_media_check',
  appid: push.appId,
  trace_id: traceId,
  errcode: 0,
  result: { suggest, label: 20002 },
});

it('has a picture looked at, and takes the verdict when WeChat pushes it', async () => {
  answers['/wxa/msg_sec_check'] = verdict('pass');
  answers['/wxa/media_check_async'] = () => ({ body: { errcode: 0, trace_id: 'media-1' } });
  const number = await report('wechat', [await photo()]);
  await checkContent(world.deps);
  expect(asked('/wxa/media_check_async')[0]?.json).toMatchObject({
    media_type: 2,
    media_url: expect.stringMatching(/^http/),
  });
  expect((await pushed(mediaEvent('media-1', 'risky'), 'other-token')).status).toBe(403);
  expect(await flagsOf(number)).not.toContain('平台提示照片需留意');
  expect((await pushed(mediaEvent('media-1', 'risky'))).status).toBe(200);
  expect(await flagsOf(number)).toContain('平台提示照片需留意');
});

it('does not wait for a verdict for ever', async () => {
  answers['/wxa/msg_sec_check'] = verdict('pass');
  answers['/wxa/media_check_async'] = () => ({ body: { errcode: 0, trace_id: 'media-2' } });
  const number = await report('wechat', [await photo()]);
  await checkContent(world.deps);
  world.now.at += 61 * 60_000;
  await checkContent(world.deps);
  expect(await flagsOf(number)).toContain('平台未完成内容检查');
});

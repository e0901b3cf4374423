import { createHmac } from 'node:crypto';
import {
  type Reply,
  type SeenRequest,
  startTestServer,
  type TestServer,
} from '../provider/testing/test-server';
import { createTokenStore } from '../provider/token-store';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, caller, nobody, reporter } from '../testing/people';

let world: TestWorld;
let server: TestServer;
let answer: (request: SeenRequest) => Reply;
const secret = 'a secret of thirty-two bytes, at least';

beforeAll(async () => {
  world = await startWorld();
  server = await startTestServer((request) =>
    request.path === '/cgi-bin/stable_token'
      ? { body: { access_token: 'token-1', expires_in: 7200 } }
      : answer(request),
  );
  const { platforms, db, vault, now } = world.deps;
  platforms.wechat = {
    appId: 'wx-example',
    secret: 'app-secret',
    baseUrl: server.url,
    tokens: createTokenStore(db, vault),
    now,
    timeoutMs: 300,
  };
  platforms.hosts = [{ id: 'enterprise-cloud', alg: 'HS256', key: secret, audience: 'window' }];
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

const openids = (openid: string) => () => ({ body: { openid, session_key: 'k' } });
const phoneAnswer = (phone: string) => () => ({
  body: {
    errcode: 0,
    phone_info: { purePhoneNumber: phone, countryCode: '86', watermark: { appid: 'wx-example' } },
  },
});
const wechat = async (openid: string) => {
  answer = openids(openid);
  const { body } = await nobody(world).call('POST', '/reporter/sessions/wechat', { code: 'code-1' });
  return { ...caller(world, { authorization: `Bearer ${String(body.token)}` }), body };
};

it('knows the same WeChat user again', async () => {
  const first = await wechat('openid-1');
  const second = await wechat('openid-1');
  expect(second.body.reporter).toEqual(first.body.reporter);
  expect(first.body.reporter).toMatchObject({ kind: 'person', phone: null });
});

it('makes one account of two channels once the phone is proved, orders and all', async () => {
  const byPhone = await reporter(world, '13800000061');
  const me = (await byPhone.call('GET', '/reporter/me')).body;
  const byWechat = await wechat('openid-2');
  const { report, ...rest } = aReport();
  const order = await byWechat.call('POST', '/orders', { ...rest, report });
  expect(order.status).toBe(201);
  answer = phoneAnswer('13800000061');
  const tied = await byWechat.call('POST', '/reporter/phone', { code: 'phone-code' });
  expect(tied).toMatchObject({ status: 200, body: { id: me.id, phone: '138****0061' } });
  const mine = await byPhone.call('GET', '/my/orders');
  expect((mine.body.items as { number: string }[]).map((each) => each.number)).toEqual([
    (order.body as { number: string }).number,
  ]);
  const number = (order.body as { number: string }).number;
  expect((await byPhone.call('GET', `/orders/${number}`)).status).toBe(200);
  expect((await byWechat.call('GET', '/reporter/me')).body.id).toBe(me.id);
  expect((await wechat('openid-2')).body.reporter).toMatchObject({ id: me.id });
});

it('ties a first phone to the account that has none', async () => {
  const byWechat = await wechat('openid-3');
  answer = phoneAnswer('13800000062');
  const tied = await byWechat.call('POST', '/reporter/phone', { code: 'phone-code' });
  expect(tied.body).toMatchObject({
    id: (byWechat.body.reporter as { id: string }).id,
    phone: '138****0062',
  });
  const bySms = await reporter(world, '13800000062');
  expect((await bySms.call('GET', '/reporter/me')).body.id).toBe(tied.body.id);
});

it.each<[string, Reply, number, string]>([
  ['a used code', { body: { errcode: 40163 } }, 422, 'identity.not-proved'],
  ['a platform that hangs', 'hang', 503, 'platform.unavailable'],
  ['a platform that is busy', { body: { errcode: -1 } }, 503, 'platform.unavailable'],
])('tells the person of %s', async (_title, reply, status, code) => {
  answer = () => reply;
  const refused = await nobody(world).call('POST', '/reporter/sessions/wechat', { code: 'code-9' });
  expect(refused).toMatchObject({ status, body: { code } });
});

it('says that Alipay is not set here', async () => {
  const refused = await nobody(world).call('POST', '/reporter/sessions/alipay', { code: 'code-1' });
  expect(refused).toMatchObject({ status: 404, body: { code: 'platform.not-set' } });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function ticket(claims: object, key = secret): string {
  const iat = Math.floor(world.now.at / 1000);
  const head = `${part({ alg: 'HS256' })}.${part({
    iss: 'enterprise-cloud',
    aud: 'window',
    sub: 'enterprise-user-1',
    iat,
    exp: iat + 120,
    ...claims,
  })}`;
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`;
}
const enterprise = { name: '上海示例有限公司', creditCode: '91310000MA1FL00000' };

it('signs an enterprise in by its ticket, once', async () => {
  const right = { ...enterprise, creditCode: '91350100M000100Y43' };
  const given = ticket({ jti: 'ticket-0001', enterprise: right, operator: '张示例' });
  const first = await nobody(world).call('POST', '/reporter/sessions/ticket', { ticket: given });
  expect(first).toMatchObject({
    status: 200,
    body: { reporter: { kind: 'enterprise', name: '张示例', enterprise: right } },
  });
  const again = await nobody(world).call('POST', '/reporter/sessions/ticket', { ticket: given });
  expect(again).toMatchObject({ status: 422, body: { code: 'identity.not-proved' } });
});

it.each([
  ['a forged ticket', () => ticket({ jti: 'ticket-0002' }, `${secret}x`)],
  ['a credit code with a wrong check digit', () => ticket({ jti: 'ticket-0003', enterprise })],
  ['an old ticket', () => ticket({ jti: 'ticket-0004', iat: 1, exp: 100 })],
])('refuses %s', async (_title, make) => {
  const refused = await nobody(world).call('POST', '/reporter/sessions/ticket', { ticket: make() });
  expect(refused).toMatchObject({ status: 422, body: { code: 'identity.not-proved' } });
});

it('keeps platform tokens sealed and lets one renew at a time', async () => {
  const tokens = createTokenStore(world.deps.db, world.deps.vault);
  await tokens.put('a-key', 'a-secret-token', world.now.at + 1000);
  const stored = await world.owner.query("select sealed from provider_token where key = 'a-key'");
  expect(stored.rows[0].sealed).not.toContain('a-secret-token');
  await expect(tokens.get('a-key')).resolves.toEqual({
    value: 'a-secret-token',
    expiresAt: world.now.at + 1000,
  });
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((done) => setTimeout(done, 30));
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => tokens.lock?.('a-key', work)));
  expect(most).toBe(1);
});

import { memoryTokens } from '../../provider/testing/memory-tokens';
import {
  type Reply,
  type SeenRequest,
  startTestServer,
  type TestServer,
} from '../../provider/testing/test-server';
import { checkWechatText, requestWechatMediaCheck } from './wechat-content';
import { wechatPhone, wechatUser } from './wechat-session';

let server: TestServer;
afterEach(() => server.close());

async function aWechat(answer: (request: SeenRequest) => Reply) {
  let tokens = 0;
  server = await startTestServer((request) => {
    if (request.path !== '/cgi-bin/stable_token') return answer(request);
    tokens += 1;
    return { body: { access_token: `token-${tokens}`, expires_in: 7200 } };
  });
  return {
    appId: 'wx-example',
    secret: 'app-secret',
    baseUrl: server.url,
    tokens: memoryTokens(),
    now: () => 0,
    timeoutMs: 300,
  };
}

describe('code2Session', () => {
  it('brings openid and unionid, and keeps no session key', async () => {
    const app = await aWechat(() => ({
      body: { openid: 'openid-1', session_key: 'tiihtNczf5v6AKRyjwEUhQ==', unionid: 'union-1' },
    }));
    await expect(wechatUser(app, 'code-1')).resolves.toEqual({ openid: 'openid-1', unionid: 'union-1' });
    expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
      appid: 'wx-example',
      secret: 'app-secret',
      js_code: 'code-1',
      grant_type: 'authorization_code',
    });
  });

  it.each<[string, Reply, object]>([
    [
      'a wrong code',
      { body: { errcode: 40029, errmsg: 'invalid code' } },
      { kind: 'rejected', retryable: false },
    ],
    ['a used code', { body: { errcode: 40163, errmsg: 'code been used' } }, { kind: 'rejected' }],
    ['too many calls', { body: { errcode: 45011 } }, { kind: 'throttled', retryAfterMs: 60_000 }],
    ['a busy system', { body: { errcode: -1 } }, { kind: 'unavailable' }],
    ['an empty answer', { body: {} }, { kind: 'unavailable' }],
    ['a hang', 'hang', { kind: 'timeout' }],
  ])('understands %s', async (_title, reply, expected) => {
    const app = await aWechat(() => reply);
    await expect(wechatUser(app, 'code-1')).rejects.toMatchObject(expected);
  });
});

describe('getPhoneNumber', () => {
  const answer = (appid: string) => ({
    body: {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '+8613800000001',
        purePhoneNumber: '13800000001',
        countryCode: 86,
        watermark: { timestamp: 1637744274, appid },
      },
    },
  });

  it('brings the phone', async () => {
    const app = await aWechat(() => answer('wx-example'));
    await expect(wechatPhone(app, 'phone-code')).resolves.toEqual({
      phone: '13800000001',
      countryCode: '86',
    });
    expect(server.requests.at(-1)).toMatchObject({
      path: '/wxa/business/getuserphonenumber',
      json: { code: 'phone-code' },
    });
  });

  it('refuses a phone given to another app', async () => {
    const app = await aWechat(() => answer('wx-other'));
    await expect(wechatPhone(app, 'phone-code')).rejects.toMatchObject({ providerCode: '40013' });
  });

  it('renews an expired token', async () => {
    const app = await aWechat(({ query }) =>
      query.get('access_token') === 'token-1' ? { body: { errcode: 42001 } } : answer('wx-example'),
    );
    await expect(wechatPhone(app, 'phone-code')).resolves.toMatchObject({ phone: '13800000001' });
  });
});

describe('content checks', () => {
  const verdict = (suggest: string, label: number) => ({
    body: { errcode: 0, errmsg: 'ok', trace_id: `trace-${label}`, result: { suggest, label }, detail: [] },
  });

  it('asks for a text with version 2', async () => {
    const app = await aWechat(() => verdict('pass', 100));
    await expect(checkWechatText(app, 'openid-1', '办不成事')).resolves.toEqual({
      suggest: 'pass',
      label: '100',
      traceId: 'trace-100',
    });
    expect(server.requests.at(-1)).toMatchObject({
      path: '/wxa/msg_sec_check',
      json: { version: 2, scene: 2, openid: 'openid-1', content: '办不成事' },
    });
  });

  it('checks a long text in pieces and keeps the gravest verdict', async () => {
    const app = await aWechat(({ body }) =>
      body.includes('坏') ? verdict('risky', 20006) : verdict('pass', 100),
    );
    const text = `${'好'.repeat(2500)}坏${'好'.repeat(2500)}`;
    await expect(checkWechatText(app, 'openid-1', text)).resolves.toMatchObject({
      suggest: 'risky',
      label: '20006',
    });
    expect(server.requests.filter(({ path }) => path === '/wxa/msg_sec_check')).toHaveLength(3);
  });

  it('asks for a picture and brings the trace id', async () => {
    const app = await aWechat(() => ({ body: { errcode: 0, errmsg: 'ok', trace_id: 'trace-1' } }));
    await expect(requestWechatMediaCheck(app, 'openid-1', 'https://files.example/1')).resolves.toEqual({
      traceId: 'trace-1',
    });
    expect(server.requests.at(-1)?.json).toMatchObject({ media_type: 2, version: 2, openid: 'openid-1' });
  });

  it.each([
    [61010, 'rejected'],
    [45009, 'throttled'],
    [44991, 'throttled'],
  ])('understands errcode %i', async (errcode, kind) => {
    const app = await aWechat(() => ({ body: { errcode, errmsg: 'no' } }));
    await expect(checkWechatText(app, 'openid-1', '文字')).rejects.toMatchObject({ kind });
  });
});

import { aMessage } from '../testing/a-message';
import { memoryTokens } from '../testing/memory-tokens';
import { type Reply, type SeenRequest, startTestServer, type TestServer } from '../testing/test-server';
import { createWechatProvider, fitWechatField } from './subscribe-message';

const settings = {
  templates: {
    'order.accepted': {
      id: 'TEMPLATE-1',
      fields: { character_string1: 'number', thing2: 'unit', time3: 'due' },
      page: 'pages/home/index',
    },
  },
};

/** api.weixin.qq.com as far as this needs it: a stable token that only force_refresh changes before its end. */
async function aWechat(send: (request: SeenRequest, server: { token: string }) => Reply = () => sent) {
  const state = { token: 'token-1', issued: 1, now: 1_000_000, forced: 0, fetched: 0 };
  const server = await startTestServer((request) => {
    if (request.path === '/cgi-bin/stable_token') {
      if (request.json.secret !== 'app-secret')
        return { body: { errcode: 40125, errmsg: 'invalid appsecret' } };
      state.fetched += 1;
      if (request.json.force_refresh) {
        state.forced += 1;
        state.issued += 1;
        state.token = `token-${state.issued}`;
      }
      return { body: { access_token: state.token, expires_in: 7200 } };
    }
    if (request.query.get('access_token') !== state.token)
      return { body: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid' } };
    return send(request, state);
  });
  const tokens = memoryTokens();
  const app = {
    appId: 'wx-example',
    secret: 'app-secret',
    baseUrl: server.url,
    tokens,
    now: () => state.now,
    timeoutMs: 300,
  };
  open.push(server);
  return { server, state, tokens, app, provider: createWechatProvider(app, settings) };
}

const sent = { body: { errcode: 0, errmsg: 'ok', msgid: 294402298110051 } };
const open: TestServer[] = [];
const key = 'wechat:wx-example:access-token';

afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

it('sends the documented request', async () => {
  const { provider, server } = await aWechat();
  const answer = await provider.send(
    aMessage({ recipient: 'openid-1', link: '/pages/order/index?number=CM20261123000177' }),
  );
  expect(answer).toEqual({ providerMessageId: '294402298110051' });
  expect(server.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    json: {
      touser: 'openid-1',
      template_id: 'TEMPLATE-1',
      page: 'pages/order/index?number=CM20261123000177',
      miniprogram_state: 'formal',
      data: { character_string1: { value: 'CM20261123000177' }, thing2: { value: '示例中心' } },
    },
  });
});

it('fetches the token once for many messages at once, and again before its end', async () => {
  const { provider, state } = await aWechat();
  await Promise.all(Array.from({ length: 8 }, () => provider.send(aMessage())));
  expect(state.fetched).toBe(1);
  state.now += 7200_000 - 3 * 60_000;
  await provider.send(aMessage());
  expect(state.fetched).toBe(2);
});

it('takes the newer token of another instance before asking for one', async () => {
  const { provider, tokens, state } = await aWechat();
  await tokens.put(key, 'token-0', state.now + 60_000);
  await provider.send(aMessage());
  expect(state).toMatchObject({ fetched: 1, forced: 0 });
});

it('forces a new token only when WeChat still hands out the one it refuses', async () => {
  const refused = 'token-1';
  const { provider, tokens, state } = await aWechat(({ query }) =>
    query.get('access_token') === refused ? { body: { errcode: 42001, errmsg: 'expired' } } : sent,
  );
  await tokens.put(key, refused, state.now + 60_000);
  await Promise.all([provider.send(aMessage()), provider.send(aMessage())]);
  expect(state).toMatchObject({ forced: 1 });
  expect(tokens.kept.get(key)?.value).toBe('token-2');
});

it.each([40001, 42001, 40014])(
  'renews the token once and no more when %i does not go away',
  async (errcode) => {
    const { provider, server } = await aWechat(() => ({ body: { errcode, errmsg: 'no' } }));
    await expect(provider.send(aMessage())).rejects.toMatchObject({
      kind: 'misconfigured',
      providerCode: String(errcode),
    });
    expect(server.requests.filter(({ path }) => path.endsWith('/send'))).toHaveLength(2);
  },
);

it.each([
  [43101, { kind: 'refused-by-user', retryable: false }],
  [40003, { kind: 'bad-recipient', retryable: false }],
  [47003, { kind: 'rejected', retryable: false }],
  [40037, { kind: 'misconfigured' }],
  [45009, { kind: 'throttled', retryable: true, retryAfterMs: 600_000 }],
  [-1, { kind: 'unavailable', retryable: true }],
  [99999, { kind: 'rejected', retryable: false }],
])('understands errcode %i', async (errcode, expected) => {
  const { provider } = await aWechat(() => ({ body: { errcode, errmsg: 'openid openid-1 refused' } }));
  await expect(provider.send(aMessage())).rejects.toMatchObject(expected);
});

it.each<[string, Reply, object]>([
  ['hangs', 'hang', { kind: 'timeout', retryable: true }],
  ['cuts the connection', 'cut', { kind: 'unavailable', retryable: true }],
  ['answers 502', { status: 502, body: '<html>' }, { kind: 'unavailable', providerCode: 'http_502' }],
])('is to be tried again when WeChat %s', async (_title, reply, expected) => {
  const { provider } = await aWechat(() => reply);
  await expect(provider.send(aMessage())).rejects.toMatchObject(expected);
});

it('reports a wrong app secret as our own mistake', async () => {
  const { app } = await aWechat();
  const provider = createWechatProvider({ ...app, secret: 'wrong' }, settings);
  await expect(provider.send(aMessage())).rejects.toMatchObject({
    kind: 'misconfigured',
    providerCode: '40125',
  });
});

it.each([
  [{ template: 'order.unheard' }, { kind: 'misconfigured', providerCode: 'template_unknown' }],
  [{ template: 'constructor' }, { kind: 'misconfigured', providerCode: 'template_unknown' }],
  [{ params: {} }, { kind: 'rejected', providerCode: 'param_missing' }],
])('does not call for %j', async (overrides, expected) => {
  const { provider, server } = await aWechat();
  await expect(provider.send(aMessage(overrides))).rejects.toMatchObject(expected);
  expect(server.requests).toHaveLength(0);
});

it.each([
  ['thing2', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing2', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
  ['phrase1', '正在办理当中', '正在办理…'],
  ['thing2', ' 两行\n文字 ', '两行 文字'],
  ['time3', '2026年11月24日 17:00', '2026年11月24日 17:00'],
])('fits %s %j to %j', (field, value, fitted) => {
  expect(fitWechatField(field, value)).toBe(fitted);
});

import { aMessage } from '../testing/a-message';
import { type AlipayReply, startAlipay } from '../testing/alipay-server';
import { createAlipayProvider } from './template-message';

const method = 'alipay.open.app.mini.templatemessage.send';
const settings = {
  templates: {
    'order.accepted': {
      id: 'MDI4Yz',
      fields: { keyword1: 'number', keyword2: 'unit' },
      page: 'pages/home/index',
    },
  },
};
let alipay: Awaited<ReturnType<typeof startAlipay>>;
afterEach(() => alipay.close());

async function send(reply: AlipayReply, recipientKind?: 'open-id') {
  alipay = await startAlipay(() => reply);
  return createAlipayProvider(alipay.app, { ...settings, recipientKind }).send(
    aMessage({ recipient: '2088000000000001' }),
  );
}

it('sends the documented request, signed with RSA2', async () => {
  await expect(send({ code: '10000', msg: 'Success' })).resolves.toEqual({});
  expect(alipay.calls).toEqual([
    {
      method,
      signed: true,
      params: expect.objectContaining({ app_id: 'app-example', sign_type: 'RSA2' }),
      content: {
        to_user_id: '2088000000000001',
        user_template_id: 'MDI4Yz',
        page: 'pages/home/index',
        data: '{"keyword1":{"value":"CM20261123000177"},"keyword2":{"value":"示例中心"}}',
      },
    },
  ]);
});

it('names an open id as such', async () => {
  await send({ code: '10000' }, 'open-id');
  expect(alipay.calls[0]?.content).toMatchObject({ to_open_id: '2088000000000001' });
});

const failed = (sub_code: string) => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code,
  sub_msg: '用户 2088000000000001',
});

it.each<[string, AlipayReply, object]>([
  [
    'a template removed',
    failed('USER_TEMPLATE_ILLEGAL'),
    { kind: 'misconfigured', providerCode: 'USER_TEMPLATE_ILLEGAL' },
  ],
  [
    'a user who did not subscribe',
    failed('USER_NOT_SUBSCRIBE'),
    { kind: 'refused-by-user', retryable: false },
  ],
  ['a message it will not take', failed('FORM_ID_NOT_MATCH_APPID'), { kind: 'rejected', retryable: false }],
  ['its own failure', failed('SYSTEM_ERROR'), { kind: 'unavailable', retryable: true }],
  ['a busy gateway', { code: '20000', sub_code: 'isp.unknow-error' }, { kind: 'unavailable' }],
  [
    'too many calls',
    { code: '40005', sub_code: 'isv.app-call-limited' },
    { kind: 'throttled', retryable: true },
  ],
  ['a wrong signature', { code: '40002', sub_code: 'isv.invalid-signature' }, { kind: 'misconfigured' }],
  [
    'an unsigned gateway error',
    { unsigned: { error_response: { code: '40002', sub_code: 'isv.invalid-app-id' } } },
    { kind: 'misconfigured', providerCode: 'isv.invalid-app-id' },
  ],
  [
    'a success nobody signed',
    { unsigned: { alipay_open_app_mini_templatemessage_send_response: { code: '10000' } } },
    { kind: 'unavailable', providerCode: 'answer_unsigned' },
  ],
  [
    'a success in the dress of an error',
    { unsigned: { error_response: { code: '10000' } } },
    { kind: 'rejected', providerCode: '10000' },
  ],
  [
    'an answer somebody else signed',
    { forged: { code: '10000' } },
    { kind: 'unavailable', providerCode: 'answer_forged' },
  ],
  ['a 502', { http: { status: 502, body: '<html>' } }, { kind: 'unavailable', providerCode: 'http_502' }],
  ['a hang', { http: 'hang' }, { kind: 'timeout', retryable: true }],
  ['a cut connection', { http: 'cut' }, { kind: 'unavailable', retryable: true }],
])('understands %s', async (_title, reply, expected) => {
  const problem = await send(reply).catch((failure) => failure);
  expect(problem).toMatchObject({ name: 'ProviderError', ...expected });
  expect(String(problem)).not.toContain('2088');
});

it('reports a key that cannot be read as our own mistake', async () => {
  alipay = await startAlipay(() => ({ code: '10000' }));
  const provider = createAlipayProvider({ ...alipay.app, privateKey: 'not a key' }, settings);
  await expect(provider.send(aMessage())).rejects.toMatchObject({ kind: 'misconfigured' });
});

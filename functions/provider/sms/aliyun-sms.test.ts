import { aMessage } from '../testing/a-message';
import { type Reply, startTestServer, type TestServer } from '../testing/test-server';
import { createAliyunSmsProvider } from './aliyun-sms';

let server: TestServer;
afterEach(() => server.close());

async function send(reply: Reply, recipient = '13800000001', protocol: 'HTTP' | 'HTTPS' = 'HTTP') {
  server = await startTestServer(() => reply, protocol === 'HTTPS');
  const provider = createAliyunSmsProvider({
    accessKeyId: 'example-id',
    accessKeySecret: 'example-secret',
    signName: '示例签名',
    templates: { 'order.accepted': { id: 'SMS_1', fields: { number: 'number', unit: 'unit' } } },
    endpoint: `127.0.0.1:${server.port}`,
    protocol,
    timeoutMs: 500,
  });
  return provider.send(aMessage({ recipient }));
}

const refusal = (Code: string) => ({ body: { Code, Message: '触发流控 13800000001', RequestId: 'R-1' } });

it('sends the documented request', async () => {
  const reply = { body: { Code: 'OK', Message: 'OK', BizId: '900619746936498440^0', RequestId: 'R-1' } };
  await expect(send(reply)).resolves.toEqual({ providerMessageId: '900619746936498440^0' });
  const [request] = server.requests;
  expect(request?.headers['x-acs-action']).toBe('SendSms');
  expect(request?.headers.authorization).toMatch(/^ACS3-HMAC-SHA256 Credential=example-id,/);
  const sent = Object.fromEntries([...(request?.query ?? []), ...new URLSearchParams(request?.body)]);
  expect(sent).toMatchObject({
    PhoneNumbers: '13800000001',
    SignName: '示例签名',
    TemplateCode: 'SMS_1',
    TemplateParam: '{"number":"CM20261123000177","unit":"示例中心"}',
    OutId: 'outbox-0001',
  });
});

it.each<[string, Reply, object]>([
  [
    'the limit per phone',
    refusal('isv.BUSINESS_LIMIT_CONTROL'),
    { kind: 'throttled', retryAfterMs: 600_000 },
  ],
  ['the limit of the day', refusal('isv.DAY_LIMIT_CONTROL'), { kind: 'throttled', retryAfterMs: 3_600_000 }],
  ['a wrong phone', refusal('isv.MOBILE_NUMBER_ILLEGAL'), { kind: 'bad-recipient', retryable: false }],
  ['no money left', refusal('isv.AMOUNT_NOT_ENOUGH'), { kind: 'misconfigured', retryable: true }],
  ['an unknown template', refusal('isv.SMS_TEMPLATE_ILLEGAL'), { kind: 'misconfigured' }],
  ['a forbidden word', refusal('isv.SMS_CONTENT_ILLEGAL'), { kind: 'rejected', retryable: false }],
  ['their own failure', refusal('isp.SYSTEM_ERROR'), { kind: 'unavailable', retryable: true }],
  [
    'too many calls',
    { status: 400, ...refusal('Throttling.User') },
    { kind: 'throttled', retryable: true, providerCode: 'Throttling.User' },
  ],
  [
    'a wrong key',
    { status: 404, ...refusal('InvalidAccessKeyId.NotFound') },
    { kind: 'misconfigured', providerCode: 'InvalidAccessKeyId.NotFound' },
  ],
  ['a 503', { status: 503, ...refusal('ServiceUnavailable') }, { kind: 'unavailable' }],
  ['a 502 that is no JSON', { status: 502, body: '<html>' }, { kind: 'unavailable' }],
  ['a hang', 'hang', { kind: 'timeout', retryable: true }],
  ['a cut connection', 'cut', { kind: 'unavailable', retryable: true }],
])('understands %s', async (_title, reply, expected) => {
  const problem = await send(reply).catch((failure) => failure);
  expect(problem).toMatchObject(expected);
  expect(String(problem)).not.toContain('13800000001');
  expect(server.requests).toHaveLength(1);
});

it('refuses a certificate nobody vouches for', async () => {
  await expect(send({ body: { Code: 'OK' } }, '13800000001', 'HTTPS')).rejects.toMatchObject({
    kind: 'unavailable',
  });
  expect(server.requests).toHaveLength(0);
});

it('asks nobody about something that is not a phone', async () => {
  await expect(send(refusal('OK'), '021-00000000')).rejects.toMatchObject({ kind: 'bad-recipient' });
});

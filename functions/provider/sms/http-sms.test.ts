import { createHmac } from 'node:crypto';
import { aMessage } from '../testing/a-message';
import { type Reply, startTestServer, type TestServer } from '../testing/test-server';
import { createHttpSmsProvider } from './http-sms';

let server: TestServer;
afterEach(() => server.close());

async function send(reply: Reply, recipient = '+8613800000001') {
  server = await startTestServer(() => reply);
  const provider = createHttpSmsProvider({
    url: `${server.url}/sms`,
    keyId: 'key-1',
    secret: 'gateway-secret',
    signName: '示例签名',
    now: () => 1_800_000_000_000,
    timeoutMs: 300,
  });
  return provider.send(aMessage({ recipient }));
}

it('sends a signed request that the gateway can check', async () => {
  await expect(send({ body: { id: 'sms-77' } })).resolves.toEqual({ providerMessageId: 'sms-77' });
  const [request] = server.requests;
  expect(request?.json).toMatchObject({ id: 'outbox-0001', phone: '13800000001', sign: '示例签名' });
  const expected = createHmac('sha256', 'gateway-secret')
    .update(`outbox-0001.1800000000.${request?.body}`)
    .digest('base64');
  expect(request?.headers).toMatchObject({
    'idempotency-key': 'outbox-0001',
    'x-key-id': 'key-1',
    'webhook-signature': `v1,${expected}`,
  });
});

it.each<[string, Reply, object]>([
  ['no such phone', { status: 422, body: { code: 'bad_recipient' } }, { kind: 'bad-recipient' }],
  ['unsubscribed', { body: { code: 'refused_by_user' } }, { kind: 'refused-by-user', retryable: false }],
  [
    'throttled',
    { status: 429, headers: { 'retry-after': '60' }, body: { code: 'throttled' } },
    { kind: 'throttled', retryAfterMs: 60_000 },
  ],
  ['a code nobody knows', { body: { code: 'odd' } }, { kind: 'rejected', providerCode: 'odd' }],
  ['a wrong key', { status: 401, body: '' }, { kind: 'misconfigured', retryable: true }],
  ['broken', { status: 500, body: 'oops' }, { kind: 'unavailable', retryable: true }],
  ['not JSON', { body: 'ok' }, { kind: 'unavailable' }],
  ['hanging', 'hang', { kind: 'timeout' }],
  ['cut', 'cut', { kind: 'unavailable' }],
])('understands a gateway that is %s', async (_title, reply, expected) => {
  await expect(send(reply)).rejects.toMatchObject(expected);
});

it('asks nobody about something that is not a phone', async () => {
  await expect(send({ body: {} }, '12345')).rejects.toMatchObject({ kind: 'bad-recipient' });
  expect(server.requests).toHaveLength(0);
});

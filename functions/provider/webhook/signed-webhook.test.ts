import { createHmac } from 'node:crypto';
import { aMessage } from '../testing/a-message';
import { type Reply, startTestServer, type TestServer } from '../testing/test-server';
import { isPublicAddress } from './public-address';
import { createWebhookProvider, type WebhookSettings } from './signed-webhook';

const secret = 'partner-secret';
const now = 1_800_000_000_000;
let server: TestServer;
afterEach(() => server?.close());

function providerFor(url: string, overrides: Partial<WebhookSettings> = {}) {
  return createWebhookProvider({
    source: 'https://window.example/',
    now: () => now,
    endpointOf: async (partner) => (partner === 'city' ? { url, secret } : null),
    allowedNetworks: ['127.0.0.0/8'],
    allowHttp: true,
    timeoutMs: 300,
    ...overrides,
  });
}
const event = aMessage({ recipient: 'city', occurredAt: 1_795_000_000_000 });

async function send(reply: Reply, overrides: Partial<WebhookSettings> = {}) {
  server = await startTestServer(() => reply);
  return providerFor(`${server.url}/events`, overrides).send(event);
}

it('posts a CloudEvents 1.0 event in structured mode, signed', async () => {
  await expect(send({ status: 204, body: '' })).resolves.toEqual({});
  const [request] = server.requests;
  expect(request?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(request?.json).toEqual({
    specversion: '1.0',
    id: 'outbox-0001',
    source: 'https://window.example/',
    type: 'order.accepted',
    time: '2026-11-18T19:06:40.000+08:00',
    datacontenttype: 'application/json',
    subject: '事项已受理',
    data: { ...event.params, text: event.text },
  });
  const signed = `outbox-0001.1800000000.${request?.body}`;
  expect(request?.headers).toMatchObject({
    'webhook-id': 'outbox-0001',
    'webhook-timestamp': '1800000000',
    'webhook-signature': `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  });
});

it('does not wait for the end of an answer', async () => {
  await expect(send('drip')).resolves.toEqual({});
});

it.each<[string, Reply, object]>([
  [
    'redirects',
    { status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
    { kind: 'misconfigured', providerCode: 'http_307' },
  ],
  ['is broken', { status: 500, body: '' }, { kind: 'unavailable' }],
  [
    'is busy',
    { status: 429, headers: { 'retry-after': '9' }, body: '' },
    { kind: 'throttled', retryAfterMs: 9000 },
  ],
  ['refuses the event', { status: 422, body: '' }, { kind: 'rejected', retryable: false }],
  ['hangs', 'hang', { kind: 'timeout', retryable: true }],
  ['cuts the connection', 'cut', { kind: 'unavailable', retryable: true }],
])('understands a partner that %s', async (_title, reply, expected) => {
  await expect(send(reply)).rejects.toMatchObject(expected);
  expect(server.requests).toHaveLength(1);
});

it('knows no partner of another name', async () => {
  await expect(
    providerFor('https://partner.example/').send(aMessage({ recipient: 'nobody' })),
  ).rejects.toMatchObject({ kind: 'bad-recipient' });
});

describe('keeps out of our own network', () => {
  it.each([
    'http://127.0.0.1:9/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.8/',
    'http://localhost/',
  ])('at %s', async (url) => {
    await expect(providerFor(url, { allowedNetworks: [] }).send(event)).rejects.toMatchObject({
      kind: 'misconfigured',
      providerCode: 'address_forbidden',
      retryable: false,
    });
  });

  it.each(['ftp://partner.example/', 'https://user:pass@partner.example/', 'not an address'])(
    'and takes no %s',
    async (url) => {
      await expect(providerFor(url).send(event)).rejects.toMatchObject({ providerCode: 'bad_url' });
    },
  );

  it('nor plain http unless told so', async () => {
    await expect(
      providerFor('http://partner.example/', { allowHttp: false }).send(event),
    ).rejects.toMatchObject({ providerCode: 'bad_url' });
  });

  it('when one of several addresses is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.8', family: 4 },
    ];
    await expect(providerFor('https://partner.example/', { resolve }).send(event)).rejects.toMatchObject({
      providerCode: 'address_forbidden',
    });
  });

  it('and connects to the address it checked, asking for it once', async () => {
    server = await startTestServer(() => ({ body: '' }), true);
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.8', family: 4 }];
    };
    const url = `https://partner.example:${server.port}/`;
    await providerFor(url, { resolve, ca: server.ca, allowHttp: false }).send(event);
    expect(server.requests[0]?.headers.host).toBe(`partner.example:${server.port}`);
    expect(asked).toBe(1);
  });

  it('and tries again later when the name cannot be resolved', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' });
    };
    await expect(providerFor('https://partner.example/', { resolve }).send(event)).rejects.toMatchObject({
      kind: 'unavailable',
      providerCode: 'EAI_AGAIN',
      retryable: true,
    });
  });
});

it('refuses a certificate nobody vouches for', async () => {
  server = await startTestServer(() => ({ body: '' }), true);
  await expect(providerFor(server.url).send(event)).rejects.toMatchObject({
    kind: 'unavailable',
    providerCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
});

it.each([
  ['8.8.8.8', true],
  ['172.15.0.1', true],
  ['172.16.0.1', false],
  ['100.64.0.1', false],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2400:3200::1', true],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['::', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['::ffff:8.8.8.8', false],
  ['partner.example', false],
])('%s is a public address: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

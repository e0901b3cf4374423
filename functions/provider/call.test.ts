import { createServer } from 'node:net';
import * as z from 'zod';
import { call, callJson } from './call';
import { listen, startTestServer, type TestServer } from './testing/test-server';

const shape = z.object({ errcode: z.number() });
let server: TestServer;

afterEach(() => server?.close());

const troubles: [string, Parameters<typeof startTestServer>[0], object][] = [
  ['a hang → timeout', () => 'hang', { kind: 'timeout', retryable: true }],
  ['an answer that never ends → timeout', () => 'drip', { kind: 'timeout' }],
  [
    'a cut connection → unavailable',
    () => 'cut',
    { kind: 'unavailable', providerCode: 'ECONNRESET', retryable: true },
  ],
  [
    'a 503 → unavailable, with the time to wait',
    () => ({ status: 503, headers: { 'retry-after': '30' }, body: 'busy' }),
    { kind: 'unavailable', providerCode: 'http_503', retryAfterMs: 30_000 },
  ],
  [
    'a 429 → throttled',
    () => ({ status: 429, headers: { 'retry-after': '5' }, body: '' }),
    { kind: 'throttled', retryAfterMs: 5000, retryable: true },
  ],
  ['a 401 → misconfigured', () => ({ status: 401, body: '' }), { kind: 'misconfigured' }],
  ['a 400 → rejected for good', () => ({ status: 400, body: '' }), { kind: 'rejected', retryable: false }],
  ['HTML instead of JSON → unavailable', () => ({ body: '<html>' }), { providerCode: 'unreadable_answer' }],
  ['JSON of another shape → unavailable', () => ({ body: {} }), { providerCode: 'unreadable_answer' }],
  [
    'an answer too large → unavailable',
    () => ({ body: `{"errcode":0,"x":"${'x'.repeat(3000)}"}` }),
    { providerCode: 'answer_too_large' },
  ],
];

it.each(troubles)('turns %s', async (_title, behaviour, expected) => {
  server = await startTestServer(behaviour);
  const asking = callJson({ url: server.url, body: {}, timeoutMs: 300, maxAnswerBytes: 2048 }, shape);
  await expect(asking).rejects.toMatchObject(expected);
});

it('never follows a redirect', async () => {
  server = await startTestServer(({ path }) =>
    path === '/' ? { status: 302, headers: { location: '/elsewhere' }, body: '' } : { body: { errcode: 0 } },
  );
  await expect(callJson({ url: server.url }, shape)).rejects.toMatchObject({ providerCode: 'http_302' });
  expect(server.requests).toHaveLength(1);
});

describe('with TLS', () => {
  it('refuses a certificate nobody vouches for', async () => {
    server = await startTestServer(() => ({ body: { errcode: 0 } }), true);
    await expect(call({ url: server.url })).rejects.toMatchObject({
      kind: 'unavailable',
      retryable: true,
      providerCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('accepts the one it was told to trust, for its own names only', async () => {
    server = await startTestServer(() => ({ body: { errcode: 0 } }), true);
    await expect(callJson({ url: server.url, ca: server.ca }, shape)).resolves.toEqual({ errcode: 0 });
    const other = server.url.replace('127.0.0.1', '127.0.0.2');
    await expect(call({ url: other, ca: server.ca })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('reports a server that refuses the handshake', async () => {
    const refusing = await listen(createServer((socket) => socket.end('220 not TLS\r\n')));
    await expect(call({ url: `https://127.0.0.1:${refusing.port}` })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await refusing.close();
  });
});

it('reports nobody listening', async () => {
  server = await startTestServer(() => 'cut');
  const { url } = server;
  await server.close();
  await expect(call({ url })).rejects.toMatchObject({ kind: 'unavailable', providerCode: 'ECONNREFUSED' });
});

it('says nothing of the address or the body in an error', async () => {
  server = await startTestServer(() => ({ status: 400, body: 'phone 13800000001 unknown' }));
  const problem = await callJson({ url: `${server.url}/?key=secret`, body: { phone: '13800000001' } }, shape)
    .then(() => '')
    .catch((failure) => JSON.stringify(failure) + String(failure));
  expect(problem).toContain('provider.rejected http_400');
  expect(problem).not.toMatch(/13800000001|secret|127\.0/);
});

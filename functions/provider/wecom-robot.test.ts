import { aMessage } from './testing/a-message';
import { type Reply, startTestServer, type TestServer } from './testing/test-server';
import { createWecomProvider, fitBytes } from './wecom-robot';

let server: TestServer;
afterEach(() => server.close());

async function send(reply: Reply, recipient = 'aaaaaaaa-0000-0000-0000-000000000001', text = '有新事项。') {
  server = await startTestServer(() => reply);
  const provider = createWecomProvider({ baseUrl: server.url, timeoutMs: 300 });
  return provider.send(aMessage({ recipient, text, link: 'https://window.example/console' }));
}

it('sends the documented request', async () => {
  await expect(send({ body: { errcode: 0, errmsg: 'ok' } })).resolves.toEqual({});
  expect(server.requests[0]).toMatchObject({
    path: '/cgi-bin/webhook/send',
    json: { msgtype: 'text', text: { content: '有新事项。\nhttps://window.example/console' } },
  });
  expect(server.requests[0]?.query.get('key')).toBe('aaaaaaaa-0000-0000-0000-000000000001');
});

it('keeps within 2048 bytes, link and all', async () => {
  await send({ body: { errcode: 0 } }, 'aaaaaaaa-0000', '长'.repeat(2000));
  const content = JSON.stringify(server.requests[0]?.json.text)
    .slice('{"content":"'.length, -2)
    .replace('\\n', '\n');
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
  expect(content).toMatch(/长…\nhttps:\/\/window\.example\/console$/);
  expect(fitBytes('一二三', 9)).toBe('一二三');
  expect(fitBytes('一二三四', 9)).toBe('一二…');
});

it.each<[string, Reply, object]>([
  [
    'throttled',
    { body: { errcode: 45009, errmsg: 'api freq out of limit' } },
    { kind: 'throttled', retryAfterMs: 60_000 },
  ],
  ['removed', { body: { errcode: 93000, errmsg: 'invalid webhook url' } }, { kind: 'bad-recipient' }],
  ['busy', { body: { errcode: -1, errmsg: 'system busy' } }, { kind: 'unavailable' }],
  ['given a wrong parameter', { body: { errcode: 40058, errmsg: 'invalid' } }, { kind: 'rejected' }],
  ['hanging', 'hang', { kind: 'timeout' }],
  ['cut', 'cut', { kind: 'unavailable' }],
  ['broken', { status: 500, body: '' }, { kind: 'unavailable' }],
])('understands a robot that is %s', async (_title, reply, expected) => {
  await expect(send(reply)).rejects.toMatchObject(expected);
});

it('does not let a key change the address', async () => {
  await expect(send({ body: { errcode: 0 } }, 'x&debug=1')).rejects.toMatchObject({ kind: 'bad-recipient' });
  expect(server.requests).toHaveLength(0);
});

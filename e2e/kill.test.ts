import { randomInt, randomUUID } from 'node:crypto';
import { openFolder, type Server, startServer } from './stage';

const rounds = Number(process.env.KILL_ROUNDS ?? 3);

async function json(server: Server, path: string, init: RequestInit = {}): Promise<Record<string, never>> {
  const headers = {
    'content-type': 'application/json',
    'x-requested-with': 'console',
    ...(init.headers as object),
  };
  const answer = await fetch(`${server.base}/api${path}`, { ...init, headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return {
    ...((await answer.json().catch(() => ({}))) as Record<string, never>),
    cookie: answer.headers.get('set-cookie')?.split(';')[0] as never,
  };
}

const post = (server: Server, path: string, body: unknown, headers = {}) =>
  json(server, path, { method: 'POST', body: JSON.stringify(body), headers });
const signIn = async (server: Server, username: string) =>
  (await post(server, '/staff/sessions', { username, password: 'demo-2026' })).cookie;

it('keeps every number that was answered, with its events, once, when the server is killed at any moment', async () => {
  const dataDir = openFolder('window-kill-');
  const answered = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer(dataDir);
    const cookie = await signIn(server, 'chuangkou');
    let alive = true;
    const worker = async () => {
      while (alive) {
        const key = randomUUID();
        const body = {
          channel: 'window',
          reporter: { kind: 'person', name: '示例市民' },
          report: { stage: 'other', story: `第 ${key} 位来访者的诉求，写满十个字。` },
          outcome: 'route',
        };
        const receipt = await post(server, '/desk/orders', body, { cookie, 'idempotency-key': key }).catch(
          () => null,
        );
        if (receipt) answered.set(String(receipt.number), key);
      }
    };
    const workers = Array.from({ length: 8 }, worker);
    await new Promise((done) => setTimeout(done, 500 + randomInt(1500)));
    server.process.kill('SIGKILL');
    alive = false;
    await Promise.all(workers);
  }
  const server = await startServer(dataDir);
  const cookie = await signIn(server, 'paidan');
  expect(answered.size).toBeGreaterThan(rounds);
  for (const [number, key] of answered) {
    const order = await json(server, `/orders/${number}`, { headers: { cookie } as never });
    expect(String(order.story)).toContain(key);
    expect((order.timeline as unknown as { kind: string }[]).map((line) => line.kind)).toContain(
      'order.registered',
    );
  }
  expect(new Set(answered.values()).size).toBe(answered.size);
  const inspector = await signIn(server, 'jiancha');
  expect(await post(server, '/audit/verify', {}, { cookie: inspector })).toMatchObject({ whole: true });
  await server.stop();
}, 240_000);

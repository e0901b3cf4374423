import { randomInt, randomUUID } from 'node:crypto';
import sharp from 'sharp';
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

/** A picture unlike any other, sent as a browser does: announced, put to the signed link, completed. */
async function sendPicture(server: Server, cookie: string): Promise<string> {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) };
  const bytes = await sharp({ create: { width: 160, height: 120, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const about = { name: '照片.jpg', sizeBytes: bytes.length, contentType: 'image/jpeg' };
  const { id, upload } = (await post(server, '/files', about, { cookie })) as unknown as {
    id: string;
    upload: { url: string; headers: Record<string, string> };
  };
  const put = await fetch(new URL(upload.url, server.base), {
    method: 'PUT',
    headers: upload.headers,
    body: new Uint8Array(bytes),
  });
  if (!put.ok) throw new Error(`upload: ${put.status}`);
  await post(server, `/files/${id}/complete`, {}, { cookie });
  return id;
}

interface Shown {
  story: string;
  timeline: { kind: string }[];
  files: { id: string; url: string; sizeBytes: number }[];
}

/** The keys in the stories of all orders of the ledger. */
async function allStories(server: Server, cookie: string): Promise<string[]> {
  const numbers: string[] = [];
  let cursor = '';
  do {
    const path = `/desk/orders?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const page = (await json(server, path, { headers: { cookie } as never })) as unknown as {
      items: { number: string }[];
      next: string | null;
    };
    numbers.push(...page.items.map((item) => item.number));
    cursor = page.next ?? '';
  } while (cursor);
  const stories: string[] = [];
  for (const number of numbers) {
    const order = await json(server, `/orders/${number}`, { headers: { cookie } as never });
    const key = String(order.story).match(/第 (\S+) 位来访者/)?.[1];
    if (key) stories.push(key);
  }
  return stories;
}

it('keeps every number that was answered, with its files and events, once, when the server is killed at any moment', async () => {
  const dataDir = openFolder('window-kill-');
  const answered = new Map<string, { key: string; picture: string }>();
  const sent = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer(dataDir);
    const cookie = await signIn(server, 'chuangkou');
    let alive = true;
    const worker = async () => {
      while (alive) {
        const key = randomUUID();
        const picture = await sendPicture(server, String(cookie)).catch(() => null);
        if (!picture) continue;
        sent.add(key);
        const body = {
          channel: 'window',
          reporter: { kind: 'person', name: '示例市民' },
          report: { stage: 'other', story: `第 ${key} 位来访者的诉求，写满十个字。`, files: [picture] },
          outcome: 'route',
        };
        const receipt = await post(server, '/desk/orders', body, { cookie, 'idempotency-key': key }).catch(
          () => null,
        );
        if (receipt) answered.set(String(receipt.number), { key, picture });
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
  for (const [number, { key, picture }] of answered) {
    const path = `/orders/${number}`;
    const order = (await json(server, path, { headers: { cookie } as never })) as unknown as Shown;
    expect(order.story).toContain(key);
    expect(order.timeline.map((line) => line.kind)).toContain('order.registered');
    expect(order.files.map((each) => each.id)).toEqual([picture]);
    for (const { url, sizeBytes } of order.files) {
      const bytes = Buffer.from(await (await fetch(new URL(url, server.base))).arrayBuffer());
      expect({ number, length: bytes.length }).toEqual({ number, length: sizeBytes });
      expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    }
  }
  // Reports whose answer was lost may exist without having been told; none may exist twice.
  const told = await allStories(server, String(cookie));
  expect(new Set(told).size).toBe(told.length);
  expect(told.length).toBeGreaterThanOrEqual(answered.size);
  for (const key of told) expect(sent.has(key)).toBe(true);
  const inspector = await signIn(server, 'jiancha');
  expect(await post(server, '/audit/verify', {}, { cookie: inspector })).toMatchObject({ whole: true });
  await server.stop();
}, 240_000);

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzip } from '../../file/unzip';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, matterId, reporter, staff } from '../../testing/people';
import { sendPicture } from '../../testing/send-picture';

let world: TestWorld;
let number: string;
let folder: string;
const cookieOf = async (username: string) =>
  (
    await world.app.request('/api/staff/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo-2026' }),
    })
  ).headers
    .get('set-cookie')
    ?.split(';')[0] ?? '';
const pack = async (username: string) =>
  world.app.request(`/api/keeping/orders/${number}/evidence.zip`, {
    headers: { cookie: await cookieOf(username) },
  });

beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(join(tmpdir(), 'window-evidence-'));
  const who = await reporter(world, '13800000001');
  const form = { matterId: await matterId(world, '社会保险登记'), files: [await sendPicture(world, who)] };
  const { body } = await who.call('POST', '/orders', aReport({}, form));
  number = String(body.number);
  const handler = await staff(world, 'renshe1');
  await handler.call('POST', `/orders/${number}/accept`, { version: 1 });
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const verify = () => spawnSync(process.execPath, ['verify.mjs'], { cwd: folder, encoding: 'utf8' });

it('packs what proves the order’s life, and anybody can check it with Node alone', async () => {
  const answer = await pack('jiancha');
  expect(answer.status).toBe(200);
  const files = unzip(Buffer.from(await answer.arrayBuffer()));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  expect([...files.keys()].filter((name) => name.startsWith('files/'))).toHaveLength(1);
  expect(JSON.parse(String(files.get('verdict.json')))).toMatchObject({ whole: true });
  expect([...files.values()].some((bytes) => bytes.includes('13800000001'))).toBe(false);
  expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('完整') });
});

it('is found out when an event or a file of it is changed', () => {
  const path = join(folder, 'events.json');
  const events = readFileSync(path, 'utf8');
  writeFileSync(path, events.replace('order.accepted', 'order.declined'));
  expect(verify().stdout).toMatch(/不完整：.*events\.json.*event/);
  writeFileSync(path, events);
  const sums = readFileSync(join(folder, 'checksums.txt'), 'utf8');
  const photo =
    sums
      .split('\n')
      .find((line) => line.includes('files/'))
      ?.split('  ')[1] ?? '';
  const bytes = readFileSync(join(folder, photo));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(join(folder, photo), bytes);
  expect(verify().stdout).toContain(`file ${photo}`);
});

it('is for inspector and supervisor, and each time is written down', async () => {
  for (const [name, status] of [
    ['duban', 200],
    ['paidan', 403],
    ['renshe1', 403],
    ['guanli', 403],
  ] as const)
    expect((await pack(name)).status).toBe(status);
  const { rows } = await world.owner.query("select data from event where kind = 'evidence.exported'");
  expect(rows).toMatchObject([{ data: { number } }, { data: { number } }]);
});

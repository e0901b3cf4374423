import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { dayMs } from '../../../shared/sla/instant';
import { connect } from '../../db/connect';
import { readEnv } from '../../env';
import { createApp } from '../../http/app';
import { computeDailyRoots } from '../../jobs/sweep';
import { makeDeps } from '../../start/make-deps';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, reporter, signIn, staff } from '../../testing/people';
import { sendPicture } from '../../testing/send-picture';

const root = join(__dirname, '../../..');
const key = randomBytes(32).toString('base64');
let world: TestWorld;
let place: string;
let matter: string;

/** An order as its answers told: what a back-up taken after them must hold. */
interface Told {
  number: string;
  story: string;
  files: string[];
  kinds: string[];
}
const told: Told[] = [];

const pixels = () =>
  sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: { r: randomInt(256), g: randomInt(256), b: randomInt(256) },
    },
  })
    .jpeg()
    .toBuffer();

async function must(answer: Promise<{ status: number; body: Record<string, unknown> }>) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

/** One order's beginning: two pictures, the report, then it is accepted and the reporter called. */
async function live(who: Caller, handler: Caller): Promise<void> {
  const files = [
    await sendPicture(world, who, await pixels()),
    await sendPicture(world, who, await pixels()),
  ];
  const story = `备份时正在办的第 ${randomBytes(6).toString('hex')} 件事，材料交了还没有回音。`;
  const sent = await must(who.call('POST', '/orders', aReport({}, { matterId: matter, story, files })));
  const order: Told = {
    number: String(sent.number),
    story,
    files: [...files].sort(),
    kinds: ['order.submitted'],
  };
  told.push(order);
  const version = async () => (await must(handler.call('GET', `/orders/${order.number}`))).version;
  await must(handler.call('POST', `/orders/${order.number}/accept`, { version: await version() }));
  order.kinds.push('order.accepted');
  const reached = { version: await version(), result: 'reached', means: 'phone' };
  await must(handler.call('POST', `/orders/${order.number}/contact`, reached));
  order.kinds.push('order.contacted');
}

/** Runs a command of package.json as an operator does; answers its code and all it said. */
function run(script: string, args: string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: { ...process.env, BACKUP_KEY: key, ...settings },
  });
  let said = '';
  child.stdout.on('data', (bytes) => (said += bytes));
  child.stderr.on('data', (bytes) => (said += bytes));
  return new Promise<{ code: number | null; said: string }>((done) =>
    child.on('close', (code) => done({ code, said })),
  );
}
const backup = 'functions/keeping/backup/command.ts';
const verify = 'functions/audit/command.ts';

interface Shown {
  story: string;
  timeline: { kind: string }[];
  files: { id: string; url: string }[];
}
/** The order as the supervisor reads it in this place, with the bytes of its files. */
async function read(from: TestWorld, who: Caller, number: string) {
  const { status, body } = await who.call('GET', `/orders/${number}`);
  if (status !== 200) return { number, status };
  const { story, timeline, files } = body as unknown as Shown;
  const bytes = await Promise.all(
    files.map(async ({ id, url }) => {
      const answer = await from.app.request(url);
      return [id, answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')] as const;
    }),
  );
  return { number, status, story, kinds: timeline.map(({ kind }) => kind), files: bytes.sort() };
}

beforeAll(async () => {
  world = await startWorld();
  place = mkdtempSync(join(tmpdir(), 'window-load-'));
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(async () => {
  await world.owner.query('drop database if exists restored with (force)');
  rmSync(place, { recursive: true, force: true });
  await world.close();
});

it('a back-up taken under load holds every order acknowledged before it, and agrees with the roots that were exported', async () => {
  await live(await reporter(world, '13800000001'), await staff(world, 'renshe1'));
  world.now.at += dayMs;
  await computeDailyRoots(world.deps);
  const csv = await world.app.request('/api/inspection/roots.csv', {
    headers: { cookie: await signIn(world, 'jiancha') },
  });
  const rootsFile = join(place, 'daily-roots.csv');
  writeFileSync(rootsFile, await csv.text());

  let stop = false;
  const people: [Caller, Caller][] = [];
  for (const phone of ['13800000002', '13800000003', '13800000004'])
    people.push([await reporter(world, phone), await staff(world, 'renshe1')]);
  const load = people.map(async ([who, handler]) => {
    while (!stop) await live(who, handler);
  });
  while (told.length < 12) await new Promise((done) => setTimeout(done, 20));
  const acknowledged: Told[] = structuredClone(told);
  const settings = { DATABASE_URL: world.url, DATA_DIR: world.dataDir };
  const made = await run(backup, ['backup', join(place, 'copy')], settings);
  stop = true;
  await Promise.all(load);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Backed up') });
  expect(told.length).toBeGreaterThan(acknowledged.length);

  await world.owner.query('create database restored');
  const empty = {
    DATABASE_URL: world.url.replace(/\/[^/]*$/, '/restored'),
    DATA_DIR: join(place, 'restored'),
  };
  expect(await run(backup, ['restore', join(place, 'copy')], empty)).toMatchObject({ code: 0 });
  expect(await run(verify, [rootsFile], empty)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Whole: .* 1 deposited daily roots agree/),
  });

  const connection = connect(empty.DATABASE_URL, 4);
  const config = { ...readEnv({}), dataDir: empty.DATA_DIR, logLevel: 'silent' };
  const deps = makeDeps(config, connection.db, () => world.now.at);
  const there = { ...world, deps, app: createApp(deps, { requestsPerMinute: 1_000_000 }) };
  const [before, after] = [await staff(world, 'duban'), await staff(there, 'duban')];
  for (const order of acknowledged) {
    const shown = await read(there, after, order.number);
    expect(shown).toMatchObject({ status: 200, story: order.story });
    expect(shown.files?.map(([id]) => id)).toEqual(order.files);
    expect(shown.files).toEqual((await read(world, before, order.number)).files);
    for (const kind of order.kinds) expect(shown.kinds).toContain(kind);
  }
  await connection.close();

  const owner = new pg.Client({ connectionString: empty.DATABASE_URL });
  await owner.connect();
  await owner.query(`set session_replication_role = replica`);
  const [first] = acknowledged;
  await owner.query(`delete from event where order_id = (select id from "order" where number = $1)`, [
    first?.number,
  ]);
  await owner.query('delete from "order" where number = $1', [first?.number]);
  await owner.query('delete from daily_root');
  await owner.end();
  expect(await run(verify, [], empty)).toMatchObject({ code: 0 });
  expect(await run(verify, [rootsFile], empty)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Not whole: .*day:2026-11-18.*root-differs/),
  });
}, 240_000);

it.each([
  ['another file', '序号,姓名\n1,示例', 'not a file of exported daily roots'],
  ['a cut line', `day,events,root\n2026-11-18,5,${'a'.repeat(63)}`, 'Line 2'],
  ['a count that is none', `day,events,root\n2026-11-18,0,${'a'.repeat(64)}`, 'Line 2'],
])('%s is no deposit to hold a place against: it says so', async (_, text, said) => {
  const path = join(place, 'wrong.csv');
  writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
  const settings = { DATABASE_URL: world.url, DATA_DIR: world.dataDir };
  expect(await run(verify, [path], settings)).toMatchObject({ code: 1, said: expect.stringContaining(said) });
});

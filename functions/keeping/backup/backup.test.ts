import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { verifyChains } from '../../audit/verify-chains';
import { connect, migrateAsOwner } from '../../db/connect';
import { createDirectoryStore } from '../../file/directory-store';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, reporter } from '../../testing/people';
import { sendPicture } from '../../testing/send-picture';
import { backUp } from './back-up';
import { DamagedPart } from './part';
import { restore } from './restore';

let world: TestWorld;
let who: Caller & { token: string };
let matter: string;
let place: string;
const key = randomBytes(32);

async function report(files: string[] = []): Promise<string> {
  const { body, status } = await who.call('POST', '/orders', aReport({}, { matterId: matter, files }));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
}

beforeAll(async () => {
  world = await startWorld();
  place = mkdtempSync(join(tmpdir(), 'window-backup-'));
  who = await reporter(world, '13800000001');
  matter = await matterId(world, '社会保险登记');
  await report([await sendPicture(world, who)]);
  await report();
}, 120_000);
afterAll(async () => {
  rmSync(place, { recursive: true, force: true });
  await world.close();
});

const ownerOf = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};
async function take(folder: string): Promise<void> {
  const client = await ownerOf(world.url);
  await backUp({ client, store: world.deps.store, folder, key, keysFile: null });
  await client.end();
}
const storeIn = (directory: string) =>
  createDirectoryStore({ directory, signingKey: randomBytes(32), baseUrl: '', now: () => world.now.at });

/** Restores into a fresh database of the same server; answers what is there. */
async function into(name: string, folder: string, withKey = key) {
  const url = world.url.replace(/\/[^/]*$/, `/${name}`);
  await world.owner.query(`create database ${name}`);
  await migrateAsOwner(url, join(__dirname, '../../db/migrations'));
  const client = await ownerOf(url);
  const connection = connect(url, 2);
  const store = storeIn(join(place, `${name}-files`));
  try {
    await restore({ client, store, folder, key: withKey });
    const numbers = (await client.query('select number from "order" order by number')).rows.map(
      (row) => row.number as string,
    );
    const kept = (await client.query("select object_key as key from file where state = 'claimed'")).rows;
    const bytes = await Promise.all(kept.map((row) => store.get(row.key as string)));
    const verdict = await verifyChains(connection.db);
    const next = await client.query(
      "insert into inbox (recipient, at, topic, sealed) values ('x', now(), 'x', 'x') returning id",
    );
    return { numbers, bytes, verdict, nextId: Number(next.rows[0].id) };
  } finally {
    await client.end();
    await connection.close();
    await world.owner.query(`drop database ${name} with (force)`);
  }
}

it('brings everything that was acknowledged before it, taken while reports come in', async () => {
  const folder = join(place, 'under-load');
  let stop = false;
  const load = (async () => {
    while (!stop) await report();
  })();
  await new Promise((done) => setTimeout(done, 200));
  const before = (await world.owner.query('select number from "order" order by number')).rows.map(
    (row) => row.number as string,
  );
  await take(folder);
  stop = true;
  await load;
  const { numbers, bytes, verdict, nextId } = await into('restored_load', folder);
  for (const number of before) expect(numbers).toContain(number);
  expect(verdict).toMatchObject({ whole: true });
  expect(verdict.checkedEvents).toBeGreaterThan(numbers.length);
  expect(bytes).toHaveLength(1);
  expect(bytes[0]?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const last = (await world.owner.query('select max(id)::int as id from inbox')).rows[0].id as number;
  expect(nextId).toBeLessThanOrEqual(last + 1);
});

it('holds no words and no phone in the clear', async () => {
  const folder = join(place, 'sealed');
  await take(folder);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    expect(bytes.includes('13800000001')).toBe(false);
    expect(bytes.includes('区人力资源')).toBe(false);
  }
});

it('names every single part of which a byte was flipped, and leaves the place empty', async () => {
  const folder = join(place, 'flipped');
  await take(folder);
  const url = world.url.replace(/\/[^/]*$/, '/restored_flip');
  await world.owner.query('create database restored_flip');
  await migrateAsOwner(url, join(__dirname, '../../db/migrations'));
  const client = await ownerOf(url);
  const held = async () =>
    (await client.query('select (select count(*) from "order") + (select count(*) from unit) as n')).rows[0]
      .n;
  const empty = await held();
  const store = storeIn(join(place, 'restored_flip-files'));
  const names = readdirSync(folder).sort();
  expect(names).toEqual(
    expect.arrayContaining([
      'backup-id',
      'manifest.part',
      'table-order.part',
      'table-event.part',
      'file-1.part',
    ]),
  );
  const refusal = () =>
    restore({ client, store, folder, key }).then(
      () => 'taken',
      (error: unknown) => (error instanceof DamagedPart ? error.part : error),
    );
  for (const [at, name] of names.entries()) {
    const path = join(folder, name);
    const whole = readFileSync(path);
    const bytes = Buffer.from(whole);
    // At the head, in the middle and at the very end, in turn.
    const place = [0, bytes.length >> 1, bytes.length - 1][at % 3] ?? 0;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await refusal()).toBe(name.replace('.part', ''));
    writeFileSync(path, whole);
  }
  for (const name of ['table-clock.part', 'file-1.part', 'backup-id']) {
    const whole = readFileSync(join(folder, name));
    rmSync(join(folder, name));
    expect(await refusal()).toBe(name.replace('.part', ''));
    writeFileSync(join(folder, name), whole);
  }
  expect(await held()).toBe(empty);
  expect(existsSync(join(place, 'restored_flip-files'))).toBe(false);
  expect(await refusal()).toBe('taken');
  await client.end();
  await world.owner.query('drop database restored_flip with (force)');
}, 120_000);

it('is opened by its own key alone, and never over data that is there', async () => {
  const folder = join(place, 'keyed');
  await take(folder);
  await expect(into('restored_key', folder, randomBytes(32))).rejects.toThrow('manifest');
  const client = await ownerOf(world.url);
  const store = storeIn(join(place, 'nowhere'));
  await expect(restore({ client, store, folder, key })).rejects.toThrow('already holds');
  await client.end();
});

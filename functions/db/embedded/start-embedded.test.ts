import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inOneSentence } from './in-one-sentence';
import { startEmbedded } from './start-embedded';

const root = join(__dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-embedded-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const postmaster = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const until = async (done: () => boolean) => {
  while (!done()) await new Promise((next) => setTimeout(next, 20));
};
const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

const mishaps: [string, () => Promise<void> | void][] = [
  ['whose process was killed', () => undefined],
  [
    'that was killed itself',
    async () => {
      const pid = postmaster();
      process.kill(pid, 'SIGKILL');
      await until(() => gone(pid));
    },
  ],
  [
    'after a crash of the machine, when its process number belongs to a stranger',
    async () => {
      const pid = postmaster();
      process.kill(pid, 'SIGINT');
      await until(() => !existsSync(join(folder, 'postgres/postmaster.pid')));
      writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n`);
      chmodSync(join(folder, 'postgres/postmaster.pid'), 0o666);
    },
  ],
  [
    'whose address and password were lost, and whose start was cut short',
    () => {
      writeFileSync(join(folder, 'runtime.json'), '{"port":');
      writeFileSync(join(folder, 'starting'), '999999999');
      mkdirSync(join(folder, 'postgres.new'));
    },
  ],
];

it.each(mishaps)(
  'finds every row again on a database %s',
  async (_title, mishap) => {
    const before = await startEmbedded(root, folder);
    await ask(before.url, "create table kept as select '崇明' as word");
    await mishap();
    const after = await startEmbedded(root, folder);
    expect(await ask(after.url, 'select word from kept')).toEqual([{ word: '崇明' }]);
    const pid = postmaster();
    await after.stop();
    expect(gone(pid)).toBe(true);
  },
  60_000,
);

it('gives two that start at once on an empty folder the same database', async () => {
  const code = `require(${JSON.stringify(join(__dirname, 'start-embedded.ts'))}).startEmbedded(${JSON.stringify(root)}, ${JSON.stringify(folder)}).then((db) => console.log(db.url))`;
  const start = () =>
    promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', code], { cwd: root });
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.stdout).toContain('postgresql://');
  expect(two.stdout).toBe(one.stdout);
  await (await startEmbedded(root, folder)).stop();
}, 60_000);

it('says in one sentence that the place is no folder', async () => {
  const file = join(folder, 'occupied');
  writeFileSync(file, '');
  await expect(startEmbedded(root, file)).rejects.toThrow(
    `${file} is not a folder; set DATA_DIR to another one.`,
  );
});

it.each([
  ['ENOSPC: no space left on device, write', 'The disk that holds /data is full'],
  [
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'The disk that holds /data is full',
  ],
  ["EACCES: permission denied, mkdir '/data'", '/data cannot be written'],
  [
    'FATAL:  database files are incompatible with server',
    '/data holds the data of another PostgreSQL version',
  ],
  ['LOG:  starting\nFATAL:  could not map memory\nLOG:  shut down', 'did not start: could not map memory.'],
])('says plainly what %j means', (text, sentence) => {
  expect(inOneSentence(new Error(text), '/data').message).toContain(sentence);
});

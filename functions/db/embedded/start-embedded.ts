import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries';
import { holdStart } from './hold-start';
import { inOneSentence } from './in-one-sentence';
import { environment, initialise } from './initialise';
import { otherUser, type User } from './other-user';
import { placeOf } from './place';
import { livingPostmaster, stopPostmaster } from './postmaster';
import { newPassword, type Runtime, readRuntime, resetPassword, saveRuntime } from './runtime';

export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const urlOf = ({ port, password }: Runtime) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
const hurried = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answers(runtime: Runtime): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(runtime), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Starts the server once; resolves to false, with its last words in the log, when it gives up. */
async function launch(home: string, bin: string, runtime: Runtime, user: User | null, fsync: boolean) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=Asia/Shanghai',
    ...(fsync ? [] : hurried),
  ];
  const flags = ['-D', join(home, 'postgres'), '-p', String(runtime.port)];
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const child = spawn(join(bin, 'postgres'), [...flags, ...settings.flatMap((setting) => ['-c', setting])], {
    ...(user ?? {}),
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  });
  let gone = false;
  for (const end of ['exit', 'error'] as const) child.once(end, () => (gone = true));
  closeSync(log);
  child.unref();
  // Recovery after a power cut may take its time; a server that ended is seen at once.
  for (let left = 1200; left > 0 && !gone; left -= 1) {
    if (await answers(runtime)) return true;
    await wait(50);
  }
  return false;
}

async function start(root: string, home: string, user: User | null, fsync: boolean): Promise<Embedded> {
  const data = join(home, 'postgres');
  const log = join(home, 'postgres.log');
  const runtimeFile = join(home, 'runtime.json');
  const stop = () => stopPostmaster(data);
  const saved = readRuntime(runtimeFile);
  if (saved && livingPostmaster(data) !== null && (await answers(saved))) return { url: urlOf(saved), stop };
  await stop();
  const bin = findBinaries(root, user !== null);
  const password = saved?.password ?? newPassword();
  if (!saved) resetPassword(bin, data, password, user);
  const from = existsSync(log) ? statSync(log).size : 0;
  // A port may be taken in between, and the sessions of a killed server need a moment to end.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const runtime = { port: await freePort(), password };
    saveRuntime(runtimeFile, runtime);
    initialise(bin, data, password, user);
    if (await launch(home, bin, runtime, user, fsync)) return { url: urlOf(runtime), stop };
    await wait(400);
  }
  throw new Error(readFileSync(log).subarray(from).toString('utf8'));
}

/**
 * Starts the embedded PostgreSQL on this folder, or takes over one that a killed process left behind; two that start at
 * once get the same one. Throws one sentence (`SettingError`) when the folder cannot be used or the disk is full.
 */
export async function startEmbedded(
  root: string,
  folder: string,
  options: { fsync?: boolean } = {},
): Promise<Embedded> {
  try {
    const user = otherUser();
    const home = placeOf(folder, user !== null);
    return await holdStart(join(home, 'starting'), () => start(root, home, user, options.fsync ?? true));
  } catch (error) {
    throw inOneSentence(error, resolve(folder));
  }
}

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries, isOpenPath, openTwin } from './binaries';

export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

interface Runtime {
  port: number;
  password: string;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const urlOf = ({ port, password }: Runtime) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

/** PostgreSQL refuses to run as root: it then runs as the machine's `postgres`, else `nobody`. */
function otherUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // this user does not exist here; the next one may
    }
  }
  throw new Error(
    'The embedded database cannot run as root here; start as another user or set DATABASE_URL.',
  );
}

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
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function livingPid(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

async function stopPid(data: string): Promise<void> {
  const pid = livingPid(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let left = 200; left > 0 && livingPid(data) !== null; left -= 1) await wait(50);
}

function initialise(
  bin: string,
  data: string,
  runtime: Runtime,
  user: { uid: number; gid: number } | null,
): void {
  const passwordFile = `${data}.pw`;
  writeFileSync(passwordFile, runtime.password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const flags = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--no-instructions',
  ];
  try {
    execFileSync(join(bin, 'initdb'), flags, {
      ...(user ?? {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment(), TZ: 'UTC' },
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** PostgreSQL needs a path and a home; nothing of ours that is secret is passed on. */
const environment = () => ({ PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/tmp', LC_ALL: 'C' });

/**
 * Starts the embedded PostgreSQL on this folder, or takes over one that a killed process left behind. Throws one
 * sentence when the folder cannot be used or the disk is full.
 */
export async function startEmbedded(
  root: string,
  folder: string,
  options: { fsync?: boolean } = {},
): Promise<Embedded> {
  const user = otherUser();
  mkdirSync(folder, { recursive: true });
  const home = user && !isOpenPath(folder) ? openTwin(folder) : resolve(folder);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const data = join(home, 'postgres');
  const runtimeFile = join(home, 'runtime.json');
  const saved = existsSync(runtimeFile) ? (JSON.parse(readFileSync(runtimeFile, 'utf8')) as Runtime) : null;
  const stop = () => stopPid(data);
  if (saved && livingPid(data) !== null) {
    if (await answers(saved)) return { url: urlOf(saved), stop };
    await stopPid(data);
  }
  const runtime: Runtime = {
    port: await freePort(),
    password: saved?.password ?? randomBytes(18).toString('base64url'),
  };
  writeFileSync(runtimeFile, JSON.stringify(runtime), { mode: 0o600 });
  const bin = findBinaries(root, user !== null);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    if (user) chownSync(data, user.uid, user.gid);
    chmodSync(data, 0o700);
    initialise(bin, data, runtime, user);
  }
  const fsync =
    options.fsync === false
      ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
      : [];
  const flags = [
    '-D',
    data,
    '-p',
    String(runtime.port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
    '-c',
    'timezone=Asia/Shanghai',
    ...fsync,
  ];
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const child = spawn(join(bin, 'postgres'), flags, {
    ...(user ?? {}),
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  });
  closeSync(log);
  child.unref();
  for (let left = 300; left > 0; left -= 1) {
    if (await answers(runtime)) return { url: urlOf(runtime), stop };
    if (child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(
    `The embedded database did not start; its last words are in ${join(home, 'postgres.log')}.`,
  );
}

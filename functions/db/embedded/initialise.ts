import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { User } from './other-user';

/** The few settings that a server of PostgreSQL needs; nothing of ours that is secret is passed on. */
export const environment = () => ({
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: '/tmp',
  LC_ALL: 'C',
  ...(process.platform === 'win32' ? { SystemRoot: 'C:\\Windows', TEMP: 'C:\\Windows\\Temp' } : {}),
});

/** Makes an empty cluster beside its place and moves it in whole, so that a killed attempt leaves nothing half made. */
export function initialise(bin: string, data: string, password: string, user: User | null): void {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(draft, 0o700);
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = ['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  // PostgreSQL's own C.UTF-8 is the same on every operating system and version of its C library.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  try {
    execFileSync(join(bin, 'initdb'), [...flags, ...locale, '--no-instructions'], {
      ...(user ?? {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment(), TZ: 'UTC' },
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(draft, data);
}

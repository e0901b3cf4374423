import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './initialise';
import type { User } from './other-user';

/** Where the running server listens, and its password: a file that only its owner reads. */
export interface Runtime {
  port: number;
  password: string;
}

export const newPassword = () => randomBytes(18).toString('base64url');

/** What was saved last; null where it is missing or was damaged. */
export function readRuntime(file: string): Runtime | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Runtime;
  } catch {
    return null;
  }
}

/** Saves whole or not at all. */
export function saveRuntime(file: string, runtime: Runtime): void {
  writeFileSync(`${file}.new`, JSON.stringify(runtime), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Gives a stopped cluster whose password was lost a new one. */
export function resetPassword(bin: string, data: string, password: string, user: User | null): void {
  if (!existsSync(join(data, 'PG_VERSION'))) return;
  execFileSync(join(bin, 'postgres'), ['--single', '-D', data, 'postgres'], {
    ...(user ?? {}),
    input: `alter role postgres password '${password}'\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: environment(),
  });
}

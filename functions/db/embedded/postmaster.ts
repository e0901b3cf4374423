import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What this process was started as; null where the machine does not tell. */
function commandOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return null;
  }
}

/**
 * The process that serves this cluster, or null. After a crash of the machine the number in `postmaster.pid` may belong
 * to a stranger: then the file is removed, and the stranger is left alone.
 */
export function livingPostmaster(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!(pid > 0) || !isAlive(pid)) return null;
  const command = commandOf(pid);
  if (command === null || command.includes(data)) return pid;
  rmSync(file, { force: true });
  return null;
}

/** Ends the sessions, writes everything down and stops the server of this cluster, if one lives. */
export async function stopPostmaster(data: string): Promise<void> {
  const pid = livingPostmaster(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let left = 400; left > 0 && livingPostmaster(data) !== null; left -= 1) await wait(25);
  // The file goes a moment before the process does.
  for (let left = 40; left > 0 && isAlive(pid); left -= 1) await wait(25);
}

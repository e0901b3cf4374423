import { mkdirSync, rmSync, statSync } from 'node:fs';

const staleMs = 60_000;
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

const isStale = (path: string): boolean => {
  try {
    return Date.now() - statSync(path).mtimeMs > staleMs;
  } catch {
    return false;
  }
};

/** Runs `work` while no other process runs under the same path; a lock older than a minute was left by a dead one. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      mkdirSync(path);
      break;
    } catch {
      if (isStale(path)) rmSync(path, { recursive: true, force: true });
      await wait(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

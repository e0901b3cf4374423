import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

function holderLives(file: string): boolean {
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8'));
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs `work` while no other process starts a database in the same place; waits at most a minute for the other. */
export async function holdStart<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let left = 600; left > 0 && holderLives(file); left -= 1) await wait(100);
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function lives(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the file, already filled, in one step; false when another made it first. */
function claim(file: string, own: string): boolean {
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes a dead holder's file away; one that a living process made in between is put back. */
function clear(file: string, own: string): void {
  try {
    renameSync(file, own);
  } catch {
    return; // Another process cleared it first.
  }
  const holder = holderOf(own);
  try {
    if (holder !== null && lives(holder)) linkSync(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work` while no other process starts a database in the same place; waits at most a minute for the other. */
export async function holdStart<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = `${file}.${process.pid}`;
  let left = 600;
  while (!claim(file, own)) {
    const holder = holderOf(file);
    if (holder !== null && (left <= 0 || !lives(holder))) clear(file, own);
    else await wait(100);
    left -= 1;
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

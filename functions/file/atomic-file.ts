import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Windows gives no handle to a directory, and keeps its entries safe by itself. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A new directory is safe only when the one it stands in is, up to the root's own entry. */
async function syncUpwards(directory: string, root: string): Promise<void> {
  await syncDirectory(directory);
  if (directory !== dirname(root) && directory !== dirname(directory))
    await syncUpwards(dirname(directory), root);
}

async function writeAll(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where half-written files of a store wait; on the same disk, so that the renaming is one step. */
export const unfinishedDirectory = (root: string) => join(root, '.unfinished');

/**
 * Writes a file whole or not at all: beside, to stable storage, then under its name. When it has answered, the file
 * survives a power cut. What the pieces throw is thrown, and nothing stays behind.
 */
export async function writeAtomically(
  root: string,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const unfinished = join(unfinishedDirectory(root), randomUUID());
  await mkdir(dirname(unfinished), { recursive: true });
  try {
    await writeAll(unfinished, pieces);
    await mkdir(dirname(path), { recursive: true });
    await rename(unfinished, path);
    await syncUpwards(dirname(path), root);
  } catch (problem) {
    await rm(unfinished, { force: true });
    throw problem;
  }
}

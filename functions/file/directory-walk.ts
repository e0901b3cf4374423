import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredObject } from './object-store';

/** All files below a directory, with the path from there as key; none when it does not exist or they go meanwhile. */
export async function* filesBelow(directory: string, before = ''): AsyncGenerator<StoredObject> {
  const entries = await opendir(directory).catch(() => null);
  if (!entries) return;
  for await (const entry of entries) {
    const key = `${before}${entry.name}`;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, `${key}/`);
    else {
      const found = await stat(path).catch(() => null);
      if (found) yield { key, size: found.size, modifiedAt: Math.floor(found.mtimeMs) };
    }
  }
}

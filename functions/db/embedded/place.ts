import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Everyone may walk through every folder on the way: needed where the server runs as another user than root. */
export function isOpenPath(path: string, bits = 0o001): boolean {
  if (process.platform === 'win32') return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & bits) !== bits) return false;
    if (dirname(at) === at) return true;
  }
}

/** A folder that any user can reach, for what belongs to `name`. */
export const openFolder = (name: string): string =>
  join(existsSync('/var/lib') ? '/var/lib' : tmpdir(), `window-${name}`);

/**
 * Where the cluster of a data folder lives: in the folder itself, or, where its database runs as another user who cannot
 * get there (a clone under /root), in an open folder whose name the data folder remembers.
 */
export function placeOf(folder: string, asOther: boolean): string {
  const home = resolve(folder);
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o711);
  }
  const remembered = join(home, 'database-place');
  if (!existsSync(remembered)) {
    if (!asOther || isOpenPath(home)) return home;
    writeFileSync(remembered, openFolder(randomBytes(6).toString('hex')));
  }
  const place = readFileSync(remembered, 'utf8');
  if (!existsSync(place)) {
    mkdirSync(place);
    chmodSync(place, 0o711);
    console.log(`The database keeps its files in ${place}: its user cannot enter ${home}.`);
  }
  return place;
}

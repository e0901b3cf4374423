import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedPart } from './part';

const file = 'backup-id';
const sumOf = (id: string) => createHash('sha256').update(id).digest('hex');

/** Written last: a folder without it is no whole back-up. */
export const writeBackupId = (folder: string, id: string): Promise<void> =>
  writeFile(join(folder, file), `${id} ${sumOf(id)}\n`);

/** What every part of the back-up in this folder is bound to. Throws DamagedPart. */
export async function readBackupId(folder: string): Promise<string> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => '');
  const [id = ''] = text.split(' ');
  if (text !== `${id} ${sumOf(id)}\n`) throw new DamagedPart(file);
  return id;
}

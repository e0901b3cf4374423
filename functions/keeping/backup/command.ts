import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { verifyChains } from '../../audit/verify-chains';
import { connect, connectAsOwner, migrateAsOwner } from '../../db/connect';
import { openDatabase } from '../../db/open-database';
import { readEnv, SettingError } from '../../env';
import { makeDeps } from '../../start/make-deps';
import { backUp } from './back-up';
import { DamagedPart, readWhole } from './part';
import { openBackup, restore } from './restore';

const root = process.cwd();

async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectAsOwner(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const [what, folder] = process.argv.slice(2);
  if (!folder || (what !== 'backup' && what !== 'restore'))
    throw new SettingError(
      'Say what and where: npm run backup -- <new folder>, or npm run restore -- <folder>.',
    );
  const config = readEnv();
  const key = config.backupKey;
  if (!key)
    throw new SettingError(
      'The setting BACKUP_KEY is needed: 32 bytes in base64, made with: openssl rand -base64 32.',
    );
  if (what === 'backup' && existsSync(folder) && readdirSync(folder).length > 0)
    throw new SettingError(`${folder} is not empty; a back-up goes into a new folder.`);
  const keysFile = config.masterKeys ? null : join(config.dataDir, 'demonstration-keys.json');
  if (what === 'restore' && keysFile) await putKeys(folder, key, keysFile);
  const database = await openDatabase(root, config.dataDir, config.databaseUrl);
  const { db, close } = connect(database.url, 4);
  try {
    if (what === 'restore') await migrateAsOwner(database.url, join(root, 'functions/db/migrations'));
    const { store } = makeDeps({ ...config, logLevel: 'silent' }, db);
    if (what === 'backup') {
      const made = await withOwner(database.url, (client) =>
        backUp({ client, store, folder, key, keysFile }),
      );
      console.log(
        `Backed up ${made.tables.length} tables and ${made.files.length} files, as of ${made.madeAt}.`,
      );
      return;
    }
    const made = await withOwner(database.url, (client) => restore({ client, store, folder, key }));
    const verdict = await verifyChains(db);
    if (!verdict.whole)
      throw new SettingError(
        `Restored, but the chains are not whole: ${JSON.stringify(verdict.firstBroken)}`,
      );
    console.log(
      `Restored ${made.tables.length} tables and ${made.files.length} files of ${made.madeAt}; ${verdict.checkedEvents} events in ${verdict.checkedChains} chains and ${made.roots.length} daily roots are whole.`,
    );
  } finally {
    await close();
    await database.close();
  }
}

/** The demonstration's keys come back with its data; keys that are there already are never overwritten. */
async function putKeys(folder: string, key: Buffer, path: string): Promise<void> {
  const { vessel, manifest } = await openBackup(folder, key);
  if (!manifest.hasKeys) return;
  await mkdir(dirname(path), { recursive: true });
  const bytes = await readWhole(vessel, 'keys');
  await writeFile(path, bytes, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

main().catch((error: Error) => {
  const known = error instanceof SettingError || error instanceof DamagedPart;
  console.error(known ? error.message : error);
  process.exit(1);
});

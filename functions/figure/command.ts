import { connect, migrateAsOwner } from '../db/connect';
import { openDatabase } from '../db/open-database';
import { readEnv, SettingError } from '../env';
import { makeDeps } from '../start/make-deps';
import { rebuildFigures } from './rebuild-figures';

const root = process.cwd();

/** Makes all figures anew from the events, while the system may run (spec 7). */
async function main(): Promise<void> {
  const config = readEnv();
  const database = await openDatabase(root, config.dataDir, config.databaseUrl);
  const { db, close } = connect(database.url, 4);
  try {
    await migrateAsOwner(database.url, `${root}/functions/db/migrations`);
    const count = await rebuildFigures(makeDeps({ ...config, logLevel: 'silent' }, db));
    console.log(`Figures of ${count} orders made anew.`);
  } finally {
    await close();
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
});

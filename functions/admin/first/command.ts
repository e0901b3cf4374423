import { unitKinds } from '../../../shared/order/vocabulary';
import { connect, migrateAsOwner } from '../../db/connect';
import { openDatabase } from '../../db/open-database';
import { readEnv, SettingError } from '../../env';
import { makeDeps } from '../../start/make-deps';
import { enterFirstAdmin } from './first-admin';

const root = process.cwd();

/** `npm run first-admin -- <username> <name> [<office> [<centre>]]`: whoever sets a district up signs in with it. */
async function main(): Promise<void> {
  const [username, name, office = unitKinds.district_office, centre = unitKinds.district_centre] =
    process.argv.slice(2);
  if (!username || !name)
    throw new SettingError('Say who: npm run first-admin -- <username> <name> [<office> [<centre>]]');
  const config = readEnv();
  const database = await openDatabase(root, config.dataDir, config.databaseUrl);
  const { db, close } = connect(database.url, 2);
  try {
    await migrateAsOwner(database.url, `${root}/functions/db/migrations`);
    const deps = makeDeps({ ...config, logLevel: 'silent' }, db);
    const password = await enterFirstAdmin(deps, { username, name, office, centre });
    console.log(`${username} may sign in at /console/ with ${password} and chooses another password there.`);
  } finally {
    await close();
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
});

import { connect } from '../../db/connect';
import { openDatabase } from '../../db/open-database';
import { readEnv, SettingError } from '../../env';
import { makeDeps } from '../../start/make-deps';
import { rotateKeys } from './rotate-keys';

/** `npm run rotate-keys`, beside the running system; MASTER_KEYS holds the new key first and the old ones after it. */
async function main(): Promise<void> {
  const config = readEnv();
  if (!config.masterKeys)
    throw new SettingError('The setting MASTER_KEYS is needed: the new key first, the old ones after it.');
  const database = await openDatabase(process.cwd(), config.dataDir, config.databaseUrl);
  const { db, close } = connect(database.url, 2);
  try {
    const { moved, held } = await rotateKeys(makeDeps({ ...config, logLevel: 'silent' }, db));
    console.log(`${moved} texts stand under the first key now.`);
    if (held.length > 0)
      throw new SettingError(
        `Older keys are still needed for: ${held.join(', ')}. Keep them, and run this again.`,
      );
    console.log('Nothing needs an older key any more: take them out of MASTER_KEYS and restart.');
  } finally {
    await close();
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
});

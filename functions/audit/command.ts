import { readFileSync } from 'node:fs';
import { connect } from '../db/connect';
import { openDatabase } from '../db/open-database';
import { readEnv, SettingError } from '../env';
import { compareDepositedRoots, type DepositedRoot, readDepositedRoots } from './deposited-roots';
import { verifyChains } from './verify-chains';

function rootsOf(path: string | undefined): DepositedRoot[] {
  if (!path) return [];
  try {
    return readDepositedRoots(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingError(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

/** `npm run verify [-- <exported daily roots>]`: walks every chain and holds each day against its root (spec 8). */
async function main(): Promise<void> {
  const config = readEnv();
  const roots = rootsOf(process.argv[2]);
  const database = await openDatabase(process.cwd(), config.dataDir, config.databaseUrl);
  const { db, close } = connect(database.url, 2);
  try {
    const { checkedChains, checkedEvents, firstBroken } = await verifyChains(db);
    const broken = firstBroken ?? (await compareDepositedRoots(db, roots));
    if (broken) throw new SettingError(`Not whole: ${JSON.stringify(broken)}`);
    console.log(
      `Whole: ${checkedEvents} events in ${checkedChains} chains; ${roots.length} deposited daily roots agree.`,
    );
  } finally {
    await close();
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
});

import type { Db } from '../db/connect';
import { usedKey } from '../db/schema';
import type { ReplayGuard } from './platform/replay-guard';

/** Remembers used keys in the database, so that no instance takes one a second time. */
export const createReplayGuard = (db: Db): ReplayGuard => ({
  async claimOnce(key, until) {
    const claimed = await db.insert(usedKey).values({ key, until }).onConflictDoNothing().returning();
    return claimed.length === 1;
  },
});

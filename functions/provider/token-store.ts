import { eq, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { providerToken } from '../db/schema';
import type { Vault } from '../vault/vault';
import type { TokenStore } from './provider';

/** Platform tokens kept sealed in the database; the lock lets one instance alone renew one key. */
export function createTokenStore(db: Db, vault: Vault): TokenStore {
  return {
    async get(key) {
      const [row] = await db.select().from(providerToken).where(eq(providerToken.key, key));
      return row
        ? { value: vault.unsealMaster(row.sealed, 'provider-token'), expiresAt: row.expiresAt }
        : null;
    },
    async put(key, value, expiresAt) {
      const sealed = vault.sealMaster(value, 'provider-token');
      await db
        .insert(providerToken)
        .values({ key, sealed, expiresAt })
        .onConflictDoUpdate({ target: providerToken.key, set: { sealed, expiresAt } });
    },
    lock: (key, work) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
        return work();
      }),
  };
}

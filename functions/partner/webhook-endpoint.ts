import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { partnerKey } from '../db/schema';
import type { WebhookEndpoint } from '../provider/webhook/signed-webhook';
import type { Vault } from '../vault/vault';
import { keyAad } from './partner-keys';

/** Where a partner's events go and the secret they are signed with: its key's; null when the key is ended or has no address. */
export const webhookEndpoints =
  (db: Db, vault: Vault, now: () => number) =>
  async (id: string): Promise<WebhookEndpoint | null> => {
    const [row] = await db
      .select()
      .from(partnerKey)
      .where(and(eq(partnerKey.id, id), isNull(partnerKey.revokedAt), gt(partnerKey.expiresAt, now())));
    return row?.webhookUrl
      ? { url: row.webhookUrl, secret: vault.unsealMaster(row.sealed, keyAad(id)) }
      : null;
  };

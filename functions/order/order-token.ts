import type { Tx } from '../db/connect';
import { reporterToken } from '../db/schema';
import type { Deps } from './context';
import { hashSecret, newToken } from './query-code';

const monthMs = 30 * 86_400_000;

/** A bearer token for one order alone, valid 30 days; a message's link is used up by `evaluate` (spec 4). */
export async function orderToken(tx: Tx, deps: Deps, orderId: string, link = false): Promise<string> {
  const token = newToken();
  await tx.insert(reporterToken).values({
    tokenHash: hashSecret(token),
    orderId,
    link,
    createdAt: deps.now(),
    expiresAt: deps.now() + monthMs,
  });
  return token;
}

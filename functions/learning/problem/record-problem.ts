import { createHash } from 'node:crypto';
import { appendAudit } from '../../audit/append-event';
import type { Tx } from '../../db/connect';
import type { Context } from '../../order/context';

/** A line of the ledger on an item. What people wrote stands in it as a hash only: the ledger can never be erased. */
export async function recordProblem(
  tx: Tx,
  ctx: Context,
  kind: string,
  itemId: string,
  data: Record<string, unknown>,
  words: string[] = [],
): Promise<void> {
  const hash = createHash('sha256').update(words.join('\n')).digest('hex');
  const written = words.length > 0 ? { wordsSha256: hash } : {};
  await appendAudit(tx, ctx.actor, ctx.now(), kind, { itemId, ...data, ...written });
}

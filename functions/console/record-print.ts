import { appendAudit } from '../audit/append-event';
import { inTransaction } from '../db/in-transaction';
import type { Context } from '../order/context';

/** Writes down that a list was printed, as an export is; the words that were searched for are not kept (spec 6, 8). */
export async function recordPrint(
  ctx: Context,
  { query, rows }: { query: string; rows: number },
): Promise<void> {
  const filter = Object.fromEntries(
    [...new URLSearchParams(query)].filter(([name]) => !['q', 'cursor'].includes(name)),
  );
  await inTransaction(ctx.db, (tx) =>
    appendAudit(tx, ctx.actor, ctx.now(), 'ledger.printed', { filter, rows }),
  );
}

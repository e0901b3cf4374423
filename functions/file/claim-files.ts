import { and, eq, inArray, isNull } from 'drizzle-orm';
import { fileCountProblem } from '../../shared/file/problem';
import { RuleBroken } from '../../shared/order/rule-broken';
import { actorName } from '../audit/append-event';
import type { Tx } from '../db/connect';
import { file } from '../db/schema';
import type { Context } from '../order/context';

/** Ties uploads to the line of the ledger that brought them; each must be checked, unclaimed and the actor's own. */
export async function claimFiles(
  tx: Tx,
  ctx: Context,
  orderId: string,
  eventSeq: number,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const owner = actorName(ctx.actor);
  const claimed = await tx
    .update(file)
    .set({ orderId, eventSeq, state: 'claimed' })
    .where(and(inArray(file.id, ids), eq(file.state, 'ready'), eq(file.owner, owner), isNull(file.orderId)))
    .returning({ contentType: file.contentType });
  if (claimed.length !== new Set(ids).size) throw new RuleBroken('file.not-ready', { path: 'files' }, 422);
  const problem = fileCountProblem(claimed.map((each) => each.contentType));
  if (problem) throw new RuleBroken(problem, { path: 'files' }, 422);
}

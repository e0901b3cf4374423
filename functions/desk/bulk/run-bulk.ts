import { problemTitle } from '../../../shared/notice/problem';
import { type BulkInput, type BulkResult, bodyFor } from '../../../shared/order/bulk';
import { RuleBroken } from '../../../shared/order/rule-broken';
import type { Context } from '../../order/context';
import { runOrderCommand } from '../../order/run-order-command';
import { withIdempotency } from '../../order/with-idempotency';

/** Why it was not done, in words; what is not ours to explain is logged without its words. */
function reasonOf(ctx: Context, refusal: unknown): { code: string; title: string } {
  if (refusal instanceof RuleBroken) return { code: refusal.code, title: problemTitle(refusal.code) };
  ctx.log.error({ code: (refusal as { code?: string }).code }, 'one of several commands failed');
  return { code: 'server.failed', title: '系统出了点问题，这一件没有办成，请再试一次。' };
}

/**
 * Does one command to several orders, one by one, each in a transaction of its own under the same guards as alone: what
 * is refused is named with its reason, the rest is done. A repeat under the same key does nothing twice.
 */
export async function runBulk(
  ctx: Context,
  key: string,
  { command, orders, input }: BulkInput,
): Promise<BulkResult[]> {
  const bodies = orders.map(({ number, version }) => ({ number, body: bodyFor(command, version, input) }));
  const results: BulkResult[] = [];
  for (const { number, body } of bodies) {
    try {
      await withIdempotency(ctx, `${number}/${command}`, `${key}-${number}`, body, async (tx) => {
        await runOrderCommand(tx, ctx, number, command, body as never);
        return { status: 200, body: { number } };
      });
      results.push({ number, done: true });
    } catch (refusal) {
      results.push({ number, done: false, ...reasonOf(ctx, refusal) });
    }
  }
  return results;
}

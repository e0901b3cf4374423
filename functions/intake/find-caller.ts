import { desc, eq } from 'drizzle-orm';
import { mayRun } from '../../shared/order/command/run';
import { sightOf } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import { stateWords } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { appendAudit } from '../audit/append-event';
import { matter, order } from '../db/schema';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import { maskName } from '../order/mask';
import { factsOfAll } from '../order/order-row';
import { envOf } from '../order/run-order-command';
import { openWords } from '../order/words';

/** No more than this many earlier reports are looked at, the newest first. */
const looked = 20;
const ended = ['closed', 'declined', 'withdrawn', 'merged'];

/**
 * Earlier reports of the telephone of whoever stands at the window or calls: those this member of staff may see, masked,
 * and how many open ones other units have (spec 4, `window`). Every hit is recorded, without the telephone.
 */
export async function findCaller(ctx: Context, phone: string) {
  if (!holds(ctx, 'clerk', 'dispatcher')) throw new RuleBroken('order.forbidden', {}, 403);
  const found = await ctx.db
    .select({ row: order, matter: matter.name })
    .from(order)
    .leftJoin(matter, eq(matter.id, order.matterId))
    .where(eq(order.phoneIndex, ctx.vault.blindIndex('phone', phone)))
    .orderBy(desc(order.submittedAt))
    .limit(looked);
  const facts = await factsOfAll(
    ctx.db,
    found.map(({ row }) => row),
  );
  const known = found.flatMap((each, at) => {
    const its = facts[at];
    return its ? [{ ...each, facts: its, seen: sightOf(its, ctx.actor, ctx.ref.tree) === 'full' }] : [];
  });
  const items = known
    .filter(({ seen }) => seen)
    .map(({ row, matter: name, facts: its }) => ({
      number: row.number,
      matter: name,
      name: maskName(openWords(ctx.vault, row)?.name ?? ''),
      stateWord: stateWords[row.state],
      submittedAt: toIso(row.submittedAt),
      mayJoin: mayRun('supplement', its, envOf(ctx)),
    }));
  const elsewhere = known.filter(({ seen, row }) => !seen && !ended.includes(row.state)).length;
  if (known.length > 0)
    await ctx.db.transaction((tx) =>
      appendAudit(tx, ctx.actor, ctx.now(), 'caller.looked-up', { found: items.length, elsewhere }),
    );
  return { items, elsewhere };
}

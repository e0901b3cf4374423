import { and, eq, inArray, isNull } from 'drizzle-orm';
import { sightOf } from '../../shared/order/permission';
import type { Queue } from '../../shared/order/queue';
import type { OrderCard } from '../../shared/order/view';
import { matter, order, orderWait } from '../db/schema';
import type { Context } from './context';
import { conditionsOf, numberIn, type OrderConditions } from './order-conditions';
import { factsOfAll } from './order-row';
import { type Listed, readCursor, type Stage, type StageName, stages, writeCursor } from './order-stages';
import { presentCard } from './present-card';
import { openWords } from './words';

export interface OrderFilter extends OrderConditions {
  /** Only what waits in one of these queues: of these units, or (null) of the district. */
  waiting?: { queues: Queue[]; units: string[] | null };
  sort: 'due' | 'newest' | 'oldest';
  cursor?: string;
  limit: number;
}

const stagesOf = ({ sort, waiting }: OrderFilter): StageName[] => {
  if (sort !== 'due') return [sort];
  return waiting ? ['waiting'] : ['lit', 'unlit'];
};

export const waitingCondition = ({ queues, units }: NonNullable<OrderFilter['waiting']>) =>
  and(inArray(orderWait.queue, queues), units ? inArray(orderWait.unitId, units) : isNull(orderWait.unitId));

async function fetchStage(
  ctx: Context,
  filter: OrderFilter,
  stage: Stage,
  key: unknown[] | null,
  count: number,
) {
  const after = key ? stage.after(key as (string | number)[]) : undefined;
  const conditions = [...conditionsOf(ctx, filter), stage.only, after];
  if (!filter.waiting) {
    const rows = await ctx.db
      .select()
      .from(order)
      .where(and(...conditions))
      .orderBy(...stage.order)
      .limit(count);
    return rows.map((row): Listed => ({ row, wait: null }));
  }
  return ctx.db
    .select({ row: order, wait: { rank: orderWait.rank, dueAt: orderWait.dueAt } })
    .from(orderWait)
    .innerJoin(order, eq(order.id, orderWait.orderId))
    .where(and(waitingCondition(filter.waiting), ...conditions))
    .orderBy(...stage.order)
    .limit(count);
}

/** Goes through the stretches of a list until there are enough rows; each row with the stretch it stands in. */
async function fetchRows(ctx: Context, filter: OrderFilter, count: number) {
  const names = stagesOf(filter);
  const from = filter.cursor ? readCursor(filter.cursor, names) : null;
  const found: { stage: StageName; listed: Listed }[] = [];
  for (const stage of from ? names.slice(names.indexOf(from.stage)) : names) {
    const key = stage === from?.stage ? from.key : null;
    const rows = await fetchStage(ctx, filter, stages[stage], key, count - found.length);
    found.push(...rows.map((listed) => ({ stage, listed })));
    if (found.length >= count) break;
  }
  return found;
}

/** Search tokens may collide: the words are compared again in clear on the page itself. */
const holds = (ctx: Context, { row }: Listed, q: string | undefined) => {
  if (!q || numberIn(q)) return true;
  const words = openWords(ctx.vault, row);
  return words !== null && `${words.story} ${words.matterText ?? ''}`.toLowerCase().includes(q.toLowerCase());
};

async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const columns = { id: matter.id, name: matter.name };
  const names = await ctx.db.select(columns).from(matter).where(inArray(matter.id, ids));
  return new Map(names.map((each) => [each.id, each.name]));
}

/** One page of orders that this principal may see, by a key-set cursor. */
export async function listOrders(
  ctx: Context,
  filter: OrderFilter,
): Promise<{ items: OrderCard[]; next: string | null }> {
  const found = await fetchRows(ctx, filter, filter.limit + 1);
  const last = found.length > filter.limit ? found[filter.limit - 1] : undefined;
  const page = found
    .slice(0, filter.limit)
    .map(({ listed }) => listed)
    .filter((listed) => holds(ctx, listed, filter.q));
  const rows = page.map(({ row }) => row);
  const facts = await factsOfAll(ctx.db, rows);
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => row.matterId ?? []),
  );
  const items = page.flatMap(({ row, wait }, at) => {
    const known = facts[at];
    if (!known) return [];
    const sight = sightOf(known, ctx.actor, ctx.ref.tree);
    return [presentCard(ctx, row, known, { matter: names.get(row.matterId ?? '') ?? null, sight, wait })];
  });
  return { items, next: last ? writeCursor(last.stage, last.listed) : null };
}

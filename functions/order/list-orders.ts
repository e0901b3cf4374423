import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queue } from '../../shared/order/queue';
import type { OrderCard } from '../../shared/order/view';
import { holdsWords } from '../../shared/text/word-runs';
import { order, orderWait } from '../db/schema';
import type { Context } from './context';
import { listCards } from './list-cards';
import { numberIn } from './number-prefix';
import {
  conditionsOf,
  indexedConditionsOf,
  isOneField,
  type OrderConditions,
  walkConditionsOf,
} from './order-conditions';
import {
  type Key,
  type Listed,
  readCursor,
  type Stage,
  type StageName,
  stages,
  type WalkName,
  walks,
  writeCursor,
} from './order-stages';
import { type Search, type Sizes, searchStage } from './search-stage';
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

const fetchWaiting = (
  ctx: Context,
  filter: OrderFilter,
  { order: inOrder, after }: Stage,
  key: Key | null,
  count: number,
): Promise<Listed[]> =>
  ctx.db
    .select({ row: order, wait: { rank: orderWait.rank, dueAt: orderWait.dueAt } })
    .from(orderWait)
    .innerJoin(order, eq(order.id, orderWait.orderId))
    .where(
      and(
        filter.waiting ? waitingCondition(filter.waiting) : undefined,
        ...conditionsOf(ctx, filter),
        key ? after(key) : undefined,
      ),
    )
    .orderBy(...inOrder)
    .limit(count);

function fetchWalk(
  ctx: Context,
  filter: OrderFilter,
  stage: WalkName,
  wanted: Pick<Search, 'from' | 'count'>,
  sizes?: Sizes,
) {
  const conditions = conditionsOf(ctx, filter);
  const indexed = indexedConditionsOf(ctx, filter);
  const oneField = isOneField(ctx, filter);
  const search = { ...wanted, conditions, indexed, walk: walkConditionsOf(filter), oneField };
  return searchStage(ctx.db, walks[stage], search, sizes);
}

interface Found {
  stage: StageName;
  listed: Listed;
}

/** Goes through the stretches of a list until there are enough rows; each row with the stretch it stands in. */
async function fetchRows(ctx: Context, filter: OrderFilter, count: number, sizes?: Sizes): Promise<Found[]> {
  const { cursor, waiting } = filter;
  const names = stagesOf(filter);
  const from = cursor ? readCursor(cursor, names) : null;
  const found: Found[] = [];
  for (const stage of from ? names.slice(names.indexOf(from.stage)) : names) {
    const key = stage === from?.stage ? from.key : null;
    const left = count - found.length;
    const rows =
      waiting || stage === 'waiting'
        ? await fetchWaiting(ctx, filter, stages[stage], key, left)
        : await fetchWalk(ctx, filter, stage, { from: key, count: left }, sizes);
    found.push(...rows.map((listed) => ({ stage, listed })));
    if (found.length >= count) break;
  }
  return found;
}

/** Search tokens may collide, or stand apart: the words are compared again in clear. */
const holds = (ctx: Context, { row }: Listed, q: string | undefined) => {
  if (!q || numberIn(q)) return true;
  const words = openWords(ctx.vault, row);
  return words !== null && holdsWords(`${words.story} ${words.matterText ?? ''}`, q);
};

/** How often more candidates are fetched for one page; after that it may be shorter than asked for. */
const mostRounds = 3;

/** The rows of one page, and where the next begins. */
async function fetchPage(ctx: Context, filter: OrderFilter, sizes?: Sizes) {
  const page: Listed[] = [];
  let { cursor } = filter;
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = filter.limit - page.length;
    const found = await fetchRows(ctx, { ...filter, ...(cursor && { cursor }) }, wanted + 1, sizes);
    const taken = found.slice(0, wanted);
    page.push(...taken.map(({ listed }) => listed).filter((listed) => holds(ctx, listed, filter.q)));
    const last = taken.at(-1);
    if (found.length <= wanted || !last) return { page, next: null };
    cursor = writeCursor(last.stage, last.listed);
    if (page.length === filter.limit) break;
  }
  return { page, next: cursor ?? null };
}

/** One page of orders that this principal may see, by a key-set cursor. */
export async function listOrders(
  ctx: Context,
  filter: OrderFilter,
  sizes?: Sizes,
): Promise<{ items: OrderCard[]; next: string | null }> {
  const { page, next } = await fetchPage(ctx, filter, sizes);
  return { items: await listCards(ctx, page), next };
}

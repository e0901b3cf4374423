import {
  and,
  arrayOverlaps,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { sightOf } from '../../shared/order/permission';
import type { State } from '../../shared/order/state';
import type { OrderCard } from '../../shared/order/view';
import { dayMs } from '../../shared/sla/instant';
import { matter, order } from '../db/schema';
import type { Context } from './context';
import { factsOfAll, type OrderRow } from './order-row';
import { presentCard } from './present-order';
import { visibleTo } from './visible-to';
import { openWords } from './words';

export interface OrderFilter {
  state?: State[];
  light?: 'green' | 'yellow' | 'red';
  queue?: SQL;
  unit?: string[];
  channel?: string;
  matter?: string;
  town?: string;
  complexity?: string;
  cause?: string;
  from?: number;
  to?: number;
  q?: string;
  reporterId?: string;
  phoneIndex?: string;
  sort: 'due' | 'newest' | 'oldest';
  cursor?: string;
  limit: number;
}

/** The order number, or its beginning, that was typed instead of words. */
const numberIn = (q: string | undefined): string | undefined =>
  q
    ?.replaceAll(/\s/g, '')
    .toUpperCase()
    .match(/^CM\d{1,14}$/)?.[0];

const lightCondition = (light: NonNullable<OrderFilter['light']>, now: number): SQL | undefined => {
  const soon = now + dayMs;
  if (light === 'red') return lt(order.lightDueAt, now);
  if (light === 'yellow') return and(gte(order.lightDueAt, now), lt(order.lightDueAt, soon + 1));
  return and(isNotNull(order.lightDueAt), gte(order.lightDueAt, soon + 1));
};

function conditions(ctx: Context, filter: OrderFilter): (SQL | undefined)[] {
  const number = numberIn(filter.q);
  const tokens = filter.q && !number ? ctx.vault.queryTokens(filter.q) : [];
  return [
    visibleTo(ctx),
    filter.queue,
    filter.state ? inArray(order.state, filter.state) : undefined,
    filter.light ? lightCondition(filter.light, ctx.now()) : undefined,
    filter.unit ? arrayOverlaps(order.seenBy, filter.unit) : undefined,
    filter.channel ? sql`${order.channel} = ${filter.channel}` : undefined,
    filter.matter ? eq(order.matterId, filter.matter) : undefined,
    filter.town ? eq(order.town, filter.town) : undefined,
    filter.complexity ? sql`${order.complexity} = ${filter.complexity}` : undefined,
    filter.cause ? sql`${order.cause} = ${filter.cause}` : undefined,
    filter.from === undefined ? undefined : gte(order.submittedAt, filter.from),
    filter.to === undefined ? undefined : lt(order.submittedAt, filter.to),
    filter.reporterId ? eq(order.reporterId, filter.reporterId) : undefined,
    filter.phoneIndex ? eq(order.phoneIndex, filter.phoneIndex) : undefined,
    number ? and(gte(order.number, number), lt(order.number, `${number}A`)) : undefined,
    tokens.length > 0 ? sql`${order.searchTokens} @> ${sql.param(tokens, order.searchTokens)}` : undefined,
  ];
}

const keyOf = (row: OrderRow, sort: OrderFilter['sort']) =>
  sort === 'due' ? row.lightDueAt : row.submittedAt;
const encode = (row: OrderRow, sort: OrderFilter['sort']) =>
  Buffer.from(JSON.stringify([keyOf(row, sort), row.id])).toString('base64url');

function after(filter: OrderFilter): SQL | undefined {
  if (!filter.cursor) return undefined;
  const parsed = safeCursor(filter.cursor);
  if (!parsed) return undefined;
  const at = parsed.at === null ? null : new Date(parsed.at).toISOString();
  const id = parsed.id;
  if (filter.sort === 'due') {
    return at === null
      ? sql`(${order.lightDueAt} is null and ${order.id} > ${id})`
      : or(
          sql`(${order.lightDueAt}, ${order.id}) > (${at}::timestamptz, ${id}::uuid)`,
          sql`${order.lightDueAt} is null`,
        );
  }
  return filter.sort === 'newest'
    ? sql`(${order.submittedAt}, ${order.id}) < (${at}::timestamptz, ${id}::uuid)`
    : sql`(${order.submittedAt}, ${order.id}) > (${at}::timestamptz, ${id}::uuid)`;
}

function safeCursor(cursor: string): { at: number | null; id: string } | null {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [number | null, string];
    return (at === null || Number.isFinite(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : null;
  } catch {
    return null;
  }
}

/** Search tokens may collide: the words are compared again in clear on the page itself. */
const holds = (ctx: Context, row: OrderRow, q: string | undefined) => {
  if (!q || numberIn(q)) return true;
  const words = openWords(ctx.vault, row);
  return words !== null && `${words.story} ${words.matterText ?? ''}`.toLowerCase().includes(q.toLowerCase());
};

/** One page of orders that this principal may see, by a key-set cursor. */
export async function listOrders(
  ctx: Context,
  filter: OrderFilter,
): Promise<{ items: OrderCard[]; next: string | null }> {
  const by = {
    due: [sql`${order.lightDueAt} asc nulls last`, asc(order.id)],
    newest: [desc(order.submittedAt), desc(order.id)],
    oldest: [asc(order.submittedAt), asc(order.id)],
  };
  const rows = await ctx.db
    .select()
    .from(order)
    .where(and(...conditions(ctx, filter), after(filter)))
    .orderBy(...by[filter.sort])
    .limit(filter.limit + 1);
  const page = rows.slice(0, filter.limit).filter((row) => holds(ctx, row, filter.q));
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined;
  const facts = await factsOfAll(ctx.db, page);
  const matters = page.map((row) => row.matterId).filter((id): id is string => id !== null);
  const names =
    matters.length > 0
      ? await ctx.db
          .select({ id: matter.id, name: matter.name })
          .from(matter)
          .where(inArray(matter.id, matters))
      : [];
  const nameOf = new Map(names.map((each) => [each.id, each.name]));
  const items = page.flatMap((row, at) => {
    const known = facts[at];
    if (!known) return [];
    return [
      presentCard(
        ctx,
        row,
        known,
        nameOf.get(row.matterId ?? '') ?? null,
        sightOf(known, ctx.actor, ctx.ref.tree),
      ),
    ];
  });
  return { items, next: last ? encode(last, filter.sort) : null };
}

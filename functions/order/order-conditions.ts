import { and, arrayOverlaps, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { State } from '../../shared/order/state';
import { dayMs } from '../../shared/sla/instant';
import { order } from '../db/schema';
import type { Context } from './context';
import { visibleTo } from './visible-to';

/** What a list of orders is narrowed by; all of it holds at once. */
export interface OrderConditions {
  state?: State[];
  light?: 'green' | 'yellow' | 'red';
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
}

/** The order number, or its beginning, that was typed instead of words. */
export const numberIn = (q: string | undefined): string | undefined =>
  q
    ?.replaceAll(/\s/g, '')
    .toUpperCase()
    .match(/^CM\d{1,14}$/)?.[0];

const lightCondition = (light: NonNullable<OrderConditions['light']>, now: number): SQL | undefined => {
  const soon = now + dayMs;
  if (light === 'red') return lt(order.lightDueAt, now);
  if (light === 'yellow') return and(gte(order.lightDueAt, now), lt(order.lightDueAt, soon + 1));
  return and(isNotNull(order.lightDueAt), gte(order.lightDueAt, soon + 1));
};

/** The filter as conditions on the order's row, together with what this principal may see at all (spec 6). */
export function conditionsOf(ctx: Context, filter: OrderConditions): (SQL | undefined)[] {
  const number = numberIn(filter.q);
  const tokens = filter.q && !number ? ctx.vault.queryTokens(filter.q) : [];
  return [
    visibleTo(ctx),
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

import { and, arrayOverlaps, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { State } from '../../shared/order/state';
import { dayMs } from '../../shared/sla/instant';
import { order } from '../db/schema';
import type { Context } from './context';
import { numberIn, submittedAround } from './number-prefix';
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
type Conditions = (SQL | undefined)[];

const lightCondition = (light: NonNullable<OrderConditions['light']>, now: number): SQL | undefined => {
  const soon = now + dayMs;
  if (light === 'red') return lt(order.lightDueAt, now);
  if (light === 'yellow') return and(gte(order.lightDueAt, now), lt(order.lightDueAt, soon + 1));
  return and(isNotNull(order.lightDueAt), gte(order.lightDueAt, soon + 1));
};

const oneState = ({ state }: OrderConditions) => (state?.length === 1 ? state[0] : undefined);

/** What `order_find` holds of an order beside its words and units: the very expression of that index. */
const facetsOfRow = sql`array['state:' || ${order.state}, 'channel:' || ${order.channel}, 'town:' || ${order.town},
  'complexity:' || ${order.complexity}, 'cause:' || ${order.cause}, 'matter:' || ${order.matterId}::text]`;

function facetsWanted(filter: OrderConditions): SQL | undefined {
  const { channel, town, complexity, cause, matter } = filter;
  const wanted = { state: oneState(filter), channel, town, complexity, cause, matter };
  const facets = Object.entries(wanted).flatMap(([name, value]) => (value ? [`${name}:${value}`] : []));
  return facets.length > 0 ? sql`${facetsOfRow} @> ${sql.param(facets)}::text[]` : undefined;
}

const facetConditions = (filter: OrderConditions): Conditions => [
  filter.matter ? eq(order.matterId, filter.matter) : undefined,
  filter.cause ? sql`${order.cause} = ${filter.cause}` : undefined,
  filter.town ? eq(order.town, filter.town) : undefined,
  oneState(filter) ? inArray(order.state, filter.state ?? []) : undefined,
  filter.complexity ? sql`${order.complexity} = ${filter.complexity}` : undefined,
  filter.channel ? sql`${order.channel} = ${filter.channel}` : undefined,
];

/** The stretch of time: the days asked for, and those the typed number points to. */
function timeConditions({ from, to, q }: OrderConditions): Conditions {
  const number = numberIn(q);
  const around = number ? submittedAround(number) : undefined;
  if (around === null) return [sql`false`];
  return [
    ...[from, around?.from].map((at) => (at === undefined ? undefined : gte(order.submittedAt, at))),
    ...[to, around?.to].map((at) => (at === undefined ? undefined : lt(order.submittedAt, at))),
  ];
}

function otherConditions(ctx: Context, filter: OrderConditions): Conditions {
  const number = numberIn(filter.q);
  const tokens = filter.q && !number ? ctx.vault.queryTokens(filter.q) : [];
  return [
    visibleTo(ctx),
    filter.state && !oneState(filter) ? inArray(order.state, filter.state) : undefined,
    filter.light ? lightCondition(filter.light, ctx.now()) : undefined,
    filter.unit ? arrayOverlaps(order.seenBy, filter.unit) : undefined,
    filter.reporterId ? eq(order.reporterId, filter.reporterId) : undefined,
    filter.phoneIndex ? eq(order.phoneIndex, filter.phoneIndex) : undefined,
    number ? and(gte(order.number, number), lt(order.number, `${number}A`)) : undefined,
    tokens.length > 0 ? sql`${order.searchTokens} @> ${sql.param(tokens, order.searchTokens)}` : undefined,
    ...timeConditions(filter),
  ];
}

/** The filter as conditions on the order's row, together with what this principal may see at all (spec 6). */
export const conditionsOf = (ctx: Context, filter: OrderConditions): Conditions => [
  ...facetConditions(filter),
  ...otherConditions(ctx, filter),
];

/** The same conditions as the index `order_find` answers them, all at once. */
export const indexedConditionsOf = (ctx: Context, filter: OrderConditions): Conditions => [
  facetsWanted(filter),
  ...otherConditions(ctx, filter),
];

/** Of these conditions, those that an index answers in the order of submission: the narrowest field, and the days. */
export function walkConditionsOf({ reporterId, phoneIndex, ...filter }: OrderConditions) {
  const fields = [
    reporterId ? eq(order.reporterId, reporterId) : undefined,
    phoneIndex ? eq(order.phoneIndex, phoneIndex) : undefined,
    ...facetConditions(filter),
  ];
  return { field: fields.find(Boolean), days: timeConditions(filter) };
}

/** A number of which no whole day is typed yet: too many begin like that to gather them first. */
const isShortNumber = (q: string | undefined) => (numberIn(q)?.length ?? 10) < 10;

/** Whether nothing but one field and the days narrow the list: then the walk along that field finds it. */
export function isOneField(ctx: Context, filter: OrderConditions): boolean {
  const several = facetConditions(filter).filter(Boolean).length > 1 || filter.unit || filter.light;
  return !several && (isShortNumber(filter.q) || (!filter.q && !visibleTo(ctx)));
}

import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { day } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { State } from '../../shared/order/state';
import { stateWords } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { cursor, limit } from '../http/define';
import type { Context } from '../order/context';
import { fromCursor, spanOf, toCursor } from './event-query';
import { type Pattern, patterns } from './patterns';
import { namesOf } from './present-events';

/** Three months and a few days are looked at at once. */
const mostDays = 100;
/** Above this a number is said as "more than". */
const counted = 1000;

const period = { from: day, to: day, unit: z.uuid().optional() };
export const PatternQuery = z.strictObject(period);
export const HitQuery = z.strictObject({ ...period, cursor, limit });
type PatternQuery = z.infer<typeof PatternQuery>;
type HitQuery = z.infer<typeof HitQuery>;

const spanIn = (ctx: Context, query: PatternQuery) => ({
  ...spanOf(query, mostDays),
  calendar: ctx.ref.calendar,
});

/** A unit means the units below as well. */
function ofUnit(ctx: Context, unit: string | undefined): SQL {
  if (!unit) return sql`true`;
  const below = [...ctx.ref.units.keys()].filter((id) => ctx.ref.tree.isBelow(id, unit));
  return sql`o.lead_unit_id = any(${sql.param(`{${[unit, ...below].join(',')}}`)}::uuid[])`;
}

/** Every pattern with what it counts and how many orders show it in the period. */
export async function countPatterns(ctx: Context, query: PatternQuery) {
  const span = spanIn(ctx, query);
  const count = async (pattern: Pattern) => {
    const { rows } = await ctx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from (
        select 1 from (${pattern.hits(span)}) h join "order" o on o.id = h.order_id
        where ${ofUnit(ctx, query.unit)} limit ${counted}) found`);
    return Number(rows[0]?.n ?? 0);
  };
  const items = [];
  for (const pattern of patterns) {
    const { id, title, definition } = pattern;
    items.push({ id, title, definition, count: await count(pattern) });
  }
  return { items, counted };
}

interface Hit extends Record<string, unknown> {
  order_id: string;
  at: Date;
  value: number;
  actor: string | null;
  number: string;
  state: State;
  lead_unit_id: string | null;
}

/** The orders that show a pattern, the newest first, by a key-set cursor. */
export async function listPattern(ctx: Context, id: string, query: HitQuery) {
  const pattern = patterns.find((each) => each.id === id);
  if (!pattern) throw new RuleBroken('address.unknown', {}, 404);
  const mark = fromCursor(query.cursor);
  const after = mark
    ? sql`(h.at, h.order_id) < (${new Date(mark.at).toISOString()}::timestamptz, ${mark.id}::uuid)`
    : sql`true`;
  const newest = sql`order by h.at desc, h.order_id desc limit ${query.limit}`;
  const hits = sql`(${pattern.hits(spanIn(ctx, query))}) h`;
  // Where units do not matter, the page is cut before its orders are looked up.
  const page = query.unit ? hits : sql`(select * from ${hits} where ${after} ${newest}) h`;
  const { rows } = await ctx.db.execute<Hit>(sql`
    select h.*, o.number, o.state, o.lead_unit_id from ${page} join "order" o on o.id = h.order_id
    where ${ofUnit(ctx, query.unit)} and ${after} ${newest}`);
  const name = await namesOf(
    ctx,
    rows.flatMap((row) => row.actor ?? []),
  );
  const items = rows.map((row) => ({
    number: row.number,
    at: toIso(new Date(row.at).getTime()),
    said: pattern.say(Number(row.value)),
    by: row.actor ? name(row.actor) : null,
    unit: ctx.ref.units.get(row.lead_unit_id ?? '')?.name ?? null,
    stateWord: stateWords[row.state],
  }));
  const end = rows.length === query.limit ? rows.at(-1) : undefined;
  return {
    title: pattern.title,
    definition: pattern.definition,
    items,
    next: end ? toCursor({ at: new Date(end.at).getTime(), id: end.order_id }) : null,
  };
}

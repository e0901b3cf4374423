import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Instant } from '../../shared/sla/instant';
import { event, order } from '../db/schema';
import type { Context } from '../order/context';
import { type EventQuery, fromCursor, spanOf, toCursor } from './event-query';
import { listKinds } from './list-kinds';
import { presentEvents } from './present-events';

const instant = (at: Instant) => sql`${new Date(at).toISOString()}::timestamptz`;

/** The kinds to look among, each by its own walk; null where one walk along time, or along an order, is enough. */
async function kindsOf(
  ctx: Context,
  { group, kind, staff, unit, number }: EventQuery,
): Promise<string[] | null> {
  if (kind) return [kind];
  if (!group && (number || !(staff || unit))) return null;
  const all = await listKinds(ctx.db);
  return all.filter((each) => !group || each.group === group).map((each) => each.kind);
}

/** The newest of each kind by itself, then the newest of those: each is one short walk along an index, a person's or a unit's own. */
async function idsByKind(ctx: Context, kinds: string[], where: SQL | undefined, size: number) {
  const { rows } = await ctx.db.execute<{ id: number }>(sql`
    select found.id from unnest(${sql.param(`{${kinds.join(',')}}`)}::text[]) wanted(kind) cross join lateral (
      select id, at from ${event} where ${and(sql`${event.kind} = wanted.kind`, where)} order by at desc, id desc limit ${size}
    ) found order by found.at desc, found.id desc limit ${size}`);
  return rows.map((row) => Number(row.id));
}

async function orderId(ctx: Context, number: string): Promise<string> {
  const [row] = await ctx.db.select({ id: order.id }).from(order).where(eq(order.number, number));
  if (!row) throw new RuleBroken('order.not-found', { path: 'number' }, 404);
  return row.id;
}

/** Records of the ledger, the newest first, by a key-set cursor (spec 8). What they say is opened for the page alone. */
export async function listEvents(ctx: Context, query: EventQuery) {
  const { first, last } = spanOf(query);
  const mark = fromCursor(query.cursor);
  const kinds = await kindsOf(ctx, query);
  const size = query.limit;
  const where = and(
    gte(event.at, first),
    lt(event.at, last),
    mark ? sql`(${event.at}, ${event.id}) < (${instant(mark.at)}, ${mark.id}::bigint)` : undefined,
    query.staff ? eq(event.actor, `staff:${query.staff}`) : undefined,
    query.unit ? eq(event.actorUnitId, query.unit) : undefined,
    query.number ? eq(event.orderId, await orderId(ctx, query.number)) : undefined,
  );
  const rows =
    kinds && !query.number
      ? await ctx.db
          .select()
          .from(event)
          .where(inArray(event.id, [-1, ...(await idsByKind(ctx, kinds, where, size))]))
          .orderBy(desc(event.at), desc(event.id))
      : await ctx.db
          .select()
          .from(event)
          .where(and(where, kinds ? inArray(event.kind, ['', ...kinds]) : undefined))
          .orderBy(desc(event.at), desc(event.id))
          .limit(size);
  const end = rows.length === size ? rows.at(-1) : undefined;
  return {
    items: await presentEvents(ctx, rows),
    next: end ? toCursor({ at: end.at, id: String(end.id) }) : null,
  };
}

/** The chain of one order from its first record (spec 8): what each says, and the hashes that tie it to the one before. */
export async function listChain(ctx: Context, id: string) {
  const rows = await ctx.db
    .select()
    .from(event)
    .where(eq(event.chain, `order:${id}`))
    .orderBy(asc(event.seq));
  const said = await presentEvents(ctx, rows);
  return rows.map((row, at) => ({
    ...said[at],
    seq: row.seq,
    internal: row.internal,
    prevHash: row.prevHash,
    hash: row.hash,
  }));
}

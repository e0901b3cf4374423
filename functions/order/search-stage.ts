import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { order } from '../db/schema';
import type { Key, Listed, Walk } from './order-stages';

/** How far a search goes at each step, in rows. */
export interface Sizes {
  /** Read one after the other at first. */
  read: number;
  /** So few hits are all fetched, and sorted then. */
  few: number;
  /** Read one after the other where hits are neither frequent nor few; along one field rows lie far apart. */
  readOn: { all: number; field: number };
}
const usual: Sizes = { read: 1_000, few: 2_000, readOn: { all: 20_000, field: 5_000 } };
/** So many hits among the first rows promise enough of them further on. */
const promising = 3;

type Conditions = (SQL | undefined)[];
export interface Search {
  /** The same conditions for a row that is read, and as the index `order_find` answers them. */
  conditions: Conditions;
  indexed: Conditions;
  /** Those of them that an index answers in the order of submission: of one field, and of the days. */
  walk: { field: SQL | undefined; days: Conditions };
  /** The index would give no less than the walk goes through. */
  oneField: boolean;
  /** Go on after this row; null from the beginning. */
  from: Key | null;
  count: number;
}

const inOrder = (stage: Walk) => sql.join(stage.order, sql`, `);
const all = (...conditions: Conditions) => and(...conditions) ?? sql`true`;
const start = (stage: Walk, { from }: Search) => (from ? stage.after(from) : undefined);
/** What conditions ask of a row that was read. */
const asked = sql.raw(
  'id, number, state, channel, reporter_id, phone_index, matter_id, town, complexity, cause, submitted_at, light_due_at, seen_by, search_tokens',
);

interface Read {
  ids: string[];
  /** Enough hits, or the stretch has ended: there is no need to look further. */
  done: boolean;
}

/** The hits among the next rows, which are read in order until there are enough; the last row tells that more follow. */
async function readThrough(db: Db, stage: Walk, search: Search, rows: number): Promise<Read> {
  const { field, days } = search.walk;
  const walked = all(...(stage.along ? [stage.along] : [field, ...days]), start(stage, search));
  const hit = all(stage.only, ...search.conditions);
  const found = await db.execute<{ id: string; hit: boolean; last: boolean }>(sql`
    select id, ${hit} as hit, position = ${rows} as last
    from (select ${asked}, row_number() over (order by ${inOrder(stage)}) as position from ${order}
      where ${walked} order by ${inOrder(stage)} limit ${rows}) as "order"
    where ${hit} or position = ${rows} order by ${inOrder(stage)} limit ${search.count}`);
  const ids = found.rows.filter((row) => row.hit).map((row) => row.id);
  return { ids, done: ids.length >= search.count || !found.rows.some((row) => row.last) };
}

/** The first of all hits, found by the index and then sorted; null where there are more than `most`. */
async function findAll(db: Db, stage: Walk, search: Search, most: number | null): Promise<string[] | null> {
  const conditions = all(stage.only, ...search.indexed, start(stage, search));
  const { rows } = await db.execute(sql`
    with hit as materialized (select id, submitted_at, light_due_at from ${order} where ${conditions})
    select id, count(*) over () as hits from (select * from hit limit ${most === null ? null : most + 1}) as "order"
    order by ${inOrder(stage)} limit ${search.count}`);
  if (most !== null && Number(rows[0]?.hits ?? 0) > most) return null;
  return rows.map((row) => String(row.id));
}

async function findIds(db: Db, stage: Walk, search: Search, sizes: Sizes): Promise<string[]> {
  const near = await readThrough(db, stage, search, sizes.read);
  if (near.done) return near.ids;
  if (near.ids.length < promising && !search.oneField) {
    const few = await findAll(db, stage, search, sizes.few);
    if (few) return few;
  }
  const rows = search.walk.field && !stage.along ? sizes.readOn.field : sizes.readOn.all;
  const further = await readThrough(db, stage, search, rows);
  if (further.done) return further.ids;
  return (await findAll(db, stage, search, null)) ?? [];
}

/**
 * The next orders of a stretch that meet all conditions. The planner cannot know how conditions go together, so each
 * attempt looks further than the one before, from the same beginning: what is common stands among the next rows; what is
 * rare is so little that the index gives all of it; what is neither stands among the next thousands. An attempt counts
 * only when it found enough or everything: nothing before its last hit was passed over.
 */
export async function searchStage(db: Db, stage: Walk, search: Search, sizes = usual): Promise<Listed[]> {
  const ids = await findIds(db, stage, search, sizes);
  if (ids.length === 0) return [];
  const rows = await db.select().from(order).where(inArray(order.id, ids));
  const byId = new Map(rows.map((row) => [row.id, { row, wait: null }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

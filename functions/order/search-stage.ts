import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { order } from '../db/schema';
import type { Key, Listed, Walk } from './order-stages';

/** How many rows are read one after the other, and among how many the hits are then looked for by the index. */
export interface Sizes {
  read: number;
  lookedThrough: number;
}
const usual: Sizes = { read: 1_000, lookedThrough: 20_000 };

type Conditions = (SQL | undefined)[];
export interface Search {
  /** The same conditions for a row that is read, and as the index `order_find` answers them. */
  conditions: Conditions;
  indexed: Conditions;
  /** Those of them that an index answers in the order of submission. */
  walk: Conditions;
  /** Go on after this row; null from the beginning. */
  from: Key | null;
  count: number;
}

const inOrder = (stage: Walk) => sql.join(stage.order, sql`, `);
const all = (...conditions: Conditions) => and(...conditions) ?? sql`true`;
const walked = (stage: Walk, { walk }: Search) => (stage.along ? [stage.along] : walk);
const start = (stage: Walk, { from }: Search) => (from ? stage.after(from) : undefined);
/** What conditions ask of a row that was read. */
const asked = sql.raw(
  'id, number, state, channel, reporter_id, phone_index, matter_id, town, complexity, cause, submitted_at, light_due_at, seen_by, search_tokens',
);

async function idsOf(db: Db, query: SQL): Promise<string[]> {
  const { rows } = await db.execute(query);
  return rows.map((row) => String(row.id));
}

/** The hits among the next rows, which are read in order until there are enough. */
const readThrough = (db: Db, stage: Walk, search: Search, rows: number) =>
  idsOf(
    db,
    sql`select id from (select ${asked} from ${order} where ${all(...walked(stage, search), start(stage, search))}
        order by ${inOrder(stage)} limit ${rows}) as "order"
      where ${all(stage.only, ...search.conditions)} order by ${inOrder(stage)} limit ${search.count}`,
  );

/** The hits up to a row, or all there are: found by the index before any is sorted. */
const lookThrough = (db: Db, stage: Walk, search: Search, end: Key | null) =>
  idsOf(
    db,
    sql`with hit as materialized (select id, submitted_at, light_due_at from ${order}
        where ${all(stage.only, ...search.indexed, start(stage, search), end ? stage.upTo(end) : undefined)})
      select id from hit as "order" order by ${inOrder(stage)} limit ${search.count}`,
  );

/** The key of the last of the next so many rows; null where the stretch ends before. */
async function keyAfter(db: Db, stage: Walk, search: Search, rows: number): Promise<Key | null> {
  const [row] = await db
    .select({ at: stage.by, id: order.id })
    .from(order)
    .where(all(...walked(stage, search), start(stage, search)))
    .orderBy(...stage.order)
    .offset(rows - 1)
    .limit(1);
  return row ? [row.at, row.id] : null;
}

async function findIds(db: Db, stage: Walk, search: Search, sizes: Sizes): Promise<string[]> {
  const read = await readThrough(db, stage, search, sizes.read);
  if (read.length >= search.count) return read;
  const end = await keyAfter(db, stage, search, sizes.lookedThrough);
  const near = end ? await lookThrough(db, stage, search, end) : [];
  return near.length >= search.count ? near : lookThrough(db, stage, search, null);
}

/**
 * The next orders of a stretch that meet all conditions. The planner cannot know how conditions go together, so each
 * attempt looks further than the one before, from the same beginning: what is common stands among the next rows, what
 * is less common among the next thousands, what is rare is so little that the index gives all of it. An attempt counts
 * only when it found enough: then nothing before its last hit was passed over.
 */
export async function searchStage(db: Db, stage: Walk, search: Search, sizes = usual): Promise<Listed[]> {
  const ids = await findIds(db, stage, search, sizes);
  if (ids.length === 0) return [];
  const rows = await db.select().from(order).where(inArray(order.id, ids));
  const byId = new Map(rows.map((row) => [row.id, { row, wait: null }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

import { type SQL, sql } from 'drizzle-orm';
import type { Deps } from '../../order/context';
import { type SealedColumn, sealedColumns } from './sealed-columns';

/** Blocks of a table (8 KB each) that one step looks at: some thousand rows at most, no lock held between steps. */
const blocksPerStep = 50;
const mostPasses = 20;

type Kept = { at: string; text: string; place: string };
const name = (text: string): SQL => sql.raw(`"${text}"`);

async function blocksOf(deps: Deps, table: string): Promise<number> {
  const { rows } = await deps.db.execute<{ n: number }>(
    sql`select (pg_relation_size(${`public."${table}"`}::regclass) / current_setting('block_size')::int)::int as n`,
  );
  return rows[0]?.n ?? 0;
}

/** One pass over a column; answers how many texts it moved. A row that others change meanwhile waits for the next pass. */
async function pass(deps: Deps, { table, column, bound }: SealedColumn): Promise<number> {
  const place = bound === 'wrap' ? sql`''` : sql.raw(bound.sql);
  const blocks = await blocksOf(deps, table);
  let moved = 0;
  for (let block = 0; block < blocks; block += blocksPerStep) {
    const { rows } = await deps.db.execute<Kept>(
      sql`select ctid::text as at, ${name(column)} as text, ${place} as place from ${name(table)}
          where ctid >= ${`(${block},0)`}::tid and ctid < ${`(${block + blocksPerStep},0)`}::tid and ${name(column)} like 'v1.%'`,
    );
    for (const { at, text, place: aad } of rows) {
      if (deps.vault.isCurrent(text)) continue;
      const next = bound === 'wrap' ? deps.vault.rewrap(text) : deps.vault.resealMaster(text, aad);
      await deps.db.execute(
        sql`update ${name(table)} set ${name(column)} = ${next} where ctid = ${at}::tid and ${name(column)} = ${text}`,
      );
      moved += 1;
    }
  }
  return moved;
}

/** Columns that still hold a text of another master key, by name: what the old key is still needed for. */
async function heldByOthers(deps: Deps): Promise<string[]> {
  const { rows: columns } = await deps.db.execute<{ table: string; column: string }>(
    sql`select table_name as table, column_name as column from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text' order by 1, 2`,
  );
  const held: string[] = [];
  for (const { table, column } of columns) {
    const { rows } = await deps.db.execute<{ text: string }>(
      sql`select distinct on (substring(${name(column)} from '^v1\.[a-z0-9-]+\.[A-Za-z0-9_-]+')) ${name(column)} as text
          from ${name(table)} where ${name(column)} ~ '^v1\.[a-z0-9-]+\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]+$' and ${name(column)} !~ '^v1\.[a-z0-9-]+\.order\.'`,
    );
    if (rows.some(({ text }) => !deps.vault.isCurrent(text))) held.push(`${table}.${column}`);
  }
  return held;
}

/**
 * Brings everything the master keys seal under the first of them, in small steps while the system runs: order keys are
 * wrapped anew, texts sealed anew, events and their hashes untouched (spec 8). Broken off, it goes on where it is run
 * again. `held` names the columns that still need an older key; empty: older keys can be taken out of MASTER_KEYS.
 */
export async function rotateKeys(deps: Deps): Promise<{ moved: number; held: string[] }> {
  let moved = 0;
  for (let round = 0; round < mostPasses; round += 1) {
    let inRound = 0;
    for (const column of sealedColumns) inRound += await pass(deps, column);
    moved += inRound;
    if (inRound === 0) break;
  }
  return { moved, held: await heldByOthers(deps) };
}

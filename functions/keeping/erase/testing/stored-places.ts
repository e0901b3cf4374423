import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorld } from '../../../testing/database';
import type { OrderKey } from '../../../vault/vault';
import { sealedColumns } from '../../rotate/sealed-columns';

/** What stands at each place, by its name: `table.column`, or the path of a file. */
export type Places = Map<string, Buffer>;

interface Column {
  table: string;
  column: string;
  bytes: boolean;
}

/** Every column of every table there is, whatever it is called. */
async function columnsOf(world: TestWorld): Promise<Column[]> {
  const { rows } = await world.owner.query<Column>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as table, column_name as column,
       data_type = 'bytea' as bytes
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
  );
  return rows;
}

async function valuesOf(world: TestWorld, { table, column, bytes }: Column): Promise<Buffer[]> {
  const { rows } = await world.owner.query<{ value: string | Buffer }>(
    `select ${bytes ? `"${column}"` : `"${column}"::text`} as value from ${table} where "${column}" is not null`,
  );
  return rows.map(({ value }) => Buffer.from(value as string));
}

/** As an intruder with all keys would: whatever an order's own key is wrapped in, wherever it lies. */
function opensKey(world: TestWorld, text: string): OrderKey | null {
  try {
    return world.deps.vault.openOrderKey(text);
  } catch {
    return null;
  }
}
const firstThatOpens = (tries: (() => string)[]): string | null => {
  for (const attempt of tries)
    try {
      return attempt();
    } catch {
      // Another key or binding.
    }
  return null;
};

const envelope = /v1\.[a-z0-9-]+\.([A-Za-z0-9_-]{1,32})\.[A-Za-z0-9_-]{16,}/g;

/** What the master keys and all order keys that are left open; a text under a master key that nobody can open throws. */
async function opened(world: TestWorld, texts: Set<string>): Promise<string[]> {
  const { vault } = world.deps;
  const keys = [...texts].flatMap((text) => opensKey(world, text) ?? []);
  const bindings = new Set<string>();
  for (const { table, bound } of sealedColumns)
    if (bound !== 'wrap')
      for (const { aad } of (await world.owner.query(`select distinct ${bound.sql} as aad from "${table}"`))
        .rows)
        bindings.add(aad as string);
  const ids = (await world.owner.query<{ id: string }>('select id from "order"')).rows.map(({ id }) => id);
  const places = ids.flatMap((id) => [`order:${id}:words`, `order:${id}:event`]);
  return [...texts].flatMap((text) => {
    const [, keyId] = new RegExp(envelope.source).exec(text) ?? [];
    if (keyId === 'order')
      return (
        firstThatOpens(keys.flatMap((key) => places.map((aad) => () => vault.unseal(key, text, aad)))) ?? []
      );
    if (opensKey(world, text)) return [];
    const clear = firstThatOpens([...bindings].map((aad) => () => vault.unsealMaster(text, aad)));
    if (clear === null) throw new Error(`Nobody knows how this is sealed: ${text.slice(0, 40)}`);
    return clear;
  });
}

/** Everything in the database, in the clear and opened with every key that is left. */
export async function storedPlaces(world: TestWorld): Promise<Places> {
  const places: Places = new Map();
  const texts = new Map<string, Set<string>>();
  for (const column of await columnsOf(world)) {
    const name = `${column.table}.${column.column}`;
    const value = Buffer.concat((await valuesOf(world, column)).flatMap((each) => [each, Buffer.from('\n')]));
    places.set(name, value);
    const sealed = new Set([...value.toString('utf8').matchAll(envelope)].map(([text]) => text));
    if (sealed.size > 0) texts.set(name, sealed);
  }
  const all = new Set([...texts.values()].flatMap((each) => [...each]));
  places.set('all that opens', Buffer.from((await opened(world, all)).join('\n')));
  return places;
}

/** Every file below the data folder as it lies there: uploads, and the database's own pages and logs. */
export function filePlaces(world: TestWorld): Places {
  const files = readdirSync(world.dataDir, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return new Map(
    files.map((file) => [join(file.parentPath, file.name), readFileSync(join(file.parentPath, file.name))]),
  );
}

/** How many rows hold all these keyed hashes, in any column of whole numbers there is. */
export async function rowsWithTokens(world: TestWorld, tokens: number[]): Promise<number> {
  const { rows } = await world.owner.query<{ table: string; column: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as table, column_name as column
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and udt_name = '_int4' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  let found = 0;
  for (const { table, column } of rows) {
    const hits = await world.owner.query(`select from ${table} where "${column}" @> $1`, [tokens]);
    found += hits.rowCount ?? 0;
  }
  return found;
}

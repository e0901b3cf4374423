import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { FileRefused } from '../../file/file-refused';
import type { ObjectStore } from '../../file/object-store';
import { writeBackupId } from './backup-id';
import type { Manifest } from './manifest';
import { type Vessel, writePart } from './part';

const name = (text: string) => `"${text.replaceAll('"', '""')}"`;

async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`,
  );
  return rows;
}

/** An upload that was completed, swept or erased since the snapshot is no longer under its key. */
function orGone(problem: unknown): null {
  if (problem instanceof FileRefused && problem.code === 'file.not_found') return null;
  throw problem;
}

const contentTypes: Record<string, string> = { pdf: 'application/pdf', png: 'image/png', webp: 'image/webp' };

/**
 * Backs up database and files into a new folder while the system runs: all tables as of one moment (one snapshot), then
 * every file those rows name. Each part is sealed on its own under the back-up's key (spec 8). Answers what it holds.
 */
export async function backUp(settings: {
  /** A session of the database's owner, in nobody else's use. */
  client: pg.Client;
  store: ObjectStore;
  folder: string;
  key: Buffer;
  /** The demonstration's own keys; production keeps its keys elsewhere. */
  keysFile: string | null;
}): Promise<Manifest> {
  const { client, store, folder, key, keysFile } = settings;
  await mkdir(folder, { recursive: true });
  const vessel: Vessel = { folder, key, id: randomUUID() };
  await client.query('begin isolation level repeatable read read only');
  const migrations = await client.query('select count(*)::int as n from drizzle.__drizzle_migrations');
  const madeAt = new Date().toISOString();
  const tables = [];
  for (const table of await tablesOf(client)) {
    const columns = table.columns.map(name).join(', ');
    const part = `table-${table.name}`;
    await writePart(vessel, part, client.query(copyTo(`copy ${name(table.name)} (${columns}) to stdout`)));
    tables.push({ ...table, part });
  }
  const { rows: roots } = await client.query<{ day: string; root: string; events: number }>(
    'select day::text, root, events from daily_root order by day',
  );
  const { rows: kept } = await client.query<{ key: string }>(
    `select unnest(array_remove(array[upload_key, object_key, thumbnail_key], null)) as key from file order by 1`,
  );
  await client.query('commit');
  const files = [];
  for (const [at, { key: object }] of kept.entries()) {
    const bytes = await store.get(object).catch(orGone);
    if (!bytes) continue;
    const part = `file-${at + 1}`;
    await writePart(vessel, part, bytes);
    const type = contentTypes[object.split('.').at(-1) ?? ''] ?? 'image/jpeg';
    files.push({ part, key: object, contentType: type });
  }
  const hasKeys = keysFile !== null && existsSync(keysFile);
  if (hasKeys && keysFile) await writePart(vessel, 'keys', await readFile(keysFile));
  const manifest: Manifest = {
    version: 1,
    madeAt,
    migrations: migrations.rows[0].n as number,
    tables,
    files,
    roots,
    hasKeys,
  };
  await writePart(vessel, 'manifest', Buffer.from(JSON.stringify(manifest)));
  await writeBackupId(folder, vessel.id);
  return manifest;
}

import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { SettingError } from '../../env';
import type { ObjectStore } from '../../file/object-store';
import { readBackupId } from './backup-id';
import { Manifest } from './manifest';
import { checkPart, readPart, readWhole, type Vessel } from './part';

const name = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Opens a back-up's folder; throws DamagedPart when key or contents are not those it was written with. */
export async function openBackup(
  folder: string,
  key: Buffer,
): Promise<{ vessel: Vessel; manifest: Manifest }> {
  const vessel = { folder, key, id: await readBackupId(folder) };
  const manifest = Manifest.parse(JSON.parse((await readWhole(vessel, 'manifest')).toString('utf8')));
  return { vessel, manifest };
}

/** An empty place: the schema stands, and nobody has put anything in. */
async function requireEmpty(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    'select (select count(*) from event)::int + (select count(*) from daily_root)::int as n',
  );
  const orders = await client.query<{ n: number }>('select count(*)::int as n from "order"');
  if ((rows[0]?.n ?? 0) + (orders.rows[0]?.n ?? 0) > 0)
    throw new SettingError('This place already holds orders or events; a restore needs an empty one.');
  const migrations = await client.query('select count(*)::int as n from drizzle.__drizzle_migrations');
  if (migrations.rows[0].n !== manifest.migrations)
    throw new SettingError(
      `The back-up is of schema ${manifest.migrations}, this program's is ${migrations.rows[0].n}: use the program of its time, then update.`,
    );
}

async function fillTables(client: pg.Client, vessel: Vessel, manifest: Manifest): Promise<void> {
  for (const { name: table, columns, part } of manifest.tables) {
    // Tables that keep for good refuse any deletion, and are empty here.
    const held = await client.query(`select from ${name(table)} limit 1`);
    if (held.rowCount) await client.query(`delete from ${name(table)}`);
    const list = columns.map(name).join(', ');
    await pipeline(
      readPart(vessel, part),
      client.query(copyFrom(`copy ${name(table)} (${list}) from stdin`)),
    );
    const { rows } = await client.query<{ sequence: string | null }>(
      `select pg_get_serial_sequence($1, column_name) as sequence from information_schema.columns
       where table_schema = 'public' and table_name = $2 and column_name = 'id' and column_default like 'nextval%'`,
      [name(table), table],
    );
    if (rows[0]?.sequence)
      await client.query(
        `select setval($1, greatest((select coalesce(max(id), 0) from ${name(table)}), 1))`,
        [rows[0].sequence],
      );
  }
}

/**
 * Puts a back-up into an empty place: every table in one transaction, so that a damaged part leaves nothing behind, then
 * every file. The caller verifies the chains against the roots that the back-up carries.
 */
export async function restore(settings: {
  client: pg.Client;
  store: ObjectStore;
  folder: string;
  key: Buffer;
}): Promise<Manifest> {
  const { client, store, folder, key } = settings;
  const { vessel, manifest } = await openBackup(folder, key);
  await requireEmpty(client, manifest);
  // What is damaged is named before anything is touched.
  for (const { part } of [...manifest.tables, ...manifest.files]) await checkPart(vessel, part);
  if (manifest.hasKeys) await checkPart(vessel, 'keys');
  await client.query('begin');
  try {
    await fillTables(client, vessel, manifest);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  for (const { part, key: object, contentType } of manifest.files)
    await store.put(object, await readWhole(vessel, part), contentType);
  return manifest;
}

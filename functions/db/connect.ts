import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { SettingError } from '../env';
import { databaseProblem } from './database-problem';
import * as schema from './schema';

export type Db = NodePgDatabase<typeof schema>;
/** Inside a transaction; the outer `Db` must not be used there. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** bigint and count come back as numbers: none of ours leaves the safe range. */
pg.types.setTypeParser(20, Number);

export interface Connection {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** A pool whose every session is the role `window_app`, which may not touch the ledger (spec 8). */
export function connect(url: string, size: number): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    options: '-c role=window_app',
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server drops is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { pool, db: drizzle(pool, { schema }), close: () => pool.end() };
}

/** A session of the database's owner; a server that does not answer or is too old is said in one sentence. */
export async function connectAsOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A session that the server ends is noticed at its next use; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw databaseProblem(error);
  }
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) >= 150_000) return client;
  await client.end();
  throw new SettingError('PostgreSQL 15 or newer is needed; the server in DATABASE_URL is older.');
}

/** Brings the schema up to date as the owner; two that start together wait for each other. */
export async function migrateAsOwner(url: string, folder: string): Promise<void> {
  const client = await connectAsOwner(url);
  try {
    await client.query('select pg_advisory_lock(733001)');
    await migrate(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    throw databaseProblem(error);
  } finally {
    await client.end();
  }
}

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

/**
 * What every session is started with: a role that may not touch the ledger (spec 8), and what the planner must know: pages
 * come from memory or a solid-state disk, and no statement runs so long that it pays to compile it.
 */
const sessions = '-c role=window_app -c random_page_cost=1.1 -c jit=off';

/** A pool of sessions with the rights of the functions. */
export function connect(url: string, size: number): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    options: sessions,
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

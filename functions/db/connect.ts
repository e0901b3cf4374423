import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
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

/** Brings the schema up to date as the owner; two that start together wait for each other. */
export async function migrateAsOwner(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(733001)');
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

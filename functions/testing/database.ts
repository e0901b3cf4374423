import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fromIso } from '../../shared/sla/instant';
import { type Connection, connect, migrateAsOwner } from '../db/connect';
import { type Embedded, startEmbedded } from '../db/embedded/start-embedded';
import { loadHolidays, seedDemonstration } from '../db/seed/seed';
import { readEnv } from '../env';
import { createApp } from '../http/app';
import type { Deps } from '../order/context';
import { makeDeps } from '../start/make-deps';

const root = join(__dirname, '../..');
/** An ordinary Wednesday morning. */
export const wednesday = fromIso('2026-11-18T09:30:00+08:00');

export interface TestWorld {
  app: ReturnType<typeof createApp>;
  deps: Deps;
  connection: Connection;
  /** As the database's owner: what an intruder with the keys of the house could do. */
  owner: pg.Client;
  now: { at: number };
  /** For another process on the same data. */
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

/** A fresh, seeded database on the embedded PostgreSQL, or on the server that DATABASE_URL_TEST names. */
export async function startWorld(): Promise<TestWorld> {
  const given = process.env.DATABASE_URL_TEST;
  const dataDir = mkdtempSync(join(tmpdir(), 'window-test-'));
  chmodSync(dataDir, 0o755);
  const embedded: Embedded | null = given ? null : await startEmbedded(root, dataDir, { fsync: false });
  const base = given || embedded?.url || '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = base.replace(/\/[^/]*$/, `/${name}`);
  await migrateAsOwner(url, join(root, 'functions/db/migrations'));
  const connection = connect(url, 10);
  const now = { at: wednesday };
  await loadHolidays(connection.db, join(root, 'data'), now.at);
  await seedDemonstration(connection.db, join(root, 'data'));
  const config = { ...readEnv({}), dataDir, logLevel: process.env.LOG_LEVEL ?? 'silent' };
  const deps = makeDeps(config, connection.db, () => now.at);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return {
    app: createApp(deps, { requestsPerMinute: 1_000_000 }),
    deps,
    connection,
    owner,
    now,
    url,
    dataDir,
    async close() {
      await owner.end();
      await connection.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await embedded?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

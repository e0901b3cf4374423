import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromIso } from '../../shared/sla/instant';
import { connect } from '../db/connect';
import { readEnv } from '../env';
import { type App, createApp } from '../http/app';
import type { Deps } from '../order/context';
import { makeDeps } from '../start/make-deps';
import { openTestDatabase } from './database';

export interface TestServer {
  app: App;
  deps: Deps;
  /** The server's own time: set it to go on in time. */
  clock: { now: number };
  /** The database as its owner sees it. */
  ownerUrl: string;
  /** Every line the server logged. */
  logged: string[];
  close(): Promise<void>;
}

/** The whole API over a database of its own; it begins on an ordinary Wednesday morning (spec 3). */
export async function startTestServer(options: { pool?: number; at?: string } = {}): Promise<TestServer> {
  const database = await openTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'window-files-'));
  const clock = { now: fromIso(options.at ?? '2026-11-18T09:30:00+08:00') };
  const { db, close } = connect(database.url, options.pool ?? 10);
  const config = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://127.0.0.1:8080' });
  const logged: string[] = [];
  const log = {
    info: (fields: object, text: string) => void logged.push(JSON.stringify({ ...fields, text })),
    error: (fields: object, text: string) => void logged.push(JSON.stringify({ ...fields, text })),
  };
  const deps: Deps = { ...makeDeps(config, db, () => clock.now), log };
  return {
    app: createApp(deps, { requestsPerMinute: 1_000_000 }),
    deps,
    clock,
    ownerUrl: database.url,
    logged,
    async close() {
      await close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

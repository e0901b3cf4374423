import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../functions/db/connect';
import { startEmbedded } from '../../functions/db/embedded/start-embedded';
import { readEnv } from '../../functions/env';
import { createApp } from '../../functions/http/app';
import { makeDeps } from '../../functions/start/make-deps';
import { type TestWorld, wednesday } from '../../functions/testing/database';
import { catchUp } from './catch-up';
import { fill } from './fill';

const root = join(__dirname, '../..');
/** Data made by an earlier form of the generator are thrown away. */
const form = '3';

/**
 * A district with `count` orders over three years, on an embedded PostgreSQL whose data stay in `.cache/scale-<count>`
 * (or under SCALE_CACHE) for the next bench. Whoever changes data puts them back, for others measure on them too.
 */
export async function openScale(count: number): Promise<TestWorld> {
  const dataDir = join(process.env.SCALE_CACHE ?? join(root, '.cache'), `scale-${count}`);
  const mark = join(dataDir, `filled-${form}`);
  if (!existsSync(mark)) rmSync(dataDir, { recursive: true, force: true });
  const embedded = await startEmbedded(root, dataDir, { fsync: false });
  const { url } = embedded;
  const now = { at: wednesday };
  if (existsSync(mark)) await catchUp(url);
  else {
    await fill(url, dataDir, count, now.at).catch(async (error) => {
      await embedded.stop();
      throw error;
    });
    writeFileSync(mark, '');
  }
  const connection = connect(url, 10);
  const deps = makeDeps({ ...readEnv({}), dataDir, logLevel: 'silent' }, connection.db, () => now.at);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return {
    app: createApp(deps, { requestsPerMinute: 100_000_000 }),
    deps,
    connection,
    owner,
    now,
    url,
    dataDir,
    async close() {
      const { rows } = await owner.query(
        "select count(*) as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      await owner.end();
      await connection.close();
      if (Number(rows[0]?.n) <= connection.pool.totalCount) await embedded.stop();
    },
  };
}

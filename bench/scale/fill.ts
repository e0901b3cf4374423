import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { connect, migrateAsOwner } from '../../functions/db/connect';
import { loadHolidays, seedDemonstration } from '../../functions/db/seed/seed';
import { readEnv } from '../../functions/env';
import { rebuildRollUps } from '../../functions/figure/rebuild-figures';
import { makeDeps } from '../../functions/start/make-deps';
import { dayOf } from '../../shared/sla/instant';
import { writeReporters } from './reporters';

const root = join(__dirname, '../..');
const filled = [
  'order',
  'clock',
  'clock_alarm',
  'custody',
  'order_wait',
  'event',
  'order_figure',
  'round_figure',
  'return_figure',
  'figure_share',
  'reporter',
];
const processes = 2;

/** Takes indexes and keys off the tables that are filled; gives back the statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ tab: string; name: string; def: string }>(
    `select conrelid::regclass::text as tab, conname as name, pg_get_constraintdef(oid) as def from pg_constraint
     where contype in ('p', 'u') and conrelid = any($1::regclass[])`,
    [filled.map((name) => `"${name}"`)],
  );
  for (const { tab, name } of keys) await client.query(`alter table ${tab} drop constraint "${name}"`);
  const { rows: indexes } = await client.query<{ name: string; def: string }>(
    'select indexname as name, indexdef as def from pg_indexes where schemaname = $1 and tablename = any($2)',
    ['public', filled],
  );
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  return [
    ...keys.map(({ tab, name, def }) => `alter table ${tab} add constraint "${name}" ${def}`),
    ...indexes.map(({ def }) => def),
  ];
}

async function makeIndexes(url: string, statements: string[]): Promise<void> {
  const left = [...statements];
  const work = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("set maintenance_work_mem = '768MB'");
    for (let next = left.shift(); next; next = left.shift()) await client.query(next);
    await client.end();
  };
  await Promise.all(Array.from({ length: processes }, work));
}

const runSlice = (part: number, count: number, env: Record<string, string>) =>
  new Promise<void>((done, fail) => {
    const child = fork(join(__dirname, 'slice.ts'), [String(part), String(processes), String(count)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...env },
    });
    child.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`A part of the data failed (${code}).`)),
    );
  });

/** Fills an empty database with a demonstration district and `count` orders of three years that end at `now`. */
export async function fill(url: string, dataDir: string, count: number, now: number): Promise<void> {
  await migrateAsOwner(url, join(root, 'functions/db/migrations'));
  const { db, close } = connect(url, 2);
  await loadHolidays(db, join(root, 'data'), now);
  await seedDemonstration(db, join(root, 'data'));
  const client = new pg.Client({ connectionString: url });
  // When the filling fails the server is stopped under it: what failed must be heard, not that.
  client.on('error', () => undefined);
  await client.connect();
  await client.query("alter system set max_wal_size = '12GB'");
  await client.query("alter system set checkpoint_timeout = '30min'");
  await client.query("alter system set autovacuum = 'off'");
  await client.query('select pg_reload_conf()');
  const indexes = await dropIndexes(client);
  await writeReporters(
    client,
    makeDeps({ ...readEnv({}), dataDir, logLevel: 'silent' }, db, () => now),
  );
  const env = { DATABASE_URL: url, DATA_DIR: dataDir, NOW: String(now) };
  await Promise.all(Array.from({ length: processes }, (_, part) => runSlice(part, count, env)));
  await makeIndexes(url, indexes);
  await rebuildRollUps({ db });
  await close();
  await client.query('insert into number_block (day, next) values ($1, 90000)', [dayOf(now)]);
  await client.query('vacuum analyze');
  await client.query('alter system reset all');
  await client.query('select pg_reload_conf()');
  await client.end();
}

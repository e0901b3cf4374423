import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { connect, migrateAsOwner } from '../db/connect';
import { type Embedded, startEmbedded } from '../db/embedded/start-embedded';
import { loadHolidays, seedDemonstration } from '../db/seed/seed';
import { withFileLock } from './file-lock';

const root = resolve(__dirname, '../..');
const migrations = join(root, 'functions/db/migrations');
const holderName = 'window-test-holder';
/** Another server than the embedded one, where it is named; the URL must be of an owner that may create databases. */
const testServerUrl = process.env.DATABASE_URL_TEST || null;
/** One cluster for all Jest workers of this checkout. */
const home = join(tmpdir(), `window-test-${createHash('sha256').update(root).digest('hex').slice(0, 10)}`);

export interface TestDatabase {
  /** As the owner of the schema: for what a test does by hand, past the product's own role. */
  url: string;
  close(): Promise<void>;
}

interface Cluster {
  url: string;
  embedded: Embedded | null;
  holder: pg.Client;
}

const urlFor = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};

async function open(url: string, name?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Another schema or seed makes another template. */
function templateName(): string {
  const print = createHash('sha256');
  for (const folder of [migrations, join(root, 'functions/db/seed')]) {
    for (const name of readdirSync(folder).filter((each) => /\.(sql|ts)$/.test(each)))
      print.update(readFileSync(join(folder, name)));
  }
  return `window_template_${print.digest('hex').slice(0, 12)}`;
}

async function ensureTemplate(cluster: Cluster): Promise<string> {
  const name = templateName();
  const known = await cluster.holder.query('select 1 from pg_database where datname = $1', [name]);
  if (known.rowCount) return name;
  const making = `${name}_making`;
  await cluster.holder.query(`drop database if exists ${making} with (force)`);
  await cluster.holder.query(`create database ${making}`);
  const url = urlFor(cluster.url, making);
  await migrateAsOwner(url, migrations);
  const { db, close } = connect(url, 2);
  await loadHolidays(db, join(root, 'data'), Date.now());
  await seedDemonstration(db, join(root, 'data'));
  await close();
  await cluster.holder.query(`alter database ${making} rename to ${name}`);
  return name;
}

const lock = join(tmpdir(), 'window-test.lock');

async function joinCluster(): Promise<Cluster> {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const embedded = testServerUrl ? null : await startEmbedded(root, home, { fsync: false });
  const url = testServerUrl ?? embedded?.url ?? '';
  return { url, embedded, holder: await open(url, holderName) };
}

/** Leaves the cluster; the last one out stops it. */
async function leave(cluster: Cluster, database: string): Promise<void> {
  await withFileLock(lock, async () => {
    await cluster.holder.query(`drop database if exists ${database} with (force)`);
    const { rows } = await cluster.holder.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [holderName],
    );
    await cluster.holder.end();
    if (rows[0]?.others === 0) await cluster.embedded?.stop();
  });
}

/** A fresh database with schema and demonstration data, on the embedded server or that of `DATABASE_URL_TEST`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `window_test_${randomUUID().replaceAll('-', '')}`;
  const cluster = await withFileLock(lock, async () => {
    const joined = await joinCluster();
    await joined.holder.query(`create database ${name} template ${await ensureTemplate(joined)}`);
    return joined;
  });
  return { url: urlFor(cluster.url, name), close: () => leave(cluster, name) };
}

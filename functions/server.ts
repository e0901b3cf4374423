import { join } from 'node:path';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { roles } from '../shared/order/vocabulary';
import { connect, migrateAsOwner } from './db/connect';
import { startEmbedded } from './db/embedded/start-embedded';
import { demoPassword, demoPeople, loadHolidays, seedDemonstration } from './db/seed/seed';
import { readEnv, SettingError } from './env';
import { createApp } from './http/app';
import { makeDeps } from './start/make-deps';
import { runJobs } from './start/run-jobs';
import { staticPages } from './start/static-pages';

const root = process.cwd();

/** One server per database: the lock lives as long as this process does. */
async function takeLock(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock(733002) as free');
  if (rows[0]?.free) return client;
  await client.end();
  throw new SettingError(
    'Another server already runs on this data; stop it first, or set another DATA_DIR and PORT.',
  );
}

function listen(
  app: ReturnType<typeof createApp>,
  port: number,
  hostname: string,
): Promise<ReturnType<typeof serve>> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => done(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new SettingError(`Port ${port} is taken; set PORT to a free one.`)
          : error,
      ),
    );
  });
}

async function main(): Promise<void> {
  const config = readEnv();
  const embedded = config.databaseUrl ? null : await startEmbedded(root, config.dataDir);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const lock = await takeLock(url);
  await migrateAsOwner(url, join(root, 'functions/db/migrations'));
  const { db, close } = connect(url, config.databasePool);
  const data = join(root, 'data');
  await loadHolidays(db, data, Date.now());
  if (!config.production) await seedDemonstration(db, data);
  const deps = makeDeps(config, db);
  const app = createApp(deps);
  app.get('/console', (c) => c.redirect('/console/'));
  app.use('/console/*', staticPages(join(root, 'client/console/dist'), '/console/'));
  app.use('/*', staticPages(join(root, 'client/miniapp/dist/h5'), '/'));
  const server = await listen(app, config.port, config.host);
  const ticker = runJobs(deps);
  announce(`http://${config.host}:${config.port}`, config.production);
  const stop = async () => {
    server.close();
    await ticker.stop();
    await close();
    await lock.end();
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

function announce(address: string, production: boolean): void {
  console.log(
    `\nReporters (H5)  ${address}/\nConsole         ${address}/console/\nAPI             ${address}/api  (read it at ${address}/docs)`,
  );
  if (production) return;
  console.log(`\nDemonstration accounts for the console, password ${demoPassword}:`);
  for (const { username, posts } of demoPeople)
    console.log(`  ${username.padEnd(16)} ${roles[posts[0]?.role ?? 'admin']}`);
  console.log(
    '\nReporters sign in with a phone such as 13800000001; the code is shown in the console, page 消息 (outbox).\n',
  );
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  console.error(error instanceof SettingError ? text : `The server could not start: ${text}`);
  process.exit(1);
});

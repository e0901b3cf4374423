import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { roles } from '../shared/order/vocabulary';
import { connect, connectAsOwner, migrateAsOwner } from './db/connect';
import { startEmbedded } from './db/embedded/start-embedded';
import { demoPassword, demoPeople, demoTerminalKey, loadHolidays, seedDemonstration } from './db/seed/seed';
import { type Config, readEnv, SettingError } from './env';
import { createApp } from './http/app';
import { makeDeps } from './start/make-deps';
import { runJobs } from './start/run-jobs';
import { staticPages } from './start/static-pages';

const root = process.cwd();

/** One server per database: the lock lives as long as this process does. */
async function takeLock(url: string): Promise<pg.Client> {
  const client = await connectAsOwner(url);
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

interface Running {
  stop(): Promise<void>;
}

async function run(config: Config, url: string): Promise<Running> {
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
  return {
    async stop() {
      await closeServer(server);
      await ticker.stop();
      await close();
    },
  };
}

/** Answers what was asked already, for at most ten seconds, and takes no more. */
function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((done) => {
    const last = setTimeout(done, 10_000);
    server.close(() => {
      clearTimeout(last);
      done();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

/** Starts everything, or nothing: what was started before a failure is stopped again. */
async function main(): Promise<void> {
  const config = readEnv();
  const embedded = config.databaseUrl ? null : await startEmbedded(root, config.dataDir);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const lock = await takeLock(url);
  const leave = async () => {
    await lock.end();
    await embedded?.stop();
  };
  const running = await run(config, url).catch(async (error) => {
    await leave();
    throw error;
  });
  let stopping = false;
  const stop = async () => {
    // Ctrl-C reaches the whole group of processes, so it may be told twice.
    if (stopping) return;
    stopping = true;
    await running.stop();
    await leave();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function announce(address: string, production: boolean): void {
  console.log(
    `\nReporters (H5)  ${address}/\nConsole         ${address}/console/\nAPI             ${address}/api  (read it at ${address}/docs)`,
  );
  if (production) return;
  console.log(`Terminal        ${address}/?kiosk=1&key=${demoTerminalKey}`);
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

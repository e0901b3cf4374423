import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { staticPages } from '../../functions/start/static-pages';
import { startWorld, type TestWorld } from '../../functions/testing/database';
import { freePort } from '../stage';

export interface Hall {
  world: TestWorld;
  base: string;
  close(): Promise<void>;
}

/** The product at an instant the test sets: a seeded world, its API and the built console, on a port of its own. */
export async function openHall(): Promise<Hall> {
  const world = await startWorld();
  const app = new Hono();
  app.use('/console/*', staticPages(join(__dirname, '../../client/console/dist'), '/console/'));
  app.route('/', world.app);
  const port = await freePort();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  return {
    world,
    base: `http://127.0.0.1:${port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await world.close();
    },
  };
}

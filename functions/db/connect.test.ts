import { createServer } from 'node:net';
import { startWorld, type TestWorld } from '../testing/database';
import { connectAsOwner } from './connect';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('reads bigint and count as numbers', async () => {
  const { rows } = await world.connection.pool.query(
    'select 9007199254740991::bigint as big, count(*) as many from event',
  );
  expect(rows).toEqual([{ big: 9007199254740991, many: expect.any(Number) }]);
});

it('works as a role that may add to the ledger and not change it', async () => {
  const { rows } = await world.connection.pool.query('select current_user as name');
  expect(rows).toEqual([{ name: 'window_app' }]);
  await expect(world.connection.pool.query('delete from event')).rejects.toThrow('permission denied');
  await expect(world.connection.pool.query("update event set kind = 'order.closed'")).rejects.toThrow(
    'permission denied',
  );
});

it('says in one sentence that nothing answers, or that what answers is no PostgreSQL that knows us', async () => {
  const closed = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const address = closed.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((done) => closed.close(done));
  const options = world.connection.pool.options as { connectionString: string };
  const wrongName = options.connectionString.replace(/\/[^/]*$/, '/no_such_database');
  await expect(connectAsOwner(`postgresql://window:secret@127.0.0.1:${port}/window`)).rejects.toThrow(
    'No PostgreSQL answers where DATABASE_URL points; check the address, and that the server runs.',
  );
  await expect(connectAsOwner(wrongName)).rejects.toThrow(
    'The database that DATABASE_URL names does not exist.',
  );
});

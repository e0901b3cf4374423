import { eq } from 'drizzle-orm';
import { startWorld, type TestWorld } from '../testing/database';
import { inTransaction } from './in-transaction';
import { unit } from './schema';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('lets two that lock the same rows in opposite directions both succeed', async () => {
  const [one, two] = await world.deps.db.select({ id: unit.id }).from(unit).limit(2);
  if (!one || !two) throw new Error('two units are seeded');
  let tries = 0;
  const hold = (first: string, second: string) =>
    inTransaction(world.deps.db, async (tx) => {
      tries += 1;
      await tx.select().from(unit).where(eq(unit.id, first)).for('update');
      await new Promise((done) => setTimeout(done, 200));
      await tx.select().from(unit).where(eq(unit.id, second)).for('update');
      return first;
    });
  expect(await Promise.all([hold(one.id, two.id), hold(two.id, one.id)])).toEqual([one.id, two.id]);
  expect(tries).toBe(3);
});

it('hands every other failure on at once', async () => {
  let tries = 0;
  const failing = inTransaction(world.deps.db, async () => {
    tries += 1;
    throw new Error('refused');
  });
  await expect(failing).rejects.toThrow('refused');
  expect(tries).toBe(1);
});

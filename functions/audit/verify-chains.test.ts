import { fromIso } from '../../shared/sla/instant';
import { computeDailyRoots } from '../jobs/sweep';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';
import { eventHash, noEventBefore } from './hash';
import { verifyChains } from './verify-chains';

let world: TestWorld;
let handler: Caller;
let number: string;
beforeAll(async () => {
  world = await startWorld();
  const owner = await reporter(world, '13800000001');
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  number = String((await owner.call('POST', '/orders', report)).body.number);
  handler = await staff(world, 'renshe1');
}, 120_000);
afterAll(() => world.close());

it('calls nothing broken that is only being written', async () => {
  const write = async () => {
    for (let note = 0; note < 15; note += 1) {
      await handler.call('POST', `/orders/${number}/note`, { text: `备注 ${note}` });
      await handler.call('POST', '/console/prints', { query: 'state=closed', rows: note });
    }
  };
  let writing = true;
  const written = write().finally(() => {
    writing = false;
  });
  const broken: unknown[] = [];
  while (writing) broken.push((await verifyChains(world.deps.db)).firstBroken);
  await written;
  expect(broken.filter((each) => each !== null)).toEqual([]);
  expect((await verifyChains(world.deps.db)).whole).toBe(true);
});

it('names a line that was put in beside all chains that are known', async () => {
  const line = {
    chain: 'audit:staff:nobody',
    seq: 1,
    at: new Date(world.now.at).toISOString(),
    kind: 'staff.signed-in',
    actor: 'staff:nobody',
    actorUnitId: null,
    orderId: null,
    internal: true,
    data: {},
    sealed: null,
  };
  await world.owner.query(
    `insert into event (chain, seq, at, kind, actor, data, internal, prev_hash, hash) values ($1, $2, $3, $4, $5, '{}', true, $6, $7)`,
    [line.chain, 1, line.at, line.kind, line.actor, noEventBefore, eventHash(noEventBefore, line)],
  );
  expect((await verifyChains(world.deps.db)).firstBroken).toEqual({
    chain: line.chain,
    seq: 1,
    number: null,
    what: 'without-row',
  });
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query('delete from event where chain = $1', [line.chain]);
  await world.owner.query('set session_replication_role = default');
  expect((await verifyChains(world.deps.db)).whole).toBe(true);
});

it.each([
  ['2026-11-19T00:30:00+08:00', []],
  ['2026-11-19T01:00:00+08:00', ['2026-11-18']],
])(
  'at %s the days whose root is kept are %j: what began before midnight may end after it',
  async (at, days) => {
    world.now.at = fromIso(at);
    await computeDailyRoots(world.deps);
    const { rows } = await world.owner.query('select day::text from daily_root order by day');
    expect(rows.map(({ day }) => day)).toEqual(days);
  },
);

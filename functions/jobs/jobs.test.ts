import { fromIso, hourMs } from '../../shared/sla/instant';
import { systemContext } from '../order/context';
import { ProviderError } from '../provider/provider-error';
import type { Sender } from '../provider/sender';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, matterId, reporter, staff } from '../testing/people';
import { checkOpenOrders } from './check-open-orders';
import { drainOutbox } from './drain-outbox';
import { soundAlarms } from './sound-alarms';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

async function anOrder(phone: string): Promise<string> {
  const who = await reporter(world, phone);
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  const answer = await who.call('POST', '/orders', report);
  expect(answer.body).toMatchObject({ number: expect.stringMatching(/^CM/) });
  return String(answer.body.number);
}
const idOf = async (number: string) =>
  (await world.owner.query<{ id: string }>('select id from "order" where number = $1', [number])).rows[0]?.id;

it('finds an open order that lost its clock or its alarm, lists it, and forgets it once it is mended', async () => {
  const number = await anOrder('13800000011');
  expect(await checkOpenOrders(world.deps)).toBe(0);
  const id = await idOf(number);
  const alarm = await world.owner.query('select id, next_alarm_at from clock where order_id = $1', [id]);
  await world.owner.query('update clock set next_alarm_at = null where order_id = $1', [id]);
  expect(await checkOpenOrders(world.deps)).toBe(1);
  const dispatcher = await staff(world, 'paidan');
  const listed = async () => (await dispatcher.call('GET', '/desk/self-check')).body.items;
  expect(await listed()).toEqual([{ number, problem: 'alarm:accept', foundAt: expect.any(String) }]);
  await world.owner.query('update clock set next_alarm_at = $2 where id = $1', [
    alarm.rows[0]?.id,
    alarm.rows[0]?.next_alarm_at,
  ]);
  await world.owner.query("update clock set kind = 'dispatch' where order_id = $1", [id]);
  world.now.at += 1000;
  expect(await checkOpenOrders(world.deps)).toBe(1);
  expect(await listed()).toMatchObject([{ number, problem: 'clock:accept' }]);
  await world.owner.query("update clock set kind = 'accept' where order_id = $1", [id]);
  world.now.at += 1000;
  expect(await checkOpenOrders(world.deps)).toBe(0);
  expect(await listed()).toEqual([]);
});

it('goes on to the next alarm when one cannot be sounded', async () => {
  const broken = await anOrder('13800000012');
  const sound = await anOrder('13800000013');
  const [brokenId, soundId] = [await idOf(broken), await idOf(sound)];
  await world.owner.query(`update "order" set facts = '{}' where id = $1`, [brokenId]);
  await world.owner.query(
    "update clock set next_alarm_at = next_alarm_at - interval '1 hour' where order_id = $1",
    [brokenId],
  );
  world.now.at += 48 * hourMs;
  await soundAlarms(world.deps);
  const heard = async (id: string | undefined) =>
    (
      await world.owner.query(
        'select level from clock_alarm a join clock c on c.id = a.clock_id where c.order_id = $1',
        [id],
      )
    ).rows.length;
  expect(await heard(soundId)).toBe(1);
  expect(await heard(brokenId)).toBe(0);
});

it('sounds each alarm once though four tickers run at once, and only the highest level after a week', async () => {
  const numbers: string[] = [];
  for (const end of ['21', '22', '23', '24', '25', '26']) numbers.push(await anOrder(`138000000${end}`));
  world.now.at += 7 * 24 * hourMs;
  await Promise.all([1, 2, 3, 4].map(() => soundAlarms(world.deps)));
  for (const number of numbers) {
    const { rows } = await world.owner.query(
      'select a.level from clock_alarm a join clock c on c.id = a.clock_id where c.order_id = $1 order by a.sounded_at',
      [await idOf(number)],
    );
    expect(rows).toEqual([{ level: 'red+1' }]);
  }
  expect(await soundAlarms(world.deps)).toBe(0);
});

it('after a week of standstill over National Day sounds, for each clock, only the highest level it reached', async () => {
  const today = world.now.at;
  world.now.at = fromIso('2026-09-30T10:00:00+08:00');
  const untouched = await anOrder('13800000031');
  const accepted = await anOrder('13800000032');
  const taken = await (await staff(world, 'renshe1')).call('POST', `/orders/${accepted}/accept`, {
    version: 1,
  });
  expect(taken.status).toBe(200);
  world.now.at = fromIso('2026-10-08T16:00:00+08:00');
  await Promise.all([1, 2, 3, 4].map(() => soundAlarms(world.deps)));
  const sounded = async (number: string) =>
    (
      await world.owner.query(
        'select c.kind, a.level from clock_alarm a join clock c on c.id = a.clock_id where c.order_id = $1 order by a.sounded_at, c.kind',
        [await idOf(number)],
      )
    ).rows.map(({ kind, level }) => `${kind} ${level}`);
  expect([await sounded(untouched), await sounded(accepted)]).toEqual([
    ['accept yellow'],
    ['contact yellow'],
  ]);
  world.now.at = fromIso('2026-10-10T18:00:00+08:00');
  await Promise.all([1, 2, 3, 4].map(() => soundAlarms(world.deps)));
  expect(await sounded(untouched)).toEqual(['accept yellow', 'accept red+1']);
  expect(await sounded(accepted)).toEqual(['contact yellow', 'contact red+1', 'resolve red']);
  world.now.at = today;
});

describe('the outbox', () => {
  const waiting = () =>
    world.owner.query("select count(*)::int as n from outbox where provider = 'trial' and state = 'waiting'");
  async function write(count: number, recipients: number): Promise<void> {
    const { vault } = await systemContext(world.deps);
    for (let at = 0; at < count; at += 1) {
      const sealed = vault.sealMaster(
        JSON.stringify({ to: `r${at % recipients}`, text: String(at) }),
        'outbox',
      );
      await world.owner.query(
        `insert into outbox (provider, recipient_key, topic, dedupe_key, sealed, state, attempts, next_at, created_at)
         values ('trial', $1, 'accepted', $2, $3, 'waiting', 0, $4, $4)`,
        [`r${at % recipients}`, `trial-${at}-${recipients}`, sealed, new Date(world.now.at)],
      );
    }
  }

  it('delivers in order per recipient through failures, and parks what is refused for good with its reason', async () => {
    await write(60, 6);
    const told = new Map<string, number[]>();
    let calls = 0;
    const trial: Sender = async ({ to, text }) => {
      calls += 1;
      if (Number(text) % 20 === 7) throw new ProviderError('bad-recipient', { providerCode: 'no_such' });
      if (calls % 3 === 0) throw new ProviderError('unavailable');
      told.set(to, [...(told.get(to) ?? []), Number(text)]);
    };
    for (let left = 200; left > 0 && (await waiting()).rows[0]?.n > 0; left -= 1) {
      await drainOutbox(world.deps, { trial });
      world.now.at += hourMs;
    }
    for (const numbers of told.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const { rows } = await world.owner.query(
      "select state, last_error, count(*)::int as n from outbox where provider = 'trial' group by 1, 2 order by n",
    );
    const dead = rows.filter((row) => row.state === 'dead');
    expect(dead).toEqual([{ state: 'dead', last_error: 'bad-recipient no_such', n: 3 }]);
    expect([...told.values()].flat()).toHaveLength(57);
    expect(new Set([...told.values()].flat()).size).toBe(57);
  });

  it('counts no try while the circuit is open, and waits as long as it says', async () => {
    await world.owner.query("delete from outbox where provider = 'trial'");
    await write(1, 1);
    const trial: Sender = async () => {
      throw new ProviderError('unavailable', { providerCode: 'circuit_open', retryAfterMs: 90_000 });
    };
    await drainOutbox(world.deps, { trial });
    const { rows } = await world.owner.query(
      "select attempts, state, next_at from outbox where provider = 'trial'",
    );
    expect(rows).toEqual([{ attempts: 0, state: 'waiting', next_at: new Date(world.now.at + 90_000) }]);
  });

  it('holds back what waits behind a failed message, another recipient’s not, and then sends it in one go', async () => {
    await world.owner.query("delete from outbox where provider = 'trial'");
    await write(8, 2);
    const told: string[] = [];
    let down = true;
    const trial: Sender = async ({ to, text }) => {
      if (to === 'r0' && down) throw new ProviderError('unavailable', { retryAfterMs: 20 * hourMs });
      told.push(`${to} ${text}`);
    };
    await drainOutbox(world.deps, { trial });
    expect(told).toEqual(['r1 1', 'r1 3', 'r1 5', 'r1 7']);
    const { rows } = await world.owner.query(
      "select distinct next_at from outbox where provider = 'trial' and state = 'waiting'",
    );
    expect(rows).toEqual([{ next_at: new Date(world.now.at + 20 * hourMs) }]);
    world.now.at += 20 * hourMs;
    down = false;
    await drainOutbox(world.deps, { trial });
    expect(told.slice(4)).toEqual(['r0 0', 'r0 2', 'r0 4', 'r0 6']);
  });
});

import { fromIso } from '../../../shared/sla/instant';
import { foldDeltas } from '../../figure/fold-deltas';
import { systemContext } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { labour, measure, note, problemDesk } from '../testing/problem-desk';
import { improvementsDone } from './improvements-done';

let world: TestWorld;
let desk: Awaited<ReturnType<typeof problemDesk>>;

beforeAll(async () => {
  world = await startWorld();
  desk = await problemDesk(world);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = fromIso('2026-11-18T09:30:00+08:00');
});
const folded = async () => {
  while ((await foldDeltas(world.deps.db)) > 0);
};

it('counts a measure as done in time, late, overdue or not yet due, and a dropped one by its due', async () => {
  const unit = await desk.lead();
  const before = async () =>
    (await improvementsDone(await systemContext(world.deps), { from: '2027-03-01', to: '2027-03-31' })).get(
      labour,
    );
  const planned = async (due: string) =>
    desk.done(unit, await desk.opened(unit), 'measure', { ...measure, due });
  const inTime = await planned('2027-03-01');
  const late = await planned('2027-03-02');
  await planned('2027-03-03');
  const droppedBefore = await planned('2027-03-04');
  const droppedAfter = await planned('2027-03-05');
  await planned('2027-03-31');
  await desk.done(unit, inTime, 'finish', note);
  await desk.done(unit, droppedBefore, 'drop', note);
  world.now.at = fromIso('2027-03-10T10:00:00+08:00');
  const then = await desk.lead();
  await desk.done(then, late, 'finish', note);
  await desk.done(then, droppedAfter, 'drop', note);
  expect(await before()).toEqual({ count: 1, of: 4 });
  const asked = (await then.call('GET', '/learning/improvements?from=2027-03-01&to=2027-03-31')).body;
  expect(asked.items).toEqual([{ unit: { id: labour, name: '区人力资源社会保障局' }, count: 1, of: 4 }]);
});

it('measures its effect per month from the reports of its matter and cause, and flags that they came back', async () => {
  const at = async (day: string, count: number, cause = 'legacy') => {
    world.now.at = fromIso(`${day}T10:00:00+08:00`);
    for (let left = count; left > 0; left -= 1) await desk.orders.resolved(cause);
  };
  await at('2027-05-10', 2);
  await at('2027-06-10', 2);
  await at('2027-06-11', 1, 'other');
  const unit = await desk.lead();
  let item = await desk.opened(unit, { cause: 'legacy' });
  world.now.at = fromIso('2027-07-05T10:00:00+08:00');
  const then = await desk.lead();
  item = await desk.done(then, item, 'measure', { ...measure, due: '2027-07-20' });
  item = await desk.done(then, item, 'finish', note);
  expect(item.effect.verdict).toBe('early');
  await at('2027-09-10', 2);
  await folded();
  const { effect } = await desk.view(await desk.lead(), item.id);
  expect(effect.verdict).toBe('recurred');
  expect(effect.months.slice(-5)).toEqual([
    { month: '2027-05', count: 2 },
    { month: '2027-06', count: 2 },
    { month: '2027-07', count: 0 },
    { month: '2027-08', count: 0 },
    { month: '2027-09', count: 2 },
  ]);
  await at('2027-09-12', 1);
  const { months } = (await desk.view(await desk.lead(), item.id)).effect;
  expect(months.at(-1)).toEqual({ month: '2027-09', count: 3 });
  // Without a matter it counts the cause over all matters, and comes to the same where there is but one.
  const bare = await desk.opened(await desk.lead(), { cause: 'legacy', matterIds: [] });
  expect(bare.effect.months.slice(-5).map(({ count }) => count)).toEqual([2, 2, 0, 0, 3]);
  const ofDistrict = await desk.opened(await desk.district(), { cause: 'legacy', matterIds: [] });
  expect(ofDistrict.effect.months).toEqual(bare.effect.months);
  const list = (await (await desk.lead()).call('GET', '/learning/problems?cause=legacy&state=done')).body
    .items;
  expect(list).toMatchObject([{ id: item.id, verdict: 'recurred' }]);
}, 60_000);

it('offers causes that came twice and stand on no list yet, with their orders', async () => {
  world.now.at = fromIso('2028-02-01T10:00:00+08:00');
  const numbers = [await desk.orders.resolved('system-fault'), await desk.orders.resolved('system-fault')];
  const unit = await desk.lead();
  const offered = async () => (await unit.call('GET', '/learning/problems/candidates')).body.items;
  expect(await offered()).toMatchObject([
    { cause: 'system-fault', n: 2, matter: { id: desk.orders.matter } },
  ]);
  await folded();
  expect(await offered()).toMatchObject([{ n: 2, orders: [...numbers].reverse() }]);
  await desk.opened(unit, { cause: 'system-fault', orders: numbers });
  expect(await offered()).toEqual([]);
});

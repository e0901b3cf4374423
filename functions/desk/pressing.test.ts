import { fromIso } from '../../shared/sla/instant';
import { startWorld, type TestWorld, wednesday } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let owner: Caller;
let matter: string;
beforeAll(async () => {
  world = await startWorld();
  owner = await reporter(world, '13800000001');
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = wednesday;
});

const submit = async (overrides = {}) =>
  String((await owner.call('POST', '/orders', aReport({}, { matterId: matter, ...overrides }))).body.number);
interface Pressing {
  number: string;
  version: number;
  light: string | null;
  next: string | null;
  countdown: string | null;
  duty: { id: string; title: string; watched: boolean };
}
const pressing = async (username: string) => {
  const who = await staff(world, username);
  const { body } = await who.call('GET', '/desk/pressing');
  return { who, ...(body as unknown as { items: Pressing[]; viewed: Record<string, string[]> }) };
};

it('puts the worst light first over all duties, each order once, with the step to take', async () => {
  const first = await submit();
  const { who, items } = await pressing('renshe1');
  const version = items.find((each) => each.number === first)?.version;
  await who.call('POST', `/orders/${first}/accept`, { version });
  world.now.at = fromIso('2026-11-19T16:30:00+08:00');
  const second = await submit();
  world.now.at = fromIso('2026-11-19T18:00:00+08:00');
  const seen = (await pressing('renshe1')).items;
  const shown = seen.map(({ number, light, next, duty }) => ({ number, light, next, duty: duty.title }));
  expect(shown).toEqual([
    { number: first, light: 'red', next: 'contact', duty: '办理中' },
    { number: second, light: 'yellow', next: 'accept', duty: '待接单' },
  ]);
  expect(seen[0]?.countdown).toMatch(/^已超过/);
});

it('shows each person his own duties alone', async () => {
  const undecided = await submit({ matterId: undefined });
  const numbers = async (username: string) =>
    (await pressing(username)).items.map((each) => `${each.number} ${each.duty.id}`);
  expect(await numbers('paidan')).toContain(`${undecided} dispatch`);
  for (const username of ['renshe1', 'yibao1', 'guanli'])
    expect((await numbers(username)).join()).not.toContain(undecided);
});

it('puts what others must do below one’s own duties, and says so', async () => {
  const [number, escalated] = [await submit(), await submit()];
  const handler = await staff(world, 'renshe1');
  const command = async (number: string, name: string, input = {}) => {
    const { version } = (await handler.call('GET', `/orders/${number}`)).body;
    return handler.call('POST', `/orders/${number}/${name}`, { version, ...input });
  };
  for (const each of [number, escalated]) await command(each, 'accept');
  await command(escalated, 'escalate', { reason: '涉及两个部门，需要协调' });
  await command(number, 'resolve', {
    found: '系统里缺一条登记',
    done: '已补录并当面受理',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'system-fault',
    contact: { means: 'phone' },
  });
  const watchedBy = async (username: string) =>
    (await pressing(username)).items.find((each) => each.number === number)?.duty.watched;
  expect(await watchedBy('paidan')).toBe(false);
  expect(await watchedBy('duban')).toBe(true);
  const order = (await pressing('duban')).items.map((each) => each.number);
  expect(order.indexOf(escalated)).toBeGreaterThanOrEqual(0);
  expect(order.indexOf(escalated)).toBeLessThan(order.indexOf(number));
  const { queues } = (await (await staff(world, 'duban')).call('GET', '/desk/summary')).body as unknown as {
    queues: { id: string; watched: boolean }[];
  };
  const watched = queues.filter((each) => each.watched).map((each) => each.id);
  expect(watched).toEqual(['district-callbacks', 'overdue']);
});

it('tells who else has an order open, in the list and on the workbench, and never oneself', async () => {
  const number = await submit();
  const deputy = await staff(world, 'renshe2');
  await deputy.call('POST', `/console/viewers/${number}`);
  expect((await pressing('renshe1')).viewed).toEqual({ [number]: ['示例处置员乙'] });
  expect((await pressing('renshe2')).viewed).toEqual({});
  const handler = await staff(world, 'renshe1');
  const list = await handler.call('GET', '/desk/orders?sort=newest');
  expect(list.body.viewed).toEqual({ [number]: ['示例处置员乙'] });
  world.now.at += 60_000;
  expect((await pressing('renshe1')).viewed).toEqual({});
});

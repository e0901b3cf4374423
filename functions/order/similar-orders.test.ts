import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let someone: Caller;
let first: string;
let matter: string;
const story = '社会保险登记的材料交了三次，窗口说系统里查不到单位编号，一直没有受理。';

async function report(who: Caller, phone: string, told: string, named = true): Promise<string> {
  const person = { kind: 'person', name: '示例市民', phone };
  const form = { story: told, ...(named && { matterId: matter }) };
  const { body, status } = await who.call('POST', '/orders', aReport({ reporter: person }, form));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
}

beforeAll(async () => {
  world = await startWorld();
  matter = await matterId(world, '社会保险登记');
  someone = await reporter(world, '13800000081');
  first = await report(someone, '13800000081', story);
}, 120_000);
afterAll(() => world.close());

const similar = async (who: Caller, told: string) =>
  (await who.call('POST', '/orders/similar', { story: told, matterId: matter })).body.items as {
    number: string;
    why: string;
  }[];

it('points out one’s own report of the same matter', async () => {
  expect(await similar(someone, story)).toMatchObject([
    { number: first, why: '您在 11 月 18 日反映过同一事项' },
  ]);
});

it('says nothing of other people’s reports', async () => {
  const other = await reporter(world, '13800000082');
  expect(await similar(other, story)).toEqual([]);
});

it('says nothing of what is quite another problem', async () => {
  expect(await similar(someone, '公园门口的路灯坏了两个星期，晚上走路看不见。')).toEqual([]);
});

interface Suggested {
  units: { unit: { name: string }; probability: number; reason: string }[];
  duplicates: { number: string; own: boolean; reason: string }[];
}

it('suggests to the dispatcher by what past dispatches teach, and names the likely same problem', async () => {
  const other = await reporter(world, '13800000083');
  for (const each of ['甲', '乙', '丙']) await report(other, '13800000083', `${each}单位${story}`);
  const unknown = await report(other, '13800000083', `我们单位${story}`, false);
  const dispatcher = await staff(world, 'paidan');
  const { body } = await dispatcher.call('GET', `/desk/orders/${unknown}/suggestions`);
  const { units, duplicates } = body as unknown as Suggested;
  const lead = await staff(world, 'renshe1');
  const me = (await lead.call('GET', '/staff/me')).body as { roles: { unit: { name: string } }[] };
  expect(units[0]?.unit.name).toBe(me.roles[0]?.unit.name);
  expect(units[0]?.probability).toBeGreaterThan(0.2);
  expect(units.reduce((sum, each) => sum + each.probability, 0)).toBeLessThanOrEqual(1.000001);
  expect(duplicates.map((each) => each.own)).toContain(true);
  expect(duplicates.map((each) => each.number)).toContain(first);
});

it('shows staff the earlier reports of the same telephone, as far as they may see them', async () => {
  const second = await report(someone, '13800000081', `补充说明：${story}`);
  const handler = await staff(world, 'renshe1');
  const { body } = await handler.call('GET', `/orders/${second}`);
  expect(body.similar).toMatchObject([{ number: first, why: '同一联系电话' }]);
  const seen = await someone.call('GET', `/orders/${second}`);
  expect(seen.body.similar).toEqual([]);
});

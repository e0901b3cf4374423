import { fromIso } from '../../../shared/sla/instant';
import { seedId } from '../../db/seed/units';
import { systemContext } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, nobody, staff } from '../../testing/people';
import { improvementsDone } from './improvements-done';

let world: TestWorld;
let orders: Awaited<ReturnType<typeof labourOrders>>;
const labour = seedId('区人力资源社会保障局');
const health = seedId('区医保局');

beforeAll(async () => {
  world = await startWorld();
  orders = await labourOrders(world);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = fromIso('2026-11-18T09:30:00+08:00');
});

interface Item {
  id: string;
  version: number;
  state: string;
  commands: string[];
  evidence: { items: { number: string }[]; hidden: number };
  measures: { round: number; due: string; firstDue: string; inTime: boolean | null; overdue: boolean }[];
  effect: { verdict: string; months: { month: string; count: number }[]; before: number; after: number };
  history: { what: string; by: string }[];
}
const body = (more: object = {}) => ({
  title: '参保登记的材料清单写得不清楚',
  cause: 'unclear-guide',
  detail: '窗口与网上的清单不一样。',
  source: 'orders',
  matterIds: [orders.matter],
  ownerUnitId: labour,
  ...more,
});
const lead = () => staff(world, 'renshe-lingdao');
const district = () => staff(world, 'paidan');

async function opened(who: Caller, more: object = {}): Promise<Item> {
  const numbers = [await orders.send()];
  const { status, body: made } = await who.call(
    'POST',
    '/learning/problems',
    body({ orders: numbers, ...more }),
  );
  expect({ status, made }).toMatchObject({ status: 200 });
  return view(who, String(made.id));
}
const view = async (who: Caller, id: string) =>
  (await who.call('GET', `/learning/problems/${id}`)).body as unknown as Item;
async function done(who: Caller, item: Item, command: string, more: object): Promise<Item> {
  const answer = await who.call('POST', `/learning/problems/${item.id}/${command}`, {
    version: item.version,
    ...more,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as unknown as Item;
}
const refused = async (who: Caller, item: Item, command: string, more: object) => {
  const path = `/learning/problems/${item.id}/${command}`;
  const { status, body: said } = await who.call('POST', path, { version: item.version, ...more });
  return { status, code: said.code };
};
const measure = { text: '统一线上线下清单，窗口贴出样张', due: '2026-11-30' };
const note = { note: '清单已统一并公布' };

it('goes from opened by a unit over measure and done to confirmed by the district, each step in its history', async () => {
  const unit = await lead();
  let item = await opened(unit);
  expect(item).toMatchObject({ state: 'open', commands: ['edit', 'measure', 'drop'] });
  item = await done(unit, item, 'measure', measure);
  item = await done(unit, item, 'finish', note);
  expect(item).toMatchObject({ state: 'done', commands: ['edit'], measures: [{ round: 1, inTime: true }] });
  item = await done(await district(), item, 'confirm', { note: '连续一个月没有再发生' });
  expect(item.state).toBe('effective');
  expect(item.history).toMatchObject([
    { what: '列入问题清单，依据工单 1 件', by: '示例局负责人' },
    { what: '定措施，期限 2026-11-30', by: '示例局负责人' },
    { what: '措施按期完成', by: '示例局负责人' },
    { what: '确认有效', by: '示例派单员' },
  ]);
});

it('takes a second measure once the problem came back, and keeps the first', async () => {
  const unit = await lead();
  let item = await done(unit, await done(unit, await opened(unit), 'measure', measure), 'finish', note);
  item = await done(await district(), item, 'recur', { note: '又收到两件' });
  expect(item.state).toBe('recurred');
  item = await done(unit, item, 'measure', { ...measure, due: '2026-12-15' });
  expect(item.measures).toMatchObject([
    { round: 2, due: '2026-12-15', inTime: null },
    { round: 1, due: '2026-11-30', inTime: true },
  ]);
});

it('writes no words into the ledger, which can never be erased', async () => {
  await opened(await lead());
  const { rows } = await world.owner.query("select data from event where kind like 'problem.%'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('材料清单');
  expect(rows[0].data.wordsSha256).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['a telephone in the title', { title: '13800000001 反映清单不清' }, 'title'],
  ['the reporter’s name in the detail', { detail: '示例市民跑了三趟' }, 'detail'],
])('refuses %s, naming the field', async (_title, more, path) => {
  const numbers = [await orders.send()];
  const { status, body: said } = await (await lead()).call(
    'POST',
    '/learning/problems',
    body({ orders: numbers, ...more }),
  );
  expect({ status, code: said.code }).toEqual({ status: 422, code: 'text.personal' });
  expect(said.errors).toMatchObject([{ path }]);
  expect(JSON.stringify(said)).not.toContain('13800000001');
});

it.each([
  ['no order where it is said to come from orders', { orders: [] }, 'problem.evidence-needed'],
  ['an order there is not', { orders: ['CM20261118999999'] }, 'problem.order-unknown'],
  ['a matter there is not', { matterIds: [seedId('nothing')] }, 'matter.not-found'],
  ['a person of another unit', { responsibleId: seedId('staff:yibao1') }, 'problem.person-unknown'],
])('refuses %s', async (_title, more, code) => {
  const numbers = [await orders.send()];
  const answer = await (await lead()).call('POST', '/learning/problems', body({ orders: numbers, ...more }));
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code });
});

it('opens an item from a cause alone, without orders', async () => {
  const item = await opened(await district(), { source: 'cause', orders: [], matterIds: [] });
  expect(item.evidence.items).toEqual([]);
});

it('lets a unit show its own orders only, and nobody open items for others', async () => {
  const number = await orders.send();
  const other = await staff(world, 'yibao1');
  const asked = async (who: Caller, ownerUnitId: string) => {
    const sent = body({ ownerUnitId, orders: [number] });
    const answer = await who.call('POST', '/learning/problems', sent);
    return { status: answer.status, code: answer.body.code };
  };
  expect(await asked(other, health)).toEqual({ status: 422, code: 'problem.order-unknown' });
  expect(await asked(other, labour)).toEqual({ status: 403, code: 'problem.forbidden' });
  expect((await asked(await district(), health)).status).toBe(200);
});

it('shows a unit only the evidence that it may see, and how much more there is', async () => {
  const item = await opened(await district(), { ownerUnitId: health });
  const seen = await view(await staff(world, 'yibao1'), item.id);
  expect(seen.evidence).toEqual({ items: [], hidden: 1 });
});

it('is not there for units that have nothing to do with it', async () => {
  const item = await opened(await lead());
  const other = await staff(world, 'yibao1');
  expect((await other.call('GET', `/learning/problems/${item.id}`)).status).toBe(404);
  expect(await refused(other, item, 'finish', note)).toMatchObject({ status: 404 });
  const list = (await other.call('GET', '/learning/problems?limit=100')).body.items as { id: string }[];
  expect(list.map(({ id }) => id)).not.toContain(item.id);
});

it('may be seen but not touched by the inspector, and not judged by its own unit', async () => {
  const unit = await lead();
  const item = await done(unit, await opened(unit), 'measure', measure);
  const inspector = await staff(world, 'jiancha');
  expect((await view(inspector, item.id)).commands).toEqual([]);
  expect(await refused(inspector, item, 'finish', note)).toMatchObject({ status: 403 });
  const finished = await done(unit, item, 'finish', note);
  expect(await refused(unit, finished, 'confirm', note)).toMatchObject({ status: 403 });
});

it('is judged by another person than who marked it done', async () => {
  const id = seedId('staff:paidan');
  const post = [id, 'handler', labour];
  await world.owner.query(
    'insert into staff_role (staff_id, role, unit_id, deputy) values ($1,$2,$3,false)',
    post,
  );
  const both = await district();
  let item = await done(both, await opened(both), 'measure', measure);
  item = await done(both, item, 'finish', note);
  expect(await refused(both, item, 'confirm', note)).toEqual({ status: 403, code: 'problem.second-person' });
  await world.owner.query('delete from staff_role where staff_id = $1 and role = $2 and unit_id = $3', post);
  expect((await done(await staff(world, 'duban'), item, 'confirm', note)).state).toBe('effective');
});

it('refuses what an older look at the item decided', async () => {
  const unit = await lead();
  const item = await opened(unit);
  await done(unit, item, 'measure', measure);
  expect(await refused(unit, item, 'drop', note)).toEqual({ status: 409, code: 'problem.version-conflict' });
});

it.each([
  ['a due before today', { due: '2026-11-17' }, 0, 'lead', 422, 'problem.due-passed'],
  ['a later due from the unit', { due: '2026-12-30' }, 0, 'lead', 403, 'problem.due-district'],
  ['another due once it has passed', { due: '2026-12-30' }, 20, 'district', 409, 'problem.due-over'],
])('refuses %s', async (_title, more, daysLater, name, status, code) => {
  const unit = await lead();
  const item = await done(unit, await opened(unit), 'measure', measure);
  world.now.at += daysLater * 86_400_000;
  const who = name === 'lead' ? await lead() : await district();
  expect(await refused(who, item, 'measure', { ...measure, ...more })).toEqual({ status, code });
});

it('lets the district put a due off before it has passed, and keeps the first', async () => {
  const unit = await lead();
  const item = await done(unit, await opened(unit), 'measure', measure);
  const later = await done(await district(), item, 'measure', { ...measure, due: '2026-12-30' });
  expect(later.measures).toMatchObject([{ due: '2026-12-30', firstDue: '2026-11-30' }]);
});

it('counts a measure as done in time, late, overdue or not yet due, and a dropped one by its due', async () => {
  const unit = await lead();
  const before = async () =>
    (await improvementsDone(await systemContext(world.deps), { from: '2027-03-01', to: '2027-03-31' })).get(
      labour,
    );
  const planned = async (due: string) => done(unit, await opened(unit), 'measure', { ...measure, due });
  const inTime = await planned('2027-03-01');
  const late = await planned('2027-03-02');
  await planned('2027-03-03');
  const droppedBefore = await planned('2027-03-04');
  const droppedAfter = await planned('2027-03-05');
  await planned('2027-03-31');
  await done(unit, inTime, 'finish', note);
  await done(unit, droppedBefore, 'drop', note);
  world.now.at = fromIso('2027-03-10T10:00:00+08:00');
  const then = await lead();
  await done(then, late, 'finish', note);
  await done(then, droppedAfter, 'drop', note);
  expect(await before()).toEqual({ count: 1, of: 4 });
  const asked = (await then.call('GET', '/learning/improvements?from=2027-03-01&to=2027-03-31')).body;
  expect(asked.items).toEqual([{ unit: { id: labour, name: '区人力资源社会保障局' }, count: 1, of: 4 }]);
});

it('measures its effect per month from the reports of its matter and cause, and flags that they came back', async () => {
  const at = async (day: string, count: number, cause = 'legacy') => {
    world.now.at = fromIso(`${day}T10:00:00+08:00`);
    for (let left = count; left > 0; left -= 1) await orders.resolved(cause);
  };
  await at('2027-05-10', 2);
  await at('2027-06-10', 2);
  await at('2027-06-11', 1, 'other');
  const unit = await lead();
  let item = await opened(unit, { cause: 'legacy' });
  world.now.at = fromIso('2027-07-05T10:00:00+08:00');
  const then = await lead();
  item = await done(then, item, 'measure', { ...measure, due: '2027-07-20' });
  item = await done(then, item, 'finish', note);
  expect(item.effect.verdict).toBe('early');
  await at('2027-09-10', 2);
  const { effect } = await view(await lead(), item.id);
  expect(effect.verdict).toBe('recurred');
  expect(effect.months.slice(-5)).toEqual([
    { month: '2027-05', count: 2 },
    { month: '2027-06', count: 2 },
    { month: '2027-07', count: 0 },
    { month: '2027-08', count: 0 },
    { month: '2027-09', count: 2 },
  ]);
  // Without a matter it counts the cause over all matters, and comes to the same where there is but one.
  const bare = await opened(await lead(), { cause: 'legacy', matterIds: [] });
  expect(bare.effect.months.slice(-5).map(({ count }) => count)).toEqual([2, 2, 0, 0, 2]);
  const list = (await (await lead()).call('GET', '/learning/problems?cause=legacy&state=done')).body.items;
  expect(list).toMatchObject([{ id: item.id, verdict: 'recurred' }]);
}, 60_000);

it('offers causes that came twice and stand on no list yet, with their orders', async () => {
  world.now.at = fromIso('2028-02-01T10:00:00+08:00');
  const numbers = [await orders.resolved('system-fault'), await orders.resolved('system-fault')];
  const unit = await lead();
  const offered = async () => (await unit.call('GET', '/learning/problems/candidates')).body.items;
  expect(await offered()).toMatchObject([{ cause: 'system-fault', n: 2, matter: { id: orders.matter } }]);
  await opened(unit, { cause: 'system-fault', orders: numbers });
  expect(await offered()).toEqual([]);
});

it('finds an order’s items, and lists page by page without gap or repeat', async () => {
  const unit = await lead();
  const number = await orders.send();
  const item = await opened(unit, { orders: [number] });
  const found = (await unit.call('GET', `/learning/problems?order=${number}`)).body.items;
  expect(found).toMatchObject([{ id: item.id, orders: 1 }]);
  const seen: string[] = [];
  let next: unknown = '';
  do {
    const page = (await unit.call('GET', `/learning/problems?limit=3${next ? `&cursor=${next}` : ''}`)).body;
    seen.push(...(page.items as { id: string }[]).map(({ id }) => id));
    next = page.next;
  } while (next);
  const { rows } = await world.owner.query('select id from problem_item where owner_unit_id = $1', [labour]);
  expect(seen.length).toBe(rows.length);
  expect(new Set(seen).size).toBe(rows.length);
});

describe('the monthly word of each unit', () => {
  const confirm = async (who: Caller, month: string, unitId = labour) => {
    const { status, body: said } = await who.call('POST', '/learning/confirmations', { unitId, month });
    return [status, said.code ?? 'saved'];
  };
  it('is given once by its head, for this month or the last', async () => {
    const unit = await lead();
    expect(await confirm(unit, '2026-11')).toEqual([200, 'saved']);
    expect(await confirm(unit, '2026-11')).toEqual([409, 'confirmation.already']);
    expect(await confirm(unit, '2026-10')).toEqual([200, 'saved']);
    expect(await confirm(unit, '2026-09')).toEqual([422, 'confirmation.month']);
    expect(await confirm(unit, '2026-12')).toEqual([422, 'confirmation.month']);
    expect(await confirm(unit, '2026-11', health)).toEqual([404, 'unit.not-found']);
    expect(await confirm(await staff(world, 'renshe1'), '2026-11')).toEqual([403, 'confirmation.not-yours']);
    expect(await confirm(await staff(world, 'duban'), '2026-11')).toEqual([403, 'confirmation.not-yours']);
    expect((await confirm(nobody(world), '2026-11'))[0]).toBe(401);
  });
  it('shows the district who has not given it, first', async () => {
    const { body: page } = await (await district()).call('GET', '/learning/confirmations?month=2026-11');
    const items = page.items as { unit: { id: string }; confirmedBy: string | null; mayConfirm: boolean }[];
    expect(page.missing).toBe(items.length - 1);
    expect(items.at(-1)).toMatchObject({ unit: { id: labour }, confirmedBy: '示例局负责人' });
    expect(items.some((each) => each.mayConfirm)).toBe(false);
  });
});

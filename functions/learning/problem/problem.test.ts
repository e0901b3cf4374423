import { fromIso } from '../../../shared/sla/instant';
import { seedId } from '../../db/seed/units';
import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, staff } from '../../testing/people';
import { health, labour, measure, note, problemDesk } from '../testing/problem-desk';

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

it('goes from opened by a unit over measure and done to confirmed by the district, each step in its history', async () => {
  const unit = await desk.lead();
  let item = await desk.opened(unit);
  expect(item).toMatchObject({ state: 'open', commands: ['edit', 'measure', 'drop'] });
  item = await desk.done(unit, item, 'measure', measure);
  item = await desk.done(unit, item, 'finish', note);
  expect(item).toMatchObject({ state: 'done', commands: ['edit'], measures: [{ round: 1, inTime: true }] });
  item = await desk.done(await desk.district(), item, 'confirm', { note: '连续一个月没有再发生' });
  expect(item.state).toBe('effective');
  expect(item.history).toMatchObject([
    { what: '列入问题清单，依据工单 1 件', by: '示例局负责人' },
    { what: '定措施，期限 2026-11-30', by: '示例局负责人' },
    { what: '措施按期完成', by: '示例局负责人' },
    { what: '确认有效', by: '示例派单员' },
  ]);
});

it('takes a second measure once the problem came back, and keeps the first', async () => {
  const unit = await desk.lead();
  let item = await desk.done(
    unit,
    await desk.done(unit, await desk.opened(unit), 'measure', measure),
    'finish',
    note,
  );
  item = await desk.done(await desk.district(), item, 'recur', { note: '又收到两件' });
  expect(item.state).toBe('recurred');
  item = await desk.done(unit, item, 'measure', { ...measure, due: '2026-12-15' });
  expect(item.measures).toMatchObject([
    { round: 2, due: '2026-12-15', inTime: null },
    { round: 1, due: '2026-11-30', inTime: true },
  ]);
});

it('writes no words into the ledger, which can never be erased', async () => {
  await desk.opened(await desk.lead());
  const { rows } = await world.owner.query("select data from event where kind like 'problem.%'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('材料清单');
  expect(rows[0].data.wordsSha256).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['a telephone in the title', { title: '13800000001 反映清单不清' }, 'title'],
  ['the reporter’s name in the detail', { detail: '示例市民跑了三趟' }, 'detail'],
])('refuses %s, naming the field', async (_title, more, path) => {
  const numbers = [await desk.orders.send()];
  const { status, body: said } = await (await desk.lead()).call(
    'POST',
    '/learning/problems',
    desk.body({ orders: numbers, ...more }),
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
  const numbers = [await desk.orders.send()];
  const answer = await (await desk.lead()).call(
    'POST',
    '/learning/problems',
    desk.body({ orders: numbers, ...more }),
  );
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code });
});

it('opens an item from a cause alone, without orders', async () => {
  const item = await desk.opened(await desk.district(), { source: 'cause', orders: [], matterIds: [] });
  expect(item.evidence.items).toEqual([]);
});

it('lets a unit show its own orders only, and nobody open items for others', async () => {
  const number = await desk.orders.send();
  const other = await staff(world, 'yibao1');
  const asked = async (who: Caller, ownerUnitId: string) => {
    const sent = desk.body({ ownerUnitId, orders: [number] });
    const answer = await who.call('POST', '/learning/problems', sent);
    return { status: answer.status, code: answer.body.code };
  };
  expect(await asked(other, health)).toEqual({ status: 422, code: 'problem.order-unknown' });
  expect(await asked(other, labour)).toEqual({ status: 403, code: 'problem.forbidden' });
  expect((await asked(await desk.district(), health)).status).toBe(200);
});

it('shows a unit only the evidence that it may see, and how much more there is', async () => {
  const item = await desk.opened(await desk.district(), { ownerUnitId: health });
  const seen = await desk.view(await staff(world, 'yibao1'), item.id);
  expect(seen.evidence).toEqual({ items: [], hidden: 1 });
});

it('is not there for units that have nothing to do with it', async () => {
  const item = await desk.opened(await desk.lead());
  const other = await staff(world, 'yibao1');
  expect((await other.call('GET', `/learning/problems/${item.id}`)).status).toBe(404);
  expect(await desk.refused(other, item, 'finish', note)).toMatchObject({ status: 404 });
  const list = (await other.call('GET', '/learning/problems?limit=100')).body.items as { id: string }[];
  expect(list.map(({ id }) => id)).not.toContain(item.id);
});

it('may be seen but not touched by the inspector, and not judged by its own unit', async () => {
  const unit = await desk.lead();
  const item = await desk.done(unit, await desk.opened(unit), 'measure', measure);
  const inspector = await staff(world, 'jiancha');
  expect((await desk.view(inspector, item.id)).commands).toEqual([]);
  expect(await desk.refused(inspector, item, 'finish', note)).toMatchObject({ status: 403 });
  const finished = await desk.done(unit, item, 'finish', note);
  expect(await desk.refused(unit, finished, 'confirm', note)).toMatchObject({ status: 403 });
});

it('is judged by another person than who marked it done', async () => {
  const id = seedId('staff:paidan');
  const post = [id, 'handler', labour];
  await world.owner.query(
    'insert into staff_role (staff_id, role, unit_id, deputy) values ($1,$2,$3,false)',
    post,
  );
  const both = await desk.district();
  let item = await desk.done(both, await desk.opened(both), 'measure', measure);
  item = await desk.done(both, item, 'finish', note);
  expect(await desk.refused(both, item, 'confirm', note)).toEqual({
    status: 403,
    code: 'problem.second-person',
  });
  await world.owner.query('delete from staff_role where staff_id = $1 and role = $2 and unit_id = $3', post);
  expect((await desk.done(await staff(world, 'duban'), item, 'confirm', note)).state).toBe('effective');
});

it('refuses what an older look at the item decided', async () => {
  const unit = await desk.lead();
  const item = await desk.opened(unit);
  await desk.done(unit, item, 'measure', measure);
  expect(await desk.refused(unit, item, 'drop', note)).toEqual({
    status: 409,
    code: 'problem.version-conflict',
  });
});

it.each([
  ['a due before today', { due: '2026-11-17' }, 0, 'lead', 422, 'problem.due-passed'],
  ['a later due from the unit', { due: '2026-12-30' }, 0, 'lead', 403, 'problem.due-district'],
  ['another due once it has passed', { due: '2026-12-30' }, 20, 'district', 409, 'problem.due-over'],
])('refuses %s', async (_title, more, daysLater, name, status, code) => {
  const unit = await desk.lead();
  const item = await desk.done(unit, await desk.opened(unit), 'measure', measure);
  world.now.at += daysLater * 86_400_000;
  const who = name === 'lead' ? await desk.lead() : await desk.district();
  expect(await desk.refused(who, item, 'measure', { ...measure, ...more })).toEqual({ status, code });
});

it('lets the district put a due off before it has passed, and keeps the first', async () => {
  const unit = await desk.lead();
  const item = await desk.done(unit, await desk.opened(unit), 'measure', measure);
  const later = await desk.done(await desk.district(), item, 'measure', { ...measure, due: '2026-12-30' });
  expect(later.measures).toMatchObject([{ due: '2026-12-30', firstDue: '2026-11-30' }]);
});

it('finds an order’s items, and lists page by page without gap or repeat', async () => {
  const unit = await desk.lead();
  const number = await desk.orders.send();
  const item = await desk.opened(unit, { orders: [number] });
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

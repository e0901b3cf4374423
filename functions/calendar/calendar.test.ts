import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let supervisor: Caller;
beforeAll(async () => {
  world = await startWorld();
  supervisor = await staff(world, 'duban');
}, 120_000);
afterAll(() => world.close());

/** An order accepted on Wednesday 2026-11-18 09:30: ordinary, due Monday 2026-11-23 17:00. */
async function accepted(phone: string): Promise<string> {
  const who = await reporter(world, phone);
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  const number = String((await who.call('POST', '/orders', report)).body.number);
  await (await staff(world, 'renshe1')).call('POST', `/orders/${number}/accept`, { version: 1 });
  return number;
}
type Moved = { number: string; clock: string; from: string; to: string };
const dueOf = async (number: string, kind: string) =>
  (
    await world.owner.query<{ due: Date }>(
      'select c.due_at as due from clock c join "order" o on o.id = c.order_id where o.number = $1 and c.kind = $2',
      [number, kind],
    )
  ).rows[0]?.due.toISOString();

it('shows which dues a typhoon day moves, moves them when saved, and moves them back', async () => {
  const number = await accepted('13800000031');
  expect(await dueOf(number, 'resolve')).toBe('2026-11-23T09:00:00.000Z');
  const typhoon = { override: { date: '2026-11-20', isOffDay: true, name: '台风停办' } };
  const preview = await supervisor.call('POST', '/calendar/preview', typhoon);
  const mine = (preview.body.items as Moved[]).filter((each) => each.number === number);
  expect(mine).toMatchObject([{ clock: 'resolve', to: expect.stringContaining('2026-11-24') }]);
  expect(await dueOf(number, 'resolve')).toBe('2026-11-23T09:00:00.000Z');

  expect((await supervisor.call('POST', '/calendar', typhoon)).body).toEqual({ moved: preview.body.count });
  expect(await dueOf(number, 'resolve')).toBe('2026-11-24T09:00:00.000Z');
  expect(await dueOf(number, 'contact')).toBe('2026-11-19T09:00:00.000Z');
  const seen = await (await staff(world, 'renshe1')).call('GET', `/orders/${number}`);
  const lines = seen.body.timeline as { kind: string; title: string }[];
  expect(lines.at(-1)).toMatchObject({ kind: 'due.moved' });

  await supervisor.call('POST', '/calendar', { dropOverride: '2026-11-20' });
  expect(await dueOf(number, 'resolve')).toBe('2026-11-23T09:00:00.000Z');
  const inspector = await staff(world, 'jiancha');
  expect((await inspector.call('POST', '/audit/verify', {})).body).toMatchObject({ whole: true });
});

it('leaves ended clocks alone, and days gone by too unless the supervisor gives a reason', async () => {
  const number = await accepted('13800000032');
  const before = await world.owner.query(
    'select id, due_at from clock where ended_at is not null order by id',
  );
  const gone = { override: { date: '2026-11-17', isOffDay: true, name: '补记停办' } };
  expect((await supervisor.call('POST', '/calendar/preview', gone)).body.count).toBe(0);
  const today = { override: { date: '2026-11-19', isOffDay: true, name: '停电' } };
  await supervisor.call('POST', '/calendar', today);
  expect(await dueOf(number, 'contact')).toBe('2026-11-20T09:00:00.000Z');
  const after = await world.owner.query(
    'select id, due_at from clock where ended_at is not null order by id',
  );
  expect(after.rows).toEqual(expect.arrayContaining(before.rows));
  await supervisor.call('POST', '/calendar', { dropOverride: '2026-11-19' });
  const admin = await staff(world, 'guanli');
  expect((await admin.call('POST', '/calendar', { ...gone, pastReason: '补记' })).status).toBe(403);
});

it('reads the notice of a new year, names what it leaves out, and says which words it cannot read', async () => {
  expect((await supervisor.call('GET', '/calendar')).body.missing).toEqual([2027]);
  const notice =
    '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。';
  const preview = await supervisor.call('POST', '/calendar/preview', { notice });
  expect(preview.body).toMatchObject({ year: { year: 2027 }, missing: expect.arrayContaining(['春节']) });
  expect((preview.body.year as { days: unknown[] }).days).toHaveLength(12);
  await supervisor.call('POST', '/calendar', { notice });
  expect((await supervisor.call('GET', '/calendar')).body.missing).toEqual([]);
  const wrong = await supervisor.call('POST', '/calendar/preview', {
    notice: '2027年节假日\n一、元旦：1月1日（周六）放假。',
  });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'calendar.not-understood' } });
  expect(String(wrong.body.reason)).toContain('不是周六');
});

it('refuses two changes at once and one that is none', async () => {
  const two = { dropOverride: '2026-11-20', override: { date: '2026-11-20', isOffDay: true, name: '停办' } };
  expect((await supervisor.call('POST', '/calendar', two)).status).toBe(422);
  expect((await supervisor.call('POST', '/calendar', {})).status).toBe(422);
});

import { fromIso } from '../../../shared/sla/instant';
import { startWorld, type TestWorld } from '../../testing/database';
import { staff } from '../../testing/people';
import { assessed, told } from '../testing/assessed';

let world: TestWorld;
let bureau: Awaited<ReturnType<typeof assessed>>;

beforeAll(async () => {
  world = await startWorld();
  bureau = await assessed(world);
}, 240_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = fromIso('2026-11-18T09:30:00+08:00');
});

it('leaves an order in until a second person agrees, and then out; both are named', async () => {
  const [first = ''] = bureau.numbers;
  const made = (await bureau.exclude(await bureau.lead(), first)).body;
  expect(bureau.labourIn(await bureau.year(await bureau.supervisor()))?.received).toBe(12);
  expect(await bureau.decide(await bureau.supervisor(), made.id, true)).toEqual([200, 'done']);
  const found = await bureau.year(await bureau.supervisor());
  expect(bureau.labourIn(found)?.received).toBe(11);
  expect(bureau.lineOf(found, 'solved')).toMatchObject({ count: 11, of: 11 });
  expect(found.exclusions).toMatchObject([
    { number: first, proposedBy: '示例局负责人', decidedBy: '示例督办员' },
  ]);
  expect(await told(bureau.exclude(await bureau.lead(), first))).toEqual([409, 'exclusion.already']);
  expect(await bureau.decide(await bureau.supervisor(), made.id, false)).toEqual([409, 'exclusion.decided']);
});

it('lets an order count on where that is refused, and it may be asked for again', async () => {
  const made = (await bureau.exclude(await bureau.lead(), bureau.numbers[1] ?? '')).body;
  expect(await bureau.decide(await bureau.supervisor(), made.id, false)).toEqual([200, 'done']);
  expect(bureau.labourIn(await bureau.year(await bureau.supervisor()))?.received).toBe(11);
  expect(await told(bureau.exclude(await bureau.lead(), bureau.numbers[1] ?? ''))).toEqual([200, 'done']);
});

it('takes the running, overdue clocks of such an order out as well', async () => {
  const late = await bureau.orders.send();
  world.now.at += 30 * 86_400_000;
  const before = bureau.lineOf(await bureau.year(await bureau.supervisor()), 'on-time-accept');
  const made = (await bureau.exclude(await bureau.lead(), late)).body;
  expect(await bureau.decide(await bureau.supervisor(), made.id, true)).toEqual([200, 'done']);
  const after = bureau.lineOf(await bureau.year(await bureau.supervisor()), 'on-time-accept');
  expect([after?.count, after?.of]).toEqual([before?.count, (before?.of ?? 0) - 1]);
});

it('lets nobody decide an exclusion but the supervisor, and never who asked for it', async () => {
  const who = await bureau.supervisor();
  const made = (await bureau.exclude(who, bureau.numbers[2] ?? '')).body;
  expect(await bureau.decide(who, made.id, true)).toEqual([403, 'exclusion.second-person']);
  for (const name of ['renshe-lingdao', 'paidan', 'jiancha'])
    expect(await bureau.decide(await staff(world, name), made.id, true)).toEqual([
      403,
      'assessment.forbidden',
    ]);
  expect(await bureau.decide(await staff(world, 'yibao1'), made.id, true)).toEqual([
    404,
    'exclusion.not-found',
  ]);
});

it('lets the unit’s head or the district ask for an exclusion only, without anybody’s name', async () => {
  const [, , , number = ''] = bureau.numbers;
  expect(await told(bureau.exclude(await staff(world, 'renshe1'), number))).toEqual([
    403,
    'assessment.forbidden',
  ]);
  expect(await told(bureau.exclude(await staff(world, 'yibao1'), number))).toEqual([404, 'order.not-found']);
  expect(await told(bureau.exclude(await bureau.lead(), number, { reason: '示例市民自己弄错' }))).toEqual([
    422,
    'text.personal',
  ]);
});

it('lists exclusions with how each was decided, the newest first', async () => {
  const { items } = (await (await bureau.lead()).call('GET', '/learning/assessment/exclusions?year=2026'))
    .body as {
    items: { state: string; mayDecide: boolean }[];
  };
  expect(items.map(({ state }) => state).sort()).toEqual([
    'agreed',
    'agreed',
    'proposed',
    'proposed',
    'refused',
  ]);
  expect(items.every(({ mayDecide }) => !mayDecide)).toBe(true);
  const asked = (
    await (await bureau.supervisor()).call('GET', '/learning/assessment/exclusions?year=2026&state=proposed')
  ).body.items as { mayDecide: boolean }[];
  expect(asked.filter(({ mayDecide }) => mayDecide)).toHaveLength(1);
});

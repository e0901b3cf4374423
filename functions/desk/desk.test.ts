import { asc } from 'drizzle-orm';
import { fromIso, minuteMs } from '../../shared/sla/instant';
import { order, orderWait } from '../db/schema';
import { seedId } from '../db/seed/units';
import { factsOf } from '../order/order-row';
import { waitRows } from '../order/save-waits';
import { startWorld, type TestWorld, wednesday } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let people: Record<'dispatcher' | 'handler' | 'deputy' | 'supervisor' | 'inspector', Caller>;
let owner: Caller;
let matter: string;
beforeAll(async () => {
  world = await startWorld();
  people = {
    dispatcher: await staff(world, 'paidan'),
    handler: await staff(world, 'renshe1'),
    deputy: await staff(world, 'renshe2'),
    supervisor: await staff(world, 'duban'),
    inspector: await staff(world, 'jiancha'),
  };
  owner = await reporter(world, '13800000001');
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = wednesday;
});

const submit = async (overrides = {}) =>
  String((await owner.call('POST', '/orders', aReport({}, { matterId: matter, ...overrides }))).body.number);

async function run(who: Caller, number: string, command: string, input: object = {}, bare = false) {
  const { version } = (await people.inspector.call('GET', `/orders/${number}`)).body;
  const body = bare ? input : { version, ...input };
  const answer = await who.call('POST', `/orders/${number}/${command}`, body);
  expect({ command, ...answer }).toMatchObject({ status: 200 });
  return answer.body;
}
const resolution = {
  found: '系统里缺一条登记',
  done: '已补录并当面受理',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'system-fault',
  contact: { means: 'phone' },
};

interface Card {
  number: string;
  dueAt: string | null;
  next: string | null;
  light: string | null;
}
interface List {
  items: Card[];
  next: string | null;
}
const list = async (who: Caller, query: string) =>
  (await who.call('GET', `/desk/orders?${query}`)).body as unknown as List;
interface Count {
  id: string;
  count: number;
  red: number;
  yellow: number;
}
/** Signed in at this very moment: a session does not outlive the days that tests skip. */
const counts = async (username: string) => {
  const who = await staff(world, username);
  const { queues } = (await who.call('GET', '/desk/summary')).body as unknown as { queues: Count[] };
  return Object.fromEntries(queues.map(({ id, count, red, yellow }) => [id, { count, red, yellow }]));
};

describe('the queues of a workbench', () => {
  it('hold a new order for its unit by the due of accepting, with the step to take', async () => {
    const number = await submit();
    const { items } = await list(people.handler, 'queue=mine-to-accept');
    const card = items.find((each) => each.number === number);
    expect(card).toMatchObject({ dueAt: '2026-11-19T17:00:00+08:00', light: 'green', next: 'accept' });
    await run(people.handler, number, 'accept');
    const handling = (await list(people.handler, 'queue=mine-handling')).items;
    expect(handling.find((each) => each.number === number)).toMatchObject({ next: 'contact' });
  });

  it('count what is late and what is near by each duty’s own clock', async () => {
    const before = await counts('renshe1');
    await submit();
    world.now.at = fromIso('2026-11-19T10:00:00+08:00');
    const near = await counts('renshe1');
    expect(near['mine-to-accept']?.yellow).toBe((before['mine-to-accept']?.count ?? 0) + 1);
    world.now.at = fromIso('2026-11-19T18:00:00+08:00');
    const late = await counts('renshe1');
    expect(late['mine-to-accept']).toMatchObject({
      yellow: 0,
      red: (before['mine-to-accept']?.count ?? 0) + 1,
    });
  });

  it('show the district bad answers first, whatever their due', async () => {
    const early = await submit();
    for (const [command, input] of [
      ['accept', {}],
      ['resolve', resolution],
    ] as const)
      await run(people.handler, early, command, input);
    world.now.at += minuteMs;
    const bad = await submit();
    for (const [command, input] of [
      ['accept', {}],
      ['resolve', resolution],
    ] as const)
      await run(people.handler, bad, command, input);
    await run(owner, bad, 'evaluate', { solved: false, satisfaction: 1 }, true);
    const numbers = (await list(people.dispatcher, 'queue=district-callbacks')).items.map(
      (each) => each.number,
    );
    expect(numbers.indexOf(bad)).toBe(0);
    expect(numbers).toContain(early);
  });

  it('hand what a call found unsolved over to the supervisor', async () => {
    const number = await submit();
    for (const [command, input] of [
      ['accept', {}],
      ['resolve', resolution],
    ] as const)
      await run(people.handler, number, command, input);
    await run(people.dispatcher, number, 'district-callback', { result: 'unresolved' }, true);
    const waitsIn = async (who: Caller, queue: string) =>
      (await list(who, `queue=${queue}`)).items.some((each) => each.number === number);
    expect(await waitsIn(people.dispatcher, 'district-callbacks')).toBe(false);
    expect(await waitsIn(people.supervisor, 'findings')).toBe(true);
  });

  it('leave what the district centre led itself to the supervisor', async () => {
    const centre = { handler: await staff(world, 'danwei1-1'), unitId: seedId('区行政服务中心') };
    const { body } = await owner.call('POST', '/orders', aReport());
    const number = String(body.number);
    const reason = '由中心办理';
    await run(people.dispatcher, number, 'dispatch', { unitId: centre.unitId, reason });
    await run(centre.handler, number, 'accept', {});
    await run(centre.handler, number, 'extend', { reason, days: 1 });
    const waitsIn = async (who: Caller, queue: string) =>
      (await list(who, `queue=${queue}`)).items.some((each) => each.number === number);
    expect(await waitsIn(people.dispatcher, 'extensions')).toBe(false);
    expect(await waitsIn(people.supervisor, 'second-extensions')).toBe(true);
    await run(centre.handler, number, 'resolve', resolution);
    expect(await waitsIn(people.dispatcher, 'district-callbacks')).toBe(false);
    expect(await waitsIn(people.supervisor, 'supervisor-callbacks')).toBe(true);
    await run(people.supervisor, number, 'district-callback', { result: 'confirmed' }, true);
    expect(await waitsIn(people.supervisor, 'supervisor-callbacks')).toBe(false);
  });

  it('keep a unit’s callback from the person who resolved', async () => {
    const number = await submit();
    for (const [command, input] of [
      ['accept', {}],
      ['resolve', resolution],
    ] as const)
      await run(people.handler, number, command, input);
    const nextFor = async (who: Caller) =>
      (await list(who, 'queue=mine-callbacks')).items.find((each) => each.number === number)?.next;
    expect(await nextFor(people.handler)).toBeNull();
    expect(await nextFor(people.deputy)).toBe('unit-callback');
  });
});

it('keeps beside each order exactly what its facts make it wait for', async () => {
  const rows = await world.deps.db.select().from(order).orderBy(asc(order.id));
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) {
    const kept = (await world.deps.db.select().from(orderWait)).filter((each) => each.orderId === row.id);
    const wanted = waitRows(await factsOf(world.deps.db, row));
    const sorted = (lines: { queue: string }[]) => [...lines].sort((a, b) => a.queue.localeCompare(b.queue));
    expect(sorted(kept)).toEqual(sorted(wanted));
  }
});

describe('a list by its dues', () => {
  it('goes through orders with a light and then those without, page by page, each once', async () => {
    for (let at = 0; at < 3; at += 1) await run(people.handler, await submit(), 'accept');
    const all = (await list(people.dispatcher, 'sort=due&limit=100')).items;
    const paged: Card[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(people.dispatcher, `sort=due&limit=2${cursor}`);
      paged.push(...page.items);
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged.map((card) => card.number)).toEqual(all.map((card) => card.number));
    expect(new Set(paged.map((card) => card.number)).size).toBe(paged.length);
    const rows = await world.deps.db.select().from(order);
    const isLit = (card: Card) => rows.find((row) => row.number === card.number)?.lightDueAt !== null;
    expect(all.map(isLit).indexOf(false)).toBe(all.filter(isLit).length);
  });

  it('begins anew where the cursor is of another list', async () => {
    const { next } = await list(people.dispatcher, 'sort=newest&limit=1');
    const first = await list(people.dispatcher, 'sort=due&limit=1');
    expect((await list(people.dispatcher, `sort=due&limit=1&cursor=${next}`)).items).toEqual(first.items);
  });
});

it('says 304 while a workbench and a list stay as they are, and not once something changed', async () => {
  const signIn = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'paidan', password: 'demo-2026' }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, tag = '') =>
    world.app.request(`/api${path}`, { headers: { cookie, ...(tag && { 'if-none-match': tag }) } });
  for (const path of ['/desk/summary', '/desk/orders?sort=newest&limit=5']) {
    const tag = (await ask(path)).headers.get('etag') ?? '';
    expect((await ask(path, tag)).status).toBe(304);
  }
  const tag = (await ask('/desk/orders?sort=newest&limit=5')).headers.get('etag') ?? '';
  world.now.at += minuteMs;
  await submit();
  expect((await ask('/desk/orders?sort=newest&limit=5', tag)).status).toBe(200);
});

it('tells who else has the order open, for a moment, on any instance', async () => {
  const number = await submit();
  const see = async (who: Caller) => (await who.call('POST', `/console/viewers/${number}`)).body.others;
  expect(await see(people.handler)).toEqual([]);
  expect(await see(people.dispatcher)).toEqual([{ name: '示例处置员甲' }]);
  expect(await see(people.handler)).toEqual([{ name: '示例派单员' }]);
  world.now.at += 60_000;
  expect(await see(people.handler)).toEqual([]);
  const stranger = await staff(world, 'yibao1');
  expect((await stranger.call('POST', `/console/viewers/${number}`)).status).toBe(404);
});

it('keeps the columns each person chose', async () => {
  const choose = (who: Caller, value: string[]) =>
    who.call('PUT', '/console/choices/order-columns', { value });
  const chosen = async (who: Caller) => (await who.call('GET', '/console/choices/order-columns')).body.value;
  expect(await chosen(people.handler)).toBeNull();
  await choose(people.handler, ['light', 'number']);
  await choose(people.handler, ['number', 'due']);
  expect(await chosen(people.handler)).toEqual(['number', 'due']);
  expect(await chosen(people.deputy)).toBeNull();
  expect((await people.handler.call('PUT', '/console/choices/anything', { value: [] })).status).toBe(404);
});

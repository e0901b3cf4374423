import { takeSystemSteps } from '../../jobs/take-system-steps';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../testing/people';
import { anonymiseOld } from './keep-years';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const first = '第一位反映人说：窗口三次都说系统里查不到我的材料。';
const second = '第二位反映人说：我的登记办了一个月还没有结果。';

async function run(who: Caller, number: string, command: string, body: object): Promise<void> {
  const { version } = (await who.call('GET', `/orders/${number}`)).body;
  const done = await who.call('POST', `/orders/${number}/${command}`, { version, ...body });
  if (done.status !== 200) throw new Error(`${command}: ${JSON.stringify(done.body)}`);
}

async function resolve(number: string, found: string): Promise<void> {
  const handler = await staff(world, 'renshe1');
  const contact = { means: 'phone' };
  const words = { found, done: '已为您登记', rule: '社会保险登记规定' };
  await run(handler, number, 'resolve', { ...words, contact, result: 'solved', cause: 'unclear-guide' });
}

/** Called back by another person, found good by the reporter, and so closed. */
async function close(owner: Caller, number: string): Promise<void> {
  const other = await staff(world, 'renshe2');
  await other.call('POST', `/orders/${number}/unit-callback`, { result: 'solved', satisfaction: 5 });
  await owner.call('POST', `/orders/${number}/evaluate`, { solved: true, satisfaction: 5 });
  await takeSystemSteps(world.deps);
}

/** Two reports of one matter: the second goes under the first. */
async function pair(phones: [string, string]) {
  const matter = await matterId(world, '社会保险登记');
  const send = async (phone: string, story: string) => {
    const who = await reporter(world, phone);
    const person = { kind: 'person', name: '示例市民', phone };
    const sent = await who.call(
      'POST',
      '/orders',
      aReport({ reporter: person }, { matterId: matter, story }),
    );
    return { who, number: String(sent.body.number) };
  };
  const [primary, merged] = [await send(phones[0], first), await send(phones[1], second)];
  const dispatcher = await staff(world, 'paidan');
  await run(dispatcher, merged.number, 'merge', { primaryNumber: primary.number, reason: '同一件事' });
  await run(await staff(world, 'renshe1'), primary.number, 'accept', {});
  return { primary, merged };
}

it('erases what went under another once that one is closed, not before, and leaves it alone when the primary is worked on anew', async () => {
  const { primary, merged } = await pair(['13800000303', '13800000304']);
  await resolve(primary.number, '系统同步晚了两天');
  expect((await merged.who.call('POST', '/reporter/erasure', {})).body).toMatchObject({ erased: 0, kept: 1 });
  await close(primary.who, primary.number);
  expect((await merged.who.call('POST', '/reporter/erasure', {})).body).toEqual({
    erased: 1,
    kept: 0,
    account: true,
  });
  const supervisor = await staff(world, 'duban');
  const erased = async () => {
    const { body } = await supervisor.call('GET', `/orders/${merged.number}`);
    const { state, version, story, reporterName, reply, timeline } = body;
    return { state, version, story, reporterName, reply, timeline };
  };
  const before = await erased();
  expect(before).toMatchObject({ story: null, reporterName: null, reply: null });
  await run(supervisor, primary.number, 'reopen', { reason: '再查一次' });
  await resolve(primary.number, '已再次核对');
  expect(await erased()).toEqual(before);
  expect((await supervisor.call('POST', '/audit/verify', {})).body).toMatchObject({ whole: true });
});

it('anonymises what went under another after three years, as every order', async () => {
  const { primary, merged } = await pair(['13800000305', '13800000306']);
  await resolve(primary.number, '系统同步晚了两天');
  await close(primary.who, primary.number);
  world.now.at += (3 * 365 + 2) * 86_400_000;
  await anonymiseOld(world.deps);
  const { rows } = await world.owner.query(
    'select state, order_key from "order" where number = any($1) order by number',
    [[primary.number, merged.number]],
  );
  expect(rows).toEqual([
    { state: 'closed', order_key: null },
    { state: 'merged', order_key: null },
  ]);
});

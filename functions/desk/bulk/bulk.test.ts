import { seedId } from '../../db/seed/units';
import { startWorld, type TestWorld, wednesday } from '../../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../testing/people';

let world: TestWorld;
let owner: Caller;
let matter: string;
let people: Record<'handler' | 'deputy' | 'dispatcher' | 'stranger' | 'inspector' | 'admin', Caller>;
beforeAll(async () => {
  world = await startWorld();
  people = {
    handler: await staff(world, 'renshe1'),
    deputy: await staff(world, 'renshe2'),
    dispatcher: await staff(world, 'paidan'),
    stranger: await staff(world, 'yibao1'),
    inspector: await staff(world, 'jiancha'),
    admin: await staff(world, 'guanli'),
  };
  owner = await reporter(world, '13800000001');
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = wednesday;
});

const submit = async (report: object = { matterId: matter }) =>
  String((await owner.call('POST', '/orders', aReport({}, { ...report }))).body.number);
const orderOf = async (number: string) =>
  (await people.inspector.call('GET', `/orders/${number}`)).body as { version: number; state: string };
const chosen = async (...numbers: string[]) =>
  Promise.all(numbers.map(async (number) => ({ number, version: (await orderOf(number)).version })));
type Result = { number: string; done: boolean; code?: string; title?: string };
const bulk = async (who: Caller, body: object, key?: string) => {
  const answer = await who.call('POST', '/desk/bulk', body, key);
  return { status: answer.status, results: answer.body.results as Result[] };
};
const events = async (number: string, kind: string) =>
  (
    await world.owner.query(
      'select 1 from event join "order" on "order".id = event.order_id where number = $1 and kind = $2',
      [number, kind],
    )
  ).rows.length;

it('offers what each of the chosen orders allows this person, and to whom nothing is allowed nothing', async () => {
  const [first, second] = [await submit(), await submit()];
  const [version] = await chosen(first);
  await people.handler.call('POST', `/orders/${first}/accept`, { version: version?.version });
  const offers = async (who: Caller) => {
    const { body } = await who.call('GET', `/desk/bulk?numbers=${first},${second}`);
    return Object.fromEntries(
      (body.offers as { command: string; numbers: string[] }[]).map((each) => [
        each.command,
        each.numbers.sort(),
      ]),
    );
  };
  const both = [first, second].sort();
  expect(await offers(people.handler)).toMatchObject({ accept: [second], classify: [first], note: both });
  expect(await offers(people.dispatcher)).toMatchObject({ dispatch: [second], urge: both });
  expect(await offers(people.stranger)).toEqual({});
});

it('does it to each and names the one that is refused, with its reason in words', async () => {
  const numbers = [await submit(), await submit(), await submit()];
  const orders = await chosen(...numbers);
  const [first = '', second = ''] = numbers;
  await people.deputy.call('POST', `/orders/${second}/accept`, { version: orders[1]?.version });
  const { results } = await bulk(people.handler, { command: 'accept', orders, input: {} });
  expect(results.map(({ done }) => done)).toEqual([true, false, true]);
  expect(results[1]).toMatchObject({ number: second, code: 'order.version-conflict' });
  expect(results[1]?.title).toMatch(/有人刚刚办理/);
  for (const number of numbers) expect(await orderOf(number)).toMatchObject({ state: 'handling' });
  expect(await events(first, 'order.accepted')).toBe(1);
});

it('holds the same guards as one by one: rights, state, sight', async () => {
  const [mine, undecided] = [await submit(), await submit({})];
  const orders = await chosen(mine, undecided);
  const dispatch = {
    command: 'dispatch',
    orders,
    input: { unitId: seedId('区医保局'), reason: '按职责分工' },
  };
  expect((await bulk(people.dispatcher, dispatch)).results.map(({ done }) => done)).toEqual([true, true]);
  const forbidden = await bulk(people.handler, { ...dispatch, orders: await chosen(await submit()) });
  expect(forbidden.results[0]).toMatchObject({ done: false, code: 'order.forbidden' });
  const unseen = await bulk(people.handler, {
    command: 'accept',
    orders: await chosen(undecided),
    input: {},
  });
  expect(unseen.results[0]).toMatchObject({ done: false, code: 'order.not-found' });
  for (const who of [people.inspector, people.admin]) expect((await bulk(who, dispatch)).status).toBe(403);
});

it('does nothing twice under the same key', async () => {
  const numbers = [await submit(), await submit()];
  const body = { command: 'note', orders: await chosen(...numbers), input: { text: '同一批材料一起核对' } };
  const first = await bulk(people.handler, body, 'bulk-key-0001');
  const again = await bulk(people.handler, body, 'bulk-key-0001');
  expect(again.results).toEqual(first.results);
  for (const number of numbers) expect(await events(number, 'note.added')).toBe(1);
});

it.each([
  ['words that do not fit the command', { command: 'note', input: {} }, 400],
  ['a field the command does not know', { command: 'accept', input: { reason: '多余的' } }, 400],
  ['a command that is done one by one', { command: 'resolve', input: {} }, 400],
  ['no order', { command: 'accept', orders: [], input: {} }, 400],
])('refuses %s before anything is done', async (_, body, status) => {
  const number = await submit();
  const answer = await bulk(people.handler, { orders: await chosen(number), ...body });
  expect(answer.status).toBe(status);
  expect(await orderOf(number)).toMatchObject({ state: 'dispatched' });
});

it('refuses more than fifty at once', async () => {
  const orders = Array.from({ length: 51 }, (_, at) => ({ number: `CM202611180${10000 + at}`, version: 1 }));
  expect((await bulk(people.handler, { command: 'accept', orders, input: {} })).status).toBe(400);
});

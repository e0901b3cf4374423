import { startWorld, type TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, nobody, staff } from '../../testing/people';

let world: TestWorld;
let orders: Awaited<ReturnType<typeof labourOrders>>;
let number: string;
beforeAll(async () => {
  world = await startWorld();
  orders = await labourOrders(world);
  number = await orders.closed();
}, 120_000);
afterAll(() => world.close());

interface Practice {
  id: string;
  version: number;
  state: string;
  onHome: boolean;
  commands: string[];
  reason: string | null;
}
const words = {
  title: '一张清单办参保登记',
  problem: '线上线下的材料清单不一样，群众来回跑。',
  approach: '把两处清单合成一张，窗口贴出样张，每季度核对一次。',
  effect: '同样的诉求三个月没有再发生。',
};
const propose = async (who: Caller, more: object = {}) =>
  who.call('POST', '/learning/practices', { ...words, order: number, ...more });
const seenBy = async (who: Caller, id: string) =>
  ((await who.call('GET', '/learning/practices?limit=100')).body.items as Practice[]).find(
    (each) => each.id === id,
  );
async function proposed(who: Caller): Promise<Practice> {
  const { body } = await propose(who);
  const found = await seenBy(who, String(body.id));
  if (!found) throw new Error(JSON.stringify(body));
  return found;
}
const step = async (who: Caller, { id, version }: Practice, command: string, more: object = {}) => {
  const { status, body } = await who.call('POST', `/learning/practices/${id}/${command}`, {
    version,
    ...more,
  });
  return { status, code: body.code };
};
const unit = () => staff(world, 'renshe1');
const supervisor = () => staff(world, 'duban');
const foreign = () => staff(world, 'yibao1');
const atHome = async () =>
  ((await nobody(world).call('GET', '/public/practices')).body.items as { title: string }[]).length;

it('is seen by all units once approved, and by everybody once chosen for the home page', async () => {
  const made = await proposed(await unit());
  expect(made).toMatchObject({ state: 'proposed', onHome: false });
  expect(await seenBy(await foreign(), made.id)).toBeUndefined();

  expect(await step(await supervisor(), made, 'approve')).toMatchObject({ status: 200 });
  expect(await seenBy(await foreign(), made.id)).toMatchObject({ state: 'approved', commands: [] });
  expect(await atHome()).toBe(0);

  expect(await step(await supervisor(), { ...made, version: 2 }, 'show')).toMatchObject({ status: 200 });
  const { body } = await nobody(world).call('GET', '/public/practices');
  expect(body.items).toEqual([{ ...words, unit: '区人力资源社会保障局' }]);
  const home = (await nobody(world).call('GET', '/public/home')).body;
  expect(home.goodPractices).toEqual([{ title: words.title, text: `${words.approach}\n${words.effect}` }]);

  const reason = { reason: '做法已经变了' };
  expect(await step(await supervisor(), { ...made, version: 3 }, 'withdraw', reason)).toMatchObject({
    status: 200,
  });
  expect(await atHome()).toBe(0);
});

it('goes back to its author with a reason, and comes again', async () => {
  const author = await unit();
  const made = await proposed(author);
  await step(await supervisor(), made, 'return', { reason: '请写明效果' });
  const back = await seenBy(author, made.id);
  expect(back).toMatchObject({ state: 'returned', reason: '请写明效果', commands: ['revise', 'withdraw'] });
  const anew = { ...words, version: back?.version, effect: '三个月内同样的诉求由六件降到零件。' };
  expect((await author.call('PUT', `/learning/practices/${made.id}`, anew)).status).toBe(200);
  expect(await seenBy(author, made.id)).toMatchObject({ state: 'proposed' });
});

it.each([
  ['a telephone', { approach: '请打 138 0000 0001 找经办人，一次办好。' }, 'approach'],
  ['an identity number', { problem: '证件 110101199003070030 的登记查不到。' }, 'problem'],
  ['the reporter’s name', { effect: '示例市民说满意。' }, 'effect'],
  ['a colleague’s name', { title: '示例处置员甲的做法' }, 'title'],
  ['a person by form of address', { problem: '王女士跑了三趟，清单不一样。' }, 'problem'],
  ['the order’s number', { problem: '见 CM20261118000001，清单不一样。' }, 'problem'],
])('refuses %s and names the field', async (_title, more, path) => {
  const { status, body } = await propose(await unit(), more);
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'text.personal' });
  expect(body.errors).toMatchObject([{ path }]);
});

it('is not approved when somebody’s name came to be known only after it was proposed', async () => {
  const made = await proposed(await unit());
  await world.owner.query("update staff set name = '样张' where username = 'renshe2'");
  expect(await step(await supervisor(), made, 'approve')).toEqual({ status: 422, code: 'text.personal' });
  await world.owner.query("update staff set name = '示例处置员乙' where username = 'renshe2'");
});

it.each([
  [
    'an order that is still open',
    async () => ({ order: await orders.send() }),
    422,
    'practice.order-not-closed',
  ],
  ['no origin', async () => ({ order: undefined }), 422, 'practice.one-origin'],
  ['an order there is not', async () => ({ order: 'CM20261118999999' }), 404, 'order.not-found'],
])('refuses %s', async (_title, more, status, code) => {
  const answer = await propose(await unit(), await more());
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
});

it('may come from a finished improvement of one’s own, not from an unfinished one', async () => {
  const lead = await staff(world, 'renshe-lingdao');
  const { rows } = await world.owner.query("select id from unit where name = '区人力资源社会保障局'");
  const item = { title: '参保登记的清单不一致', cause: 'unclear-guide', source: 'cause' };
  const made = await lead.call('POST', '/learning/problems', { ...item, ownerUnitId: rows[0].id });
  const path = `/learning/problems/${made.body.id}`;
  const from = { order: undefined, itemId: made.body.id };
  expect((await propose(lead, from)).body.code).toBe('practice.not-improved');
  await lead.call('POST', `${path}/measure`, { version: 1, text: '统一清单', due: '2026-12-01' });
  await lead.call('POST', `${path}/finish`, { version: 2, note: '已统一' });
  expect((await propose(await foreign(), from)).status).toBe(404);
  expect((await propose(lead, from)).status).toBe(200);
});

it('is decided by another person than who proposed it', async () => {
  const who = await supervisor();
  const made = await proposed(who);
  expect(await step(who, made, 'approve')).toEqual({ status: 403, code: 'practice.second-person' });
});

it('is proposed by nobody of another unit, and decided by nobody but the supervisor', async () => {
  expect((await propose(await foreign())).status).toBe(404);
  expect((await propose(await staff(world, 'jiancha'))).status).toBe(403);
  const made = await proposed(await unit());
  for (const name of ['renshe1', 'renshe-lingdao', 'paidan', 'jiancha'])
    expect({ name, ...(await step(await staff(world, name), made, 'approve')) }).toMatchObject({
      name,
      status: 403,
    });
  expect((await step(await foreign(), made, 'approve')).status).toBe(404);
});

it('refuses what an older look at it decided', async () => {
  const made = await proposed(await unit());
  await step(await supervisor(), made, 'approve');
  expect(await step(await supervisor(), made, 'show')).toEqual({
    status: 409,
    code: 'practice.version-conflict',
  });
});

it('leaves a line in the ledger at every step', async () => {
  const { rows } = await world.owner.query("select distinct kind from event where kind like 'practice.%'");
  expect(rows.map((row) => row.kind).sort()).toEqual([
    'practice.approved',
    'practice.proposed',
    'practice.returned',
    'practice.revised',
    'practice.shown',
    'practice.withdrawn',
  ]);
});

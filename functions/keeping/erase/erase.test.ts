import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction } from '../../db/in-transaction';
import { sweepUploads } from '../../jobs/sweep';
import { systemContext } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../../testing/people';
import { sendPicture } from '../../testing/send-picture';
import { eraseOrder } from './erase-order';
import { anonymiseOld } from './keep-years';

let world: TestWorld;
let matter: string;
const story = '这是一段独一无二的话，只在这里出现过一次，删除以后不应再有。';

beforeAll(async () => {
  world = await startWorld();
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());

type Who = Caller & { token: string };
async function report(who: Who, phone: string, files: string[] = []): Promise<string> {
  const person = { kind: 'person', name: '示例删除者', phone };
  const wanted = aReport({ reporter: person }, { matterId: matter, story, files });
  const { body, status } = await who.call('POST', '/orders', wanted);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
}
async function withdraw(who: Who, number: string): Promise<void> {
  const { body } = await who.call('GET', `/orders/${number}`);
  const done = await who.call('POST', `/orders/${number}/withdraw`, {
    version: body.version,
    reason: '不需要办了，这句话也要删除',
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
}

/** Every sealed text that the master key opens, wherever it lies. */
async function opened(): Promise<string> {
  const { vault } = world.deps;
  const places = [
    ['inbox', 'sealed', 'inbox'],
    ['outbox', 'sealed', 'outbox'],
    ['idempotency', 'answer', 'idempotency'],
    ['reporter', 'phone', 'reporter:phone'],
    ['reporter', 'name', 'reporter:name'],
  ] as const;
  const texts: string[] = [];
  for (const [table, column, aad] of places) {
    const { rows } = await world.owner.query(
      `select ${column} as text from ${table} where ${column} is not null`,
    );
    texts.push(...rows.map((row) => vault.unsealMaster(row.text, aad)));
  }
  return texts.join('\n');
}

/** Every word an order's own key still opens. */
async function openedByOrders(): Promise<string> {
  const { rows } = await world.owner.query('select order_key from "order" where order_key is not null');
  return `${rows.length} keys`;
}

const filesKept = () =>
  !existsSync(join(world.dataDir, 'files'))
    ? 0
    : readdirSync(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      ).length;
const verify = async () => (await (await staff(world, 'jiancha')).call('POST', '/audit/verify', {})).body;

it('gives a reporter everything that is held', async () => {
  const who = await reporter(world, '13800000201');
  const number = await report(who, '13800000201');
  const { status, body } = await who.call('GET', '/reporter/export');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    account: { phone: '13800000201' },
    orders: [{ number, story, told: { name: '示例删除者', phone: '13800000201', story } }],
    messages: expect.arrayContaining([expect.objectContaining({ number })]),
  });
});

it('leaves nothing of a reporter’s words once ended reports are erased, and the chains whole', async () => {
  const who = await reporter(world, '13800000202');
  const before = filesKept();
  const number = await report(who, '13800000202', [await sendPicture(world, who)]);
  expect(filesKept()).toBeGreaterThan(before);
  await withdraw(who, number);
  const counts = async () =>
    (await world.owner.query('select state, count(*)::int as n from "order" group by 1 order by 1')).rows;
  const figures = await counts();
  expect(await opened()).toContain('13800000202');
  const keys = await openedByOrders();
  const answer = await who.call('POST', '/reporter/erasure', {});
  expect(answer).toMatchObject({ status: 200, body: { erased: 1, kept: 0, account: true } });
  expect(await openedByOrders()).not.toBe(keys);
  const left = await opened();
  for (const word of ['13800000202', number, '这句话也要删除']) expect(left).not.toContain(word);
  expect(filesKept()).toBe(before);
  expect(await counts()).toEqual(figures);
  expect(await verify()).toMatchObject({ whole: true });
  expect((await who.call('GET', '/reporter/me')).status).toBe(401);
  const supervisor = await staff(world, 'duban');
  const seen = await supervisor.call('GET', `/orders/${number}`);
  expect(seen).toMatchObject({ status: 200, body: { story: null, reporterName: null, reporterPhone: null } });
  expect(JSON.stringify(seen.body)).not.toContain('独一无二');
  const found = await supervisor.call('GET', `/desk/orders?q=${encodeURIComponent('独一无二')}`);
  expect((found.body.items as { number: string }[]).map((each) => each.number)).not.toContain(number);
  const code = { number, queryCode: 'ABCDEF' };
  expect((await nobody(world).call('POST', '/lookups', code)).status).toBe(422);
});

it('takes the files of an erased report away at the next sweep, where a crash left them', async () => {
  const who = await reporter(world, '13800000206');
  const before = filesKept();
  const number = await report(who, '13800000206', [await sendPicture(world, who)]);
  await withdraw(who, number);
  const { rows } = await world.owner.query('select id from "order" where number = $1', [number]);
  const ctx = await systemContext(world.deps);
  await inTransaction(world.deps.db, (tx) => eraseOrder(tx, ctx, rows[0].id, 'order.erased'));
  expect(filesKept()).toBeGreaterThan(before);
  await sweepUploads(world.deps);
  expect(filesKept()).toBe(before);
  const { body } = await (await staff(world, 'duban')).call('GET', `/orders/${number}`);
  expect(body.files).toMatchObject([{ url: '', thumbnailUrl: null }]);
});

it('keeps what is still open, and says how many', async () => {
  const who = await reporter(world, '13800000203');
  const open = await report(who, '13800000203');
  await withdraw(who, await report(who, '13800000203'));
  const answer = await who.call('POST', '/reporter/erasure', {});
  expect(answer.body).toEqual({ erased: 1, kept: 1, account: false });
  expect((await who.call('GET', `/orders/${open}`)).body.story).toBe(story);
});

it('does nothing more to an erased order', async () => {
  const who = await reporter(world, '13800000204');
  const number = await report(who, '13800000204');
  await withdraw(who, number);
  await who.call('POST', '/reporter/erasure', {});
  const supervisor = await staff(world, 'duban');
  const { body } = await supervisor.call('GET', `/orders/${number}`);
  const noted = await supervisor.call('POST', `/orders/${number}/note`, { text: '一条备注' });
  expect(noted).toMatchObject({ status: 409, body: { code: 'order.erased' } });
  expect(body.timeline).toContainEqual(expect.objectContaining({ title: '反映人要求删除，内容已删除' }));
});

it('anonymises by itself what ended more than three years ago, and only that', async () => {
  const who = await reporter(world, '13800000205');
  const old = await report(who, '13800000205');
  await withdraw(who, old);
  const now = world.now.at;
  world.now.at = now + 3 * 365 * 86_400_000 - 86_400_000;
  expect(await anonymiseOld(world.deps)).toBe(0);
  world.now.at = now + (3 * 365 + 2) * 86_400_000;
  expect(await anonymiseOld(world.deps)).toBeGreaterThan(0);
  expect(await anonymiseOld(world.deps)).toBe(0);
  const { rows } = await world.owner.query(
    'select order_key, phone_index, search_tokens from "order" where number = $1',
    [old],
  );
  expect(rows).toEqual([{ order_key: null, phone_index: null, search_tokens: [] }]);
  const open = await world.owner.query('select count(*)::int as n from "order" where order_key is not null');
  expect(open.rows[0].n).toBeGreaterThan(0);
  world.now.at = now;
  expect(await verify()).toMatchObject({ whole: true });
});

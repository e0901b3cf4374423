import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const reply = {
  found: '材料清单写得不清楚',
  done: '已受理登记',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'unclear-guide',
  measure: '重写办事指南',
};

async function submit(who: Caller, name: string, phone: string, story: string): Promise<string> {
  const person = { kind: 'person', name, phone };
  const matter = await matterId(world, '社会保险登记');
  const { body } = await who.call(
    'POST',
    '/orders',
    aReport({ reporter: person }, { matterId: matter, story }),
  );
  return String(body.number);
}

async function run(who: Caller, number: string, command: string, body: object): Promise<void> {
  const { version } = (await who.call('GET', `/orders/${number}`)).body;
  const done = await who.call('POST', `/orders/${number}/${command}`, { version, ...body });
  expect({ command, status: done.status, ...done.body }).toMatchObject({ command, status: 200 });
}

it('tells a merged reporter unit, dates and reply, and nothing of the other', async () => {
  const first = await reporter(world, '13800000021');
  const second = await reporter(world, '13800000022');
  const story = '示例甲的材料交了三次，系统里一直查不到。';
  const primary = await submit(first, '示例甲', '13800000021', story);
  const merged = await submit(second, '示例乙', '13800000022', '示例乙也交了材料，窗口说系统里没有。');
  const [lead, district] = await Promise.all(['renshe1', 'paidan'].map((name) => staff(world, name)));
  if (!lead || !district) throw new Error('no staff');
  await run(district, merged, 'merge', { primaryNumber: primary, reason: '反映的是同一件事' });
  await run(lead, primary, 'accept', {});
  const read = async () => (await second.call('GET', `/orders/${merged}`)).body;
  const unit = { name: '区人力资源社会保障局' };
  const resolve = (await first.call('GET', `/orders/${primary}`)).body.clocks as {
    kind: string;
    dueAt: string;
  }[];
  const dueAt = resolve.find(({ kind }) => kind === 'resolve')?.dueAt;
  const waiting = await read();
  expect(waiting).toMatchObject({ state: 'merged', holder: unit, lead: unit, dueAt, reply: null });
  expect(waiting.sentence).toContain('区人力资源社会保障局正在办理');
  expect(waiting.clocks).toContainEqual(expect.objectContaining({ kind: 'resolve', running: true, dueAt }));
  const { items } = (await second.call('GET', '/my/orders')).body as { items: unknown[] };
  expect(items).toContainEqual(
    expect.objectContaining({ number: merged, holder: expect.objectContaining(unit), dueAt }),
  );

  const contact = { means: 'phone', note: '已与示例甲通话' };
  await run(lead, primary, 'resolve', { ...reply, contact });
  const { found, done, rule, result } = reply;
  const told = await read();
  expect(told).toMatchObject({ state: 'merged', round: 1, reply: { found, done, rule, result, unit } });
  expect(told.commands).toContain('evaluate');
  for (const word of [primary, story, '示例甲', '138****0021', reply.measure])
    expect(JSON.stringify(told)).not.toContain(word);
  const messages = (await second.call('GET', '/my/messages')).body.items as {
    text: string;
    number: string;
  }[];
  expect(messages.find(({ number }) => number === merged)?.text).toContain(reply.done);
});

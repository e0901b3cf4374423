import { hourMs } from '../../shared/sla/instant';
import { seedId } from '../db/seed/units';
import { soundAlarms } from '../jobs/sound-alarms';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let owner: Caller;
beforeAll(async () => {
  world = await startWorld();
  owner = await reporter(world, '13800000041');
}, 120_000);
afterAll(() => world.close());

const submit = async (report: object = {}) =>
  String((await owner.call('POST', '/orders', aReport({}, { ...report }))).body.number);
const labours = async () => submit({ matterId: await matterId(world, '社会保险登记') });

async function run(who: Caller, number: string, command: string, body: object): Promise<void> {
  const { version } = (await who.call('GET', `/orders/${number}`)).body;
  const done = await who.call('POST', `/orders/${number}/${command}`, { version, ...body });
  expect({ command, status: done.status, ...done.body }).toMatchObject({ command, status: 200 });
}

/** What lies in the inboxes of staff for an order, each as "username topic". */
async function inboxes(number: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ line: string }>(
    `select s.username || ' ' || i.topic as line from inbox i join staff s on 'staff:' || s.id = i.recipient
     where i.number = $1 order by i.id`,
    [number],
  );
  return rows.map(({ line }) => line);
}
const absence = (username: string, until: number | null) =>
  world.owner.query('update staff set absent_until = $2 where username = $1', [
    username,
    until === null ? null : new Date(until).toISOString(),
  ]);

it('keeps a message for the handler where handler and deputy are both away', async () => {
  const number = await labours();
  await run(await staff(world, 'renshe1'), number, 'accept', {});
  for (const name of ['renshe1', 'renshe2']) await absence(name, world.now.at + 24 * hourMs);
  const dispatcher = await staff(world, 'paidan');
  expect((await dispatcher.call('POST', `/orders/${number}/urge`, {})).status).toBe(200);
  expect(await inboxes(number)).toContain('renshe1 urged');
  for (const name of ['renshe1', 'renshe2']) await absence(name, null);
});

it('does not tell who merges two of the own orders what he just did', async () => {
  const [one, other] = [await labours(), await labours()];
  const lead = await staff(world, 'renshe1');
  for (const number of [one, other]) await run(lead, number, 'accept', {});
  await run(lead, one, 'merge', { primaryNumber: other, reason: '同一件事' });
  const heard = [...(await inboxes(one)), ...(await inboxes(other))];
  expect(heard.filter((line) => line === 'renshe1 merged')).toEqual([]);
});

it('tells the heads of units that a bulletin names, and inspection, where it names no order', async () => {
  const supervisor = await staff(world, 'duban');
  const unitIds = [seedId('区人力资源社会保障局')];
  const written = { title: '示例通报', text: '一段文字一段文字', unitIds, orderNumbers: [] };
  expect((await supervisor.call('POST', '/desk/bulletins', written)).status).toBe(200);
  const { rows } = await world.owner.query<{ username: string }>(
    `select s.username from inbox i join staff s on 'staff:' || s.id = i.recipient where i.topic = 'bulletin'`,
  );
  const heard = rows.map(({ username }) => username);
  expect(heard).toEqual(expect.arrayContaining(['renshe-lingdao', 'jiancha']));
  expect(heard).not.toContain('duban');
});

it('shows the reporter that units asked one another, not what they wrote', async () => {
  const number = await labours();
  const lead = await staff(world, 'renshe1');
  await run(lead, number, 'accept', {});
  const dueOn = String((await lead.call('GET', `/orders/${number}`)).body.dueAt).slice(0, 10);
  await run(lead, number, 'assist', { unitId: seedId('区医保局'), request: '请核对参保记录', dueOn });
  const line = async (who: Caller) =>
    (
      (await who.call('GET', `/orders/${number}`)).body.timeline as { kind: string; paragraphs: unknown[] }[]
    ).find(({ kind }) => kind === 'assist.asked');
  expect((await line(owner))?.paragraphs).toEqual([]);
  expect((await line(lead))?.paragraphs).toMatchObject([{ label: '请求', text: '请核对参保记录' }]);
});

it('tells a dispatcher once that a dispatch is overdue', async () => {
  const number = await submit();
  world.now.at += 8 * 24 * hourMs;
  await soundAlarms(world.deps);
  const heard = (await inboxes(number)).filter((line) => line.startsWith('paidan alarm'));
  expect(heard).toEqual(['paidan alarm-red+1']);
});

it('tells handler and reporter of what the timer missed while it was down', async () => {
  const number = await labours();
  await run(await staff(world, 'renshe1'), number, 'accept', {});
  world.now.at += 14 * 24 * hourMs;
  await soundAlarms(world.deps);
  expect(await inboxes(number)).toEqual(expect.arrayContaining(['renshe1 alarm-red+1', 'duban alarm-red+1']));
  const { items } = (await owner.call('GET', '/my/messages')).body as {
    items: { topic: string; number: string }[];
  };
  const mine = items.filter((each) => each.number === number).map(({ topic }) => topic);
  expect(mine).toEqual(expect.arrayContaining(['late-contact', 'late-resolve']));
});

it('tells the handler of the district centre of the time it leads itself', async () => {
  const centre = seedId('区行政服务中心');
  const number = await submit();
  const dispatcher = await staff(world, 'paidan');
  await world.owner.query(
    `insert into staff_role (staff_id, unit_id, role) select id, $1, 'handler' from staff where username = 'yibao1'
     on conflict do nothing`,
    [centre],
  );
  world.deps.forgetReference();
  await run(dispatcher, number, 'dispatch', { unitId: centre, reason: '由区中心办理' });
  world.now.at += 14 * 24 * hourMs;
  await soundAlarms(world.deps);
  expect(await inboxes(number)).toContain('yibao1 alarm-red+1');
});

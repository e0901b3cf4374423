import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';
import { sendPicture } from '../testing/send-picture';

let world: TestWorld;
let owner: Caller;
let handler: Caller;
let medical: Caller;
beforeAll(async () => {
  world = await startWorld();
  owner = await reporter(world, '13800000001');
  handler = await staff(world, 'renshe1');
  medical = await staff(world, 'yibao1');
}, 120_000);
afterAll(() => world.close());

interface Line {
  kind: string;
  paragraphs: { text: string }[];
  files: { name: string }[];
}

it('shows the reporter that units asked and answered each other, and to the units alone their words and files', async () => {
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  const number = String((await owner.call('POST', '/orders', report)).body.number);
  const viewOf = async (who: Caller) => (await who.call('GET', `/orders/${number}`)).body;
  const run = async (who: Caller, command: string, body: object) => {
    const answer = await who.call('POST', `/orders/${number}/${command}`, body);
    expect({ command, ...answer }).toMatchObject({ status: 200 });
  };
  await run(handler, 'accept', { version: (await viewOf(handler)).version });
  await run(handler, 'assist', {
    version: (await viewOf(handler)).version,
    unitId: seedId('区医保局'),
    request: '请核对这张回执',
    dueOn: '2026-11-19',
    files: [await sendPicture(world, handler), await sendPicture(world, handler)],
  });
  const [assist] = (await viewOf(medical)).assists as { id: string }[];
  await run(medical, 'assist-reply', {
    assistId: assist?.id,
    reply: '已核对，记录正常',
    files: [await sendPicture(world, medical)],
  });
  const told = async (who: Caller) =>
    ((await viewOf(who)).timeline as Line[])
      .filter(({ kind }) => kind.startsWith('assist.'))
      .map(({ kind, paragraphs, files }) => [
        kind,
        paragraphs.map(({ text }) => text),
        files.map(({ name }) => name).sort(),
      ]);
  const whole = [
    ['assist.asked', ['请核对这张回执'], ['照片1.jpg', '照片2.jpg']],
    ['assist.replied', ['已核对，记录正常'], ['照片1.jpg']],
  ];
  expect(await told(handler)).toEqual(whole);
  expect(await told(medical)).toEqual(whole);
  expect(await told(owner)).toEqual([
    ['assist.asked', [], []],
    ['assist.replied', [], []],
  ]);
});

it('shows the reporter that a unit handed the work down and got it back, not the words about it', async () => {
  const office = await staff(world, 'danwei3-1');
  const report = aReport(
    { reporter: { kind: 'person', name: '示例市民', phone: '13800000002' } },
    { matterId: await matterId(world, '社会保险登记') },
  );
  const sender = await reporter(world, '13800000002');
  const number = String((await sender.call('POST', '/orders', report)).body.number);
  const run = async (who: Caller, command: string, body: object) => {
    const { version } = (await handler.call('GET', `/orders/${number}`)).body;
    const answer = await who.call('POST', `/orders/${number}/${command}`, { version, ...body });
    expect({ command, ...answer }).toMatchObject({ status: 200 });
  };
  const below = { unitId: seedId('区人社局社保服务分中心'), request: '请查这一户的记录' };
  await run(handler, 'accept', {});
  await run(handler, 'delegate', below);
  await run(office, 'delegate-return', { reason: '分中心没有权限' });
  await run(handler, 'delegate', below);
  await run(handler, 'recall', { reason: '改由本局办理' });
  const words = async (who: Caller) =>
    ((await who.call('GET', `/orders/${number}`)).body.timeline as Line[])
      .filter(({ kind }) => /deleg/.test(kind))
      .map(({ kind, paragraphs }) => [kind, ...paragraphs.map(({ text }) => text)]);
  const kinds = ['order.delegated', 'delegation.returned', 'order.delegated', 'delegation.recalled'];
  expect(await words(sender)).toEqual(kinds.map((kind) => [kind]));
  expect((await words(handler)).map(([kind]) => kind)).toEqual(kinds);
  expect((await words(handler)).flat()).toContain('分中心没有权限');
});

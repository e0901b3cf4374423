import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('answers whoever gives the work back that it was done, and shows no words of an order that is out of his hands', async () => {
  const owner = await reporter(world, '13800000001');
  const department = await staff(world, 'renshe1');
  const office = await staff(world, 'danwei3-1');
  const sent = await owner.call(
    'POST',
    '/orders',
    aReport({}, { matterId: await matterId(world, '社会保险登记') }),
  );
  const number = String(sent.body.number);
  const run = async (who: Caller, command: string, body: object) => {
    const { version } = (await department.call('GET', `/orders/${number}`)).body;
    return who.call('POST', `/orders/${number}/${command}`, { version, ...body });
  };
  await run(department, 'accept', {});
  await run(department, 'delegate', { unitId: seedId('区人社局社保服务分中心'), request: '请办理' });
  const back = await run(office, 'delegate-return', { reason: '分中心没有权限' });
  expect(back).toMatchObject({
    status: 200,
    body: { number, story: null, reporterName: null, files: [], commands: [] },
  });
  expect((await office.call('GET', `/orders/${number}`)).status).toBe(404);
  expect((await department.call('GET', `/orders/${number}`)).body).toMatchObject({ state: 'handling' });
});

it('shows a unit that returned an order its number, matter and dates and its own reason, not the one of another unit', async () => {
  const owner = await reporter(world, '13800000002');
  const sent = await owner.call(
    'POST',
    '/orders',
    aReport(
      { reporter: { kind: 'person', name: '示例市民', phone: '13800000002' } },
      { matterId: await matterId(world, '社会保险登记') },
    ),
  );
  const number = String(sent.body.number);
  const dispatcher = await staff(world, 'paidan');
  const run = async (who: Caller, command: string, body: object) => {
    const { version } = (await dispatcher.call('GET', `/orders/${number}`)).body;
    return who.call('POST', `/orders/${number}/${command}`, { version, ...body });
  };
  const [labour, insurance] = [await staff(world, 'renshe1'), await staff(world, 'yibao1')];
  await run(labour, 'return', { reason: '这是医保的事' });
  await run(dispatcher, 'dispatch', { unitId: seedId('区医保局'), reason: '改派' });
  await run(insurance, 'return', { reason: '这是社保的事' });
  const seen = (await labour.call('GET', `/orders/${number}`)).body;
  const hidden = { story: null, town: null, complexity: null, hallName: null, placeName: null };
  expect(seen).toMatchObject({ number, matter: '社会保险登记', ...hidden, phoneVerified: false, clocks: [] });
  const said = JSON.stringify(seen.timeline);
  expect(said).toContain('这是医保的事');
  expect(said).not.toContain('这是社保的事');
});

import { startWorld, type TestWorld } from '../testing/database';
import { aReport, matterId, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('sends what a caller tells the district centre to the matter’s owner: who rings stands in no hall', async () => {
  const dispatcher = await staff(world, 'paidan');
  const { report } = aReport(
    {},
    { stage: 'not-solved-at-centre', matterId: await matterId(world, '社会保险登记') },
  );
  const someone = { kind: 'person', name: '示例来电', phone: '13800000052' };
  const called = { channel: 'phone', reporter: someone, report, outcome: 'route' };
  const { body } = await dispatcher.call('POST', '/desk/orders', called);
  const seen = await dispatcher.call('GET', `/orders/${body.number}`);
  expect(seen.body).toMatchObject({ state: 'dispatched', holder: { name: '区人力资源社会保障局' } });
});

import { startWorld, type TestWorld } from '../testing/database';
import { aReport, reporter } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it.each([
  ['h5', '13800000401', 201],
  ['wechat', '13800000402', 201],
  ['suishenban', '13800000403', 201],
  ['window', '13800000404', 400],
  ['phone', '13800000405', 400],
  ['city-portal', '13800000406', 400],
])('takes a report that says it comes by %s from the reporter of %s: %i', async (channel, phone, status) => {
  const owner = await reporter(world, phone);
  expect((await owner.call('POST', '/orders', aReport({ channel }))).status).toBe(status);
});

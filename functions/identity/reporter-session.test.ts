import { startWorld, type TestWorld } from '../testing/database';
import { aReport, caller, reporter, staff } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const withoutPhone = { kind: 'person', name: '示例市民' };

it('takes the verified phone of who is signed in for the report that gives none', async () => {
  const someone = await reporter(world, '13800000071');
  const { body } = await someone.call('POST', '/orders', aReport({ reporter: withoutPhone }));
  const dispatcher = await staff(world, 'paidan');
  const seen = await dispatcher.call('GET', `/orders/${String(body.number)}`);
  expect(seen.body).toMatchObject({ reporterPhone: '138****0071', phoneVerified: true });
  expect(seen.body.flags).not.toContain('未留电话');
});

it('signs out everywhere: other devices, and what they kept of single orders', async () => {
  const phone = await reporter(world, '13800000072');
  const { body } = await phone.call('POST', '/orders', aReport({ reporter: withoutPhone }));
  const receipt = caller(world, { authorization: `Bearer ${String(body.token)}` });
  world.now.at += 61_000;
  const tablet = await reporter(world, '13800000072');
  world.now.at += 61_000;
  const other = await reporter(world, '13800000073');
  const number = String(body.number);
  const statuses = async () =>
    Promise.all(
      [phone, tablet, receipt, other].map(
        async (who) => (await who.call('GET', who === other ? '/my/orders' : `/orders/${number}`)).status,
      ),
    );
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  expect((await tablet.call('DELETE', '/reporter/sessions/all')).status).toBe(204);
  expect(await statuses()).toEqual([401, 401, 401, 200]);
});

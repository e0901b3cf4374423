import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, nobody, reporter, staff } from '../../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('fills in the hall of a new code, and nothing once it is retired', async () => {
  const admin = await staff(world, 'guanli');
  const units = (await admin.call('GET', '/desk/units')).body.items as { id: string; name: string }[];
  const hall = units.find(({ name }) => name === '城桥镇政务服务中心')?.id;
  const { scene } = (await admin.call('POST', '/admin/scenes', { hallUnitId: hall, window: '3 号窗口' }))
    .body;
  const { items } = (await admin.call('GET', '/admin/scenes')).body as {
    items: { scene: string; url: string }[];
  };
  expect(items.find((each) => each.scene === scene)?.url).toMatch(new RegExp(`/report\\?scene=${scene}$`));
  const open = nobody(world);
  expect((await open.call('GET', `/public/scenes/${scene}`)).body).toMatchObject({
    hallName: '城桥镇政务服务中心',
    window: '3 号窗口',
  });
  const someone = await reporter(world, '13800000097');
  expect((await someone.call('POST', '/orders', aReport({ scene }))).status).toBe(201);
  expect((await admin.call('DELETE', `/admin/scenes/${scene}`)).status).toBe(204);
  expect((await open.call('GET', `/public/scenes/${scene}`)).status).toBe(404);
  expect((await someone.call('POST', '/orders', aReport({ scene }))).body.code).toBe('scene.not-found');
  const { rows } = await world.owner.query("select kind from event where kind like 'scene.%' order by id");
  expect(rows.map(({ kind }) => kind)).toEqual(['scene.added', 'scene.retired']);
});

it('is the admin’s and the supervisor’s', async () => {
  const body = { hallUnitId: '00000000-0000-4000-8000-000000000000', window: '1' };
  const asked = async (name: string) => {
    const who = await staff(world, name);
    return [
      (await who.call('GET', '/admin/scenes')).status,
      (await who.call('POST', '/admin/scenes', body)).status,
      (await who.call('DELETE', '/admin/scenes/none')).status,
    ];
  };
  expect(await asked('duban')).toEqual([200, 422, 404]);
  for (const name of ['jiancha', 'paidan', 'chuangkou']) expect(await asked(name)).toEqual([403, 403, 403]);
});

import { seedId } from '../../db/seed/units';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, caller, nobody, reporter, staff } from '../../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

const hall = seedId('庙镇政务服务中心');
const keyIn = (url: unknown) => new URL(String(url)).searchParams.get('key') ?? '';

it('takes reports of a terminal with its key alone, knows its hall, and takes nothing once it is ended', async () => {
  const admin = await staff(world, 'guanli');
  const made = (await admin.call('POST', '/admin/terminals', { hallUnitId: hall, name: '一楼 1 号' })).body;
  const { token } = await reporter(world, '13800000097');
  const at = (key: string) =>
    caller(world, { authorization: `Bearer ${token}`, ...(key && { 'x-device-key': key }) });
  const report = (key: string, place = {}) =>
    at(key).call('POST', '/orders', aReport({ channel: 'kiosk' }, place));
  const placed = async (number: unknown) =>
    (await world.owner.query('select channel, hall_unit_id from "order" where number = $1', [number]))
      .rows[0];

  for (const key of ['', 'guessed'])
    expect(await report(key)).toMatchObject({ status: 403, body: { code: 'kiosk.unknown' } });
  const key = keyIn(made.url);
  expect((await at(key).call('GET', '/public/terminal')).body).toEqual({
    hallUnitId: hall,
    hallName: '庙镇政务服务中心',
  });
  const { number } = (await report(key)).body;
  expect(await placed(number)).toEqual({ channel: 'kiosk', hall_unit_id: hall });
  const other = seedId('城桥镇政务服务中心');
  const chosen = (await report(key, { hallUnitId: other })).body;
  expect(await placed(chosen.number)).toMatchObject({ hall_unit_id: other });

  expect((await admin.call('GET', '/admin/terminals')).body.items).toContainEqual(
    expect.objectContaining({ name: '一楼 1 号', lastSeenAt: expect.any(String), revokedAt: null }),
  );
  const { rows } = await world.owner.query('select * from kiosk_device');
  expect(JSON.stringify(rows)).not.toContain(key);

  expect((await admin.call('DELETE', `/admin/terminals/${made.id}`)).status).toBe(204);
  expect((await report(key)).body.code).toBe('kiosk.unknown');
  expect((await at(key).call('GET', '/public/terminal')).status).toBe(403);
  const events = await world.owner.query("select kind from event where kind like 'terminal.%' order by id");
  expect(events.rows.map(({ kind }) => kind)).toEqual(['terminal.added', 'terminal.ended']);
});

it('stands in a hall only', async () => {
  const admin = await staff(world, 'guanli');
  const hallUnitId = seedId('区医保局');
  const answer = await admin.call('POST', '/admin/terminals', { hallUnitId, name: '一楼' });
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'unit.not-found' });
});

it('is the admin’s alone', async () => {
  const asked = async (who: Awaited<ReturnType<typeof staff>>) => [
    (await who.call('GET', '/admin/terminals')).status,
    (await who.call('POST', '/admin/terminals', { hallUnitId: hall, name: '一楼' })).status,
    (await who.call('DELETE', `/admin/terminals/${seedId('terminal')}`)).status,
  ];
  for (const name of ['duban', 'jiancha', 'paidan', 'chuangkou'])
    expect(await asked(await staff(world, name))).toEqual([403, 403, 403]);
  expect(await asked(nobody(world))).toEqual([401, 401, 401]);
  const admin = await staff(world, 'guanli');
  expect((await admin.call('DELETE', '/admin/terminals/none')).status).toBe(404);
});

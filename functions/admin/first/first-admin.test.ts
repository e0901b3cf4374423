import { startWorld, type TestWorld } from '../../testing/database';
import { caller, nobody } from '../../testing/people';
import { enterFirstAdmin } from './first-admin';

let world: TestWorld;
const first = { username: 'diyi', name: '示例管理员', office: '示例政务服务办', centre: '示例行政服务中心' };
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.close());

it('leaves a district with people as it is', async () => {
  await expect(enterFirstAdmin(world.deps, first)).rejects.toThrow('There are people already');
});

it('gives an empty district an office, a centre and an admin who signs in, changes the password and adds people', async () => {
  await world.owner.query('truncate staff_session, staff_role, staff, unit cascade');
  world.deps.forgetReference();
  await expect(enterFirstAdmin(world.deps, { ...first, username: 'Diyi' })).rejects.toThrow('用户名');
  const password = await enterFirstAdmin(world.deps, first);
  const answer = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: first.username, password }),
  });
  const admin = caller(world, { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' });
  expect((await admin.call('GET', '/admin/units')).body.code).toBe('password.change-first');
  const changed = { password, next: '一句新的长口令2026' };
  expect((await admin.call('POST', '/staff/password', changed)).status).toBeLessThan(300);
  const units = (await admin.call('GET', '/desk/units')).body.items as { id: string; name: string }[];
  expect(units.map((unit) => unit.name).sort()).toEqual([first.centre, first.office].sort());
  const centre = units.find(({ name }) => name === first.centre)?.id;
  const person = { username: 'paidan1', name: '示例派单员', roles: [{ role: 'dispatcher', unitId: centre }] };
  expect((await admin.call('POST', '/admin/people', person)).status).toBeLessThan(300);
  const { rows } = await world.owner.query(
    "select kind, actor from event where kind in ('unit.saved', 'staff.saved') order by id limit 3",
  );
  expect(rows).toEqual([
    { kind: 'unit.saved', actor: 'system' },
    { kind: 'unit.saved', actor: 'system' },
    { kind: 'staff.saved', actor: 'system' },
  ]);
  expect((await nobody(world).call('GET', '/public/home')).status).toBe(200);
});

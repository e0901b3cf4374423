import { demoPassword } from '../../db/seed/seed';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../../testing/people';

let world: TestWorld;
let admin: Caller;
let lead: Caller;
let unitId: string;
let other: string;
const unitNamed = async (name: string) =>
  String((await world.owner.query('select id from unit where name = $1', [name])).rows[0]?.id);

beforeAll(async () => {
  world = await startWorld();
  admin = await staff(world, 'guanli');
  lead = await staff(world, 'renshe-lingdao');
  const me = (await lead.call('GET', '/staff/me')).body as { roles: { unit: { id: string } }[] };
  unitId = me.roles[0]?.unit.id ?? '';
  other = await unitNamed('区医保局');
}, 120_000);
afterAll(() => world.close());

interface Person {
  id: string;
  username: string;
  name: string;
  active: boolean;
  absentUntil: string | null;
  roles: { role: string; unitId: string; deputy: boolean }[];
}
const people = async (who: Caller, query = '') =>
  ((await who.call('GET', `/admin/people?limit=100${query}`)).body as unknown as { items: Person[] }).items;
const signIn = (username: string, password: string) =>
  nobody(world).call('POST', '/staff/sessions', { username, password });

it('adds a person whose first password works, and lists the person', async () => {
  const made = await admin.call('POST', '/admin/people', {
    username: 'xin.ren',
    name: '示例新人',
    roles: [{ role: 'handler', unitId }],
  });
  expect(made.status).toBe(200);
  expect((await signIn('xin.ren', String(made.body.password))).status).toBe(200);
  expect(await people(admin, '&q=xin')).toMatchObject([
    { username: 'xin.ren', active: true, roles: [{ role: 'handler', unitId, deputy: false }] },
  ]);
  const again = await admin.call('POST', '/admin/people', {
    username: 'xin.ren',
    name: '另一人',
    roles: [{ role: 'handler', unitId }],
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'person.name-taken' } });
});

it('closes an account at once', async () => {
  const made = await admin.call('POST', '/admin/people', {
    username: 'likai',
    name: '示例离开',
    roles: [{ role: 'handler', unitId }],
  });
  const password = String(made.body.password);
  const cookie = (
    await world.app.request('/api/staff/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'likai', password }),
    })
  ).headers
    .get('set-cookie')
    ?.split(';')[0];
  const me = () => world.app.request('/api/staff/me', { headers: { cookie: cookie ?? '' } });
  expect((await me()).status).toBe(200);
  const closed = { name: '示例离开', active: false, roles: [] };
  expect((await admin.call('PUT', `/admin/people/${made.body.id}`, closed)).status).toBe(200);
  expect((await me()).status).toBe(401);
  expect((await signIn('likai', password)).status).toBe(422);
});

it('gives a new password that ends the old one', async () => {
  const [handler] = await people(admin, '&q=yibao1');
  const { body } = await admin.call('POST', `/admin/people/${handler?.id}/password`, {});
  expect((await signIn('yibao1', demoPassword)).status).toBe(422);
  expect((await signIn('yibao1', String(body.password))).status).toBe(200);
});

it('hands the news of an absent handler to the deputy, and lists a unit where nobody is left', async () => {
  const all = (await people(admin, `&unit=${unitId}`)).filter((each) =>
    each.roles.some((held) => held.role === 'handler'),
  );
  const deputy = await admin.call('POST', '/admin/people', {
    username: 'daiban',
    name: '示例代办',
    roles: [{ role: 'handler', unitId, deputy: true }],
  });
  const inboxOf = async (id: string) =>
    Number(
      (await world.owner.query('select count(*) as n from inbox where recipient = $1', [`staff:${id}`]))
        .rows[0].n,
    );
  const report = async (phone: string) => {
    const who = await reporter(world, phone);
    await who.call('POST', '/orders', aReport({}, { matterId: await matterId(world, '社会保险登记') }));
  };
  await report('13800000041');
  expect(await inboxOf(String(deputy.body.id))).toBe(0);
  for (const { id, name, roles } of all)
    await admin.call('PUT', `/admin/people/${id}`, {
      name,
      absentUntil: '2026-11-30T09:00:00+08:00',
      roles: roles.map(({ role, unitId: at, deputy: stands }) => ({ role, unitId: at, deputy: stands })),
    });
  const gaps = async () =>
    (
      (await admin.call('GET', '/admin/units/gaps')).body.items as { unit: { id: string }; role: string }[]
    ).filter((each) => each.unit.id === unitId && each.role === 'handler');
  expect(await gaps()).toEqual([]);
  await report('13800000042');
  expect(await inboxOf(String(deputy.body.id))).toBe(1);
  await admin.call('PUT', `/admin/people/${deputy.body.id}`, { name: '示例代办', active: false, roles: [] });
  expect(await gaps()).toHaveLength(1);
});

it('lets a unit’s head keep the own unit’s handlers and clerks, and nobody else', async () => {
  const mine = await lead.call('POST', '/admin/people', {
    username: 'benzhi',
    name: '示例本单位',
    roles: [{ role: 'clerk', unitId }],
  });
  expect(mine.status).toBe(200);
  const forbidden = [
    { username: 'wai', name: '示例', roles: [{ role: 'handler', unitId: other }] },
    { username: 'guan', name: '示例', roles: [{ role: 'admin', unitId }] },
    { username: 'ling', name: '示例', roles: [{ role: 'unit-lead', unitId }] },
  ];
  for (const each of forbidden)
    expect(await lead.call('POST', '/admin/people', each)).toMatchObject({
      status: 403,
      body: { code: 'person.not-yours' },
    });
  const units = (await people(lead)).flatMap((each) => each.roles.map((held) => held.unitId));
  expect(new Set(units).has(other)).toBe(false);
  const [stranger] = await people(admin, '&q=yibao1');
  expect((await lead.call('PUT', `/admin/people/${stranger?.id}`, { name: '改名', roles: [] })).status).toBe(
    403,
  );
  expect((await lead.call('POST', `/admin/people/${stranger?.id}/password`, {})).status).toBe(403);
});

it('keeps the last admin', async () => {
  const [last] = await people(admin, '&q=guanli');
  const gone = { name: '管理', roles: [{ role: 'handler', unitId }] };
  expect(await admin.call('PUT', `/admin/people/${last?.id}`, gone)).toMatchObject({
    status: 409,
    body: { code: 'person.last-admin' },
  });
});

it.each([
  ['no role', { roles: [] }, 422],
  ['a role twice', { roles: [1, 2].map(() => ({ role: 'clerk', unitId: 'own' })) }, 422],
  ['an unknown role', { roles: [{ role: 'king', unitId: 'own' }] }, 400],
  ['a user name with capitals', { username: 'Ab c' }, 400],
])('refuses %s', async (_title, given, status) => {
  const who = await staff(world, 'guanli');
  const full = { username: 'cuowu', name: '示例', roles: [{ role: 'clerk', unitId }], ...given };
  const body = JSON.parse(JSON.stringify(full).replaceAll('"own"', `"${unitId}"`)) as object;
  expect((await who.call('POST', '/admin/people', body)).status).toBe(status);
});

it('is closed to everybody else', async () => {
  for (const name of ['renshe2', 'paidan', 'jiancha', 'duban'])
    expect((await (await staff(world, name)).call('GET', '/admin/people')).status).toBe(403);
  expect((await nobody(world).call('GET', '/admin/people')).status).toBe(401);
  expect((await admin.call('PUT', '/admin/people/not-an-id', { name: '示例', roles: [] })).status).toBe(404);
});

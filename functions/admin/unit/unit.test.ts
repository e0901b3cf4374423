import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../../testing/people';

let world: TestWorld;
let admin: Caller;
beforeAll(async () => {
  world = await startWorld();
  admin = await staff(world, 'guanli');
}, 120_000);
afterAll(() => world.close());

interface Unit {
  id: string;
  name: string;
  kind: string;
  parentId: string | null;
  closing: string;
  active: boolean;
  contacts: { id: string; to: string }[];
}
const units = async () => (await admin.call('GET', '/admin/units')).body.items as Unit[];
const named = async (name: string) => (await units()).find((each) => each.name === name);
const input = ({ name, kind, parentId, closing, active }: Unit) => ({
  name,
  kind,
  parentId,
  closing,
  active,
});

it('adds a unit, and gives its deadlines its own closing time', async () => {
  const made = await admin.call('POST', '/admin/units', {
    kind: 'department',
    name: '区示例局',
    closing: '16:30',
  });
  expect(made.status).toBe(200);
  expect(await named('区示例局')).toMatchObject({ closing: '16:30', active: true });
  const lead = (await units()).find((each) => each.id === String(made.body.id));
  expect(lead?.kind).toBe('department');
  const owner = (
    await world.owner.query(
      "select unit_id from staff_role join staff on id = staff_id where username = 'renshe1'",
    )
  ).rows[0].unit_id as string;
  const handling = (await units()).find((each) => each.id === owner);
  if (!handling) throw new Error('no unit');
  await admin.call('PUT', `/admin/units/${owner}`, { ...input(handling), closing: '16:00' });
  const who = await reporter(world, '13800000051');
  const { body } = await who.call(
    'POST',
    '/orders',
    aReport({}, { matterId: await matterId(world, '社会保险登记') }),
  );
  const seen = await (await staff(world, 'renshe1')).call('GET', `/orders/${body.number}`);
  const due = (seen.body.clocks as { kind: string; dueAt: string }[]).find((each) => each.kind === 'accept');
  expect(due?.dueAt).toContain('T16:00');
});

it.each([
  ['a loop', async (unit: Unit) => ({ ...input(unit), parentId: unit.id }), 422, 'unit.loop'],
  [
    'a name that is taken',
    async (unit: Unit) => ({ ...input(unit), name: '区医保局' }),
    422,
    'unit.name-taken',
  ],
  [
    'a second district centre',
    async (unit: Unit) => ({ ...input(unit), kind: 'district_centre' }),
    422,
    'unit.only-one',
  ],
])('refuses %s', async (_title, change, status, code) => {
  const unit = await named('区示例局');
  if (!unit) throw new Error('no unit');
  const answer = await admin.call('PUT', `/admin/units/${unit.id}`, await change(unit));
  expect(answer).toMatchObject({ status, body: { code } });
});

it('closes a unit only when it has no open order', async () => {
  const owner = (
    await world.owner.query(
      "select unit_id from staff_role join staff on id = staff_id where username = 'renshe1'",
    )
  ).rows[0].unit_id as string;
  const busy = (await units()).find((each) => each.id === owner);
  const idle = await named('区示例局');
  if (!busy || !idle) throw new Error('no unit');
  expect(await admin.call('PUT', `/admin/units/${busy.id}`, { ...input(busy), active: false })).toMatchObject(
    {
      status: 409,
      body: { code: 'unit.has-work' },
    },
  );
  expect((await admin.call('PUT', `/admin/units/${idle.id}`, { ...input(idle), active: false })).status).toBe(
    200,
  );
});

it('keeps a way to reach the unit sealed, shows it masked, and takes it away again', async () => {
  const unit = await named('区医保局');
  const path = `/admin/units/${unit?.id}/contacts`;
  const made = await admin.call('POST', path, { provider: 'sms', to: '13800000052' });
  expect(made.status).toBe(200);
  expect((await named('区医保局'))?.contacts).toMatchObject([{ to: '138****0052' }]);
  const stored = await world.owner.query('select sealed from unit_contact');
  expect(stored.rows[0].sealed).not.toContain('13800000052');
  expect((await admin.call('POST', path, { provider: 'email', to: 'not-a-mail' })).status).toBe(400);
  expect((await admin.call('DELETE', `${path}/${made.body.id}`)).status).toBe(204);
  expect((await named('区医保局'))?.contacts).toEqual([]);
});

it('is the admin’s to change', async () => {
  const body = { kind: 'department', name: '区另一局' };
  for (const [name, read] of [
    ['duban', 200],
    ['jiancha', 200],
    ['paidan', 403],
    ['renshe1', 403],
  ] as const) {
    const who = await staff(world, name);
    expect((await who.call('GET', '/admin/units')).status).toBe(read);
    expect((await who.call('POST', '/admin/units', body)).status).toBe(403);
  }
  expect((await nobody(world).call('GET', '/admin/units')).status).toBe(401);
});

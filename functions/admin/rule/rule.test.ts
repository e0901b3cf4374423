import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../../testing/people';

let world: TestWorld;
let supervisor: Caller;
let someone: Caller;
let matter: string;
let elsewhere: string;
const unitNamed = async (name: string) =>
  String((await world.owner.query('select id from unit where name = $1', [name])).rows[0]?.id);
const report = async () => {
  const person = { kind: 'person', name: '示例市民', phone: '13800000091' };
  const { body } = await someone.call('POST', '/orders', aReport({ reporter: person }, { matterId: matter }));
  return String(body.number);
};
const leadOf = async (number: string) =>
  (await world.owner.query('select dispatched_unit_id as id from "order" where number = $1', [number]))
    .rows[0]?.id;

beforeAll(async () => {
  world = await startWorld();
  supervisor = await staff(world, 'duban');
  someone = await reporter(world, '13800000091');
  matter = await matterId(world, '社会保险登记');
  elsewhere = await unitNamed('区医保局');
}, 120_000);
afterAll(() => world.close());

interface Listed {
  items: { id: string; unit: string; matterId: string; validTo: string | null }[];
  places: { place: string }[];
  next: string | null;
}
const list = async (query = '') =>
  (await supervisor.call('GET', `/admin/rules?limit=100${query}`)).body as unknown as Listed;
const ruleOf = async () =>
  (await list(`&q=${encodeURIComponent('社会保险登记')}`)).items.find((each) => each.matterId === matter);

it('lists every rule once, page by page', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await list(cursor && `&cursor=${encodeURIComponent(cursor)}`);
    seen.push(...page.items.map((each) => each.id));
    cursor = page.next ?? '';
  } while (cursor);
  const { rows } = await world.owner.query('select id from matter_owner');
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.sort()).toEqual(rows.map((row) => String(row.id)).sort());
});

it('shows by a dry run what would have gone where, and saves nothing by it', async () => {
  const number = await report();
  const rule = await ruleOf();
  const edit = {
    add: [{ kind: 'matter', matterId: matter, unitId: elsewhere, validFrom: '2026-11-18' }],
    end: [{ id: rule?.id, lastDay: '2026-11-18' }],
  };
  const { status, body } = await supervisor.call('POST', '/admin/rules/dry-run', edit);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    changed: 1,
    items: [{ number, before: rule?.unit, after: '区医保局', agreesWithFinal: null }],
  });
  expect((await ruleOf())?.validTo).toBeNull();
});

it('sends new reports by the new rule from its first day on, and leaves the old where they are', async () => {
  const old = await report();
  const before = await leadOf(old);
  const rule = await ruleOf();
  const edit = {
    add: [{ kind: 'matter', matterId: matter, unitId: elsewhere, validFrom: '2026-11-19' }],
    end: [{ id: rule?.id, lastDay: '2026-11-18' }],
  };
  expect((await supervisor.call('POST', '/admin/rules', edit)).status).toBe(200);
  expect(await leadOf(await report())).toBe(before);
  world.now.at += 24 * 3_600_000;
  expect(await leadOf(await report())).toBe(elsewhere);
  expect(await leadOf(old)).toBe(before);
  const trail = await world.owner.query(
    "select data from event where kind = 'rules.changed' order by at desc limit 1",
  );
  expect(trail.rows[0].data).toMatchObject({ what: 'routing', ended: [{ id: rule?.id }] });
});

it.each([
  ['nothing at all', {}, 'rule.nothing'],
  [
    'days in the wrong order',
    { add: [{ kind: 'matter', validFrom: '2026-12-02', validTo: '2026-12-01' }] },
    'rule.days',
  ],
  [
    'an unknown unit',
    { add: [{ kind: 'matter', unitId: '00000000-0000-4000-8000-000000000000' }] },
    'rule.unit-unknown',
  ],
  [
    'an unknown matter',
    { add: [{ kind: 'matter', matterId: '00000000-0000-4000-8000-000000000000' }] },
    'rule.matter-unknown',
  ],
  [
    'an unknown rule',
    { end: [{ id: '00000000-0000-4000-8000-000000000000', lastDay: '2026-12-01' }] },
    'rule.unknown',
  ],
])('refuses %s', async (_title, given: { add?: object[]; end?: object[] }, code) => {
  const full = { matterId: matter, unitId: elsewhere, validFrom: '2026-11-18' };
  const edit = { ...given, ...(given.add && { add: given.add.map((each) => ({ ...full, ...each })) }) };
  const { status, body } = await (await staff(world, 'duban')).call('POST', '/admin/rules', edit);
  expect({ status, code: body.code }).toEqual({ status: 422, code });
});

it('is the supervisor’s and the admin’s to change, and for others to read or not at all', async () => {
  const edit = { end: [] };
  const asked = async (name: string) => {
    const who = await staff(world, name);
    return [
      (await who.call('GET', '/admin/rules')).status,
      (await who.call('POST', '/admin/rules/dry-run', edit)).status,
      (await who.call('POST', '/admin/rules', edit)).status,
    ];
  };
  expect(await asked('duban')).toEqual([200, 422, 422]);
  expect(await asked('guanli')).toEqual([200, 422, 422]);
  expect(await asked('jiancha')).toEqual([200, 403, 403]);
  expect(await asked('paidan')).toEqual([200, 403, 403]);
  expect(await asked('renshe1')).toEqual([403, 403, 403]);
  expect((await nobody(world).call('GET', '/admin/rules')).status).toBe(401);
});

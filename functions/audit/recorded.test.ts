import { demoPassword } from '../db/seed/seed';
import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, matterId, reporter, staff } from '../testing/people';

let world: TestWorld;
let number: string;
let cookie = '';
const address = '198.51.100.20';
const labour = seedId('区人力资源社会保障局');

/** A call of the labour bureau's handler from a desk in the office. */
async function call(method: string, path: string, body?: object) {
  const headers = {
    cookie,
    'x-requested-with': 'console',
    'content-type': 'application/json',
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36',
  };
  const desk = { incoming: { socket: { remoteAddress: address } } };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const answer = await world.app.request(`/api${path}`, init, desk);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

beforeAll(async () => {
  world = await startWorld();
  const owner = await reporter(world, '13800000001');
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  number = String((await owner.call('POST', '/orders', report)).body.number);
  const signedIn = await call('POST', '/staff/sessions', { username: 'renshe1', password: demoPassword });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  await call('POST', `/orders/${number}/accept`, { version: 1 });
  await call('POST', `/orders/${number}/classify`, { version: 2, complexity: 'complex' });
  await call('POST', `/orders/${number}/reveal`, { reason: '核对电话' });
  await (await call('GET', '/console/ledger.xlsx')).arrayBuffer();
}, 120_000);
afterAll(() => world.close());

/** What each kind of act leaves in the ledger beside its own words: what was and is, where it moved anything. */
const acts: [string, object][] = [
  ['staff.signed-in', { means: 'password' }],
  ['order.accepted', { change: { state: ['dispatched', 'handling'], lead: [null, labour] } }],
  ['order.classified', { change: { complexity: [null, 'complex'] } }],
  ['personal.revealed', {}],
  ['ledger.exported', { what: 'ledger' }],
];
it.each(acts)(
  'records of %s who did it, in what role, for which unit, from where and when, and what was and is',
  async (kind, told) => {
    const { rows } = await world.owner.query('select * from event where kind = $1', [kind]);
    expect(rows).toMatchObject([
      {
        actor: `staff:${seedId('staff:renshe1')}`,
        actor_unit_id: labour,
        at: new Date(world.now.at),
        data: { ...told, by: { roles: ['handler'], device: 'Windows 电脑 · Chrome 浏览器', address } },
      },
    ]);
  },
);

it('shows an inspector the same in words, and nothing of where a reporter was', async () => {
  const inspector = await staff(world, 'jiancha');
  const { body } = await inspector.call('GET', `/inspection/orders/${number}/chain`);
  const lines = body.items as { title: string; from: string | null }[];
  expect(lines).toContainEqual(
    expect.objectContaining({
      by: '示例处置员甲',
      role: '处置专员',
      from: `Windows 电脑 · Chrome 浏览器，${address}`,
      detail: expect.stringContaining('状态 待接单→办理中，主办 无→区人力资源社会保障局'),
    }),
  );
  expect(lines[0]).toMatchObject({ title: '诉求已提交', role: null, from: null });
  expect((await inspector.call('POST', '/audit/verify', {})).body).toMatchObject({ whole: true });
});

it('records routing as the system’s own doing, not as the reporter’s', async () => {
  const { rows } = await world.owner.query(
    "select actor, actor_unit_id, data from event where kind = 'order.dispatched'",
  );
  expect(rows).toMatchObject([{ actor: 'system', actor_unit_id: null }]);
  expect(rows[0].data).not.toHaveProperty('by');
});

it('records what a unit and a person were before they were changed', async () => {
  const admin = await staff(world, 'guanli');
  const { body } = await admin.call('GET', '/admin/people?q=renshe2');
  const [person] = body.items as { id: string; name: string }[];
  const post = { role: 'handler', unitId: labour, deputy: true };
  const closed = { name: person?.name, active: false, absentUntil: null, roles: [post] };
  expect((await admin.call('PUT', `/admin/people/${person?.id}`, closed)).status).toBe(200);
  const { rows } = await world.owner.query("select data from event where kind = 'staff.saved'");
  expect(rows).toMatchObject([
    { data: { active: false, before: { active: true, absentUntil: null, roles: [post] } } },
  ]);
});

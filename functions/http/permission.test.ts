import { type OrderCommand, requireMay } from '../../shared/order/command/run';
import { commandInputs } from '../../shared/order/contract/command-input';
import type { Actor } from '../../shared/order/facts';
import { sightOf } from '../../shared/order/permission';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Role } from '../../shared/order/vocabulary';
import { staffRole, staff as staffTable } from '../db/schema';
import { demoPassword } from '../db/seed/seed';
import { seedId } from '../db/seed/units';
import { systemContext } from '../order/context';
import { factsOf, findOrder } from '../order/order-row';
import { envOf } from '../order/run-order-command';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, caller, matterId, nobody, reporter, staff } from '../testing/people';

let world: TestWorld;
let number: string;
let owner: Caller;
beforeAll(async () => {
  world = await startWorld();
  owner = await reporter(world, '13800000001');
  const sent = await owner.call(
    'POST',
    '/orders',
    aReport({}, { matterId: await matterId(world, '社会保险登记') }),
  );
  number = String(sent.body.number);
  const handler = await staff(world, 'renshe1');
  await handler.call('POST', `/orders/${number}/accept`, { version: 1 });
}, 120_000);
afterAll(() => world.close());

const own = seedId('区人力资源社会保障局');
const below = seedId('区人社局社保服务分中心');
const foreign = seedId('区医保局');
const places = { own, below, foreign } as const;
const unitRoles: Role[] = ['clerk', 'handler', 'unit-lead'];
const districtRoles: Role[] = ['dispatcher', 'supervisor', 'inspector', 'admin'];

/** A person made for this test, with one role in one unit. */
async function person(role: Role, unitId: string): Promise<Caller & { actor: Actor }> {
  const username = `probe-${role}-${unitId.slice(0, 8)}`;
  const id = seedId(`staff:${username}`);
  const [known] = await world.deps.db.select().from(staffTable).limit(1);
  await world.deps.db
    .insert(staffTable)
    .values({ id, username, name: '示例', passwordHash: known?.passwordHash ?? demoPassword })
    .onConflictDoNothing();
  await world.deps.db.insert(staffRole).values({ staffId: id, role, unitId }).onConflictDoNothing();
  return { ...(await staff(world, username)), actor: { kind: 'staff', id, roles: [{ role, unitId }] } };
}

/** What spec 6's table says of seeing this order, written out by hand. */
const sees: Record<string, boolean> = {
  'clerk own': true,
  'clerk below': false,
  'clerk foreign': false,
  'handler own': true,
  'handler below': false,
  'handler foreign': false,
  'unit-lead own': true,
  'unit-lead below': false,
  'unit-lead foreign': false,
  'dispatcher district': true,
  'supervisor district': true,
  'inspector district': true,
  'admin district': false,
};
const people: [string, Role, string][] = [
  ...unitRoles.flatMap((role) =>
    Object.entries(places).map(([place, unitId]): [string, Role, string] => [
      `${role} ${place}`,
      role,
      unitId,
    ]),
  ),
  ...districtRoles.map((role): [string, Role, string] => [
    `${role} district`,
    role,
    seedId('区行政服务中心'),
  ]),
];

it.each(people)(
  '%s sees and does what spec 6 allows, on every command',
  async (title, role, unitId) => {
    const who = await person(role, unitId);
    const read = await who.call('GET', `/orders/${number}`);
    expect({ title, status: read.status }).toEqual({ title, status: sees[title] ? 200 : 404 });
    const row = await findOrder(world.deps.db, number);
    if (!row) throw new Error('no order');
    const facts = await factsOf(world.deps.db, row);
    const ctx = { ...(await systemContext(world.deps)), actor: who.actor };
    expect(sightOf(facts, who.actor, ctx.ref.tree) === 'full').toBe(sees[title]);
    const offered = sees[title] ? (read.body.commands as string[]) : [];
    for (const command of Object.keys(commandInputs) as OrderCommand[]) {
      const answer = await who.call('POST', `/orders/${number}/${command}`, validBody(command));
      let expected = 0;
      try {
        requireMay(command, facts, envOf(ctx));
      } catch (refusal) {
        if (refusal instanceof RuleBroken) expected = refusal.status;
      }
      if (!sees[title]) expect({ command, status: answer.status }).toEqual({ command, status: 404 });
      else if (expected === 0)
        expect({ command, refused: [403, 404].includes(answer.status) }).toEqual({ command, refused: false });
      else expect({ command, status: answer.status }).toEqual({ command, status: expected });
      expect(offered.includes(command)).toBe(expected === 0 && sees[title] === true);
    }
  },
  60_000,
);

it('lets an inspector change nothing at all, an admin see no order, and a stranger get 404', async () => {
  const inspector = await person('inspector', seedId('区纪委监委'));
  expect((await inspector.call('GET', `/orders/${number}`)).body.commands).toEqual([]);
  const stranger = await reporter(world, '13800000009');
  expect((await stranger.call('GET', `/orders/${number}`)).status).toBe(404);
  expect((await stranger.call('POST', `/orders/${number}/urge`, {})).status).toBe(404);
  expect((await nobody(world).call('GET', `/orders/${number}`)).status).toBe(401);
});

it.each([
  '/desk/summary',
  '/desk/orders',
  '/desk/outbox',
  '/audit/roots',
  '/inspection/kinds',
  `/inspection/orders/CM20261118000010/chain`,
  '/desk/units',
  '/desk/bulletins',
  '/staff/me',
])('keeps %s from reporters and from nobody', async (path) => {
  expect((await owner.call('GET', path)).status).toBe(403);
  expect((await nobody(world).call('GET', path)).status).toBe(401);
});

it.each([
  ['/audit/roots', ['inspector', 'supervisor']],
  ['/inspection/kinds', ['inspector', 'supervisor']],
  ['/desk/outbox', ['admin', 'supervisor', 'dispatcher']],
])('opens %s to %j only', async (path, allowed) => {
  for (const role of [...unitRoles, ...districtRoles]) {
    const who = await person(role, seedId('区行政服务中心'));
    expect({ role, status: (await who.call('GET', path)).status }).toEqual({
      role,
      status: allowed.includes(role) ? 200 : 403,
    });
  }
});

it('refuses a change by cookie that does not come from the console', async () => {
  const answer = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'paidan', password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const forged = caller(world, { cookie, 'x-requested-with': 'elsewhere' });
  expect((await forged.call('POST', `/orders/${number}/urge`, {})).status).toBe(403);
});

/** A body that passes the schema but carries an old version, so that nothing allowed is really done. */
function validBody(command: string): Record<string, unknown> {
  const id = seedId('nothing');
  const bodies: Record<string, Record<string, unknown>> = {
    dispatch: { unitId: id, reason: '理由' },
    return: { reason: '理由' },
    contact: { result: 'reached', means: 'phone' },
    classify: { complexity: 'complex' },
    assist: { unitId: id, request: '请求', dueOn: '2026-11-20' },
    'assist-reply': { assistId: id, reply: '回复' },
    'assist-drop': { assistId: id, reason: '理由' },
    'assist-arbitrate': { assistId: id, decision: 'release', reason: '理由' },
    delegate: { unitId: id, request: '请求' },
    'delegate-return': { reason: '理由' },
    recall: { reason: '理由' },
    explain: { reason: '理由', plan: '计划', nextReportOn: '2026-11-20' },
    extend: { reason: '理由', days: 1 },
    'extend-decide': { extensionId: id, granted: true, reason: '理由' },
    escalate: { reason: '理由' },
    coordinate: { decision: '意见' },
    transfer: { unitId: id, reason: '理由' },
    'request-supplement': { missing: '材料' },
    resolve: { found: '查明', done: '办理', rule: '规定', result: 'solved', cause: 'other' },
    decline: { basis: '依据', explanation: '解释' },
    'decline-consent': { reason: '理由' },
    appeal: { reason: '理由' },
    evaluate: { solved: true, satisfaction: 5 },
    'unit-callback': { result: 'solved' },
    'district-callback': { result: 'confirmed' },
    supervise: { reason: '理由', demand: '要求' },
    excuse: { reason: '理由' },
    reopen: { reason: '理由' },
    close: { reason: '理由' },
    urge: {},
    supplement: { text: '补充' },
    note: { text: '备注' },
    merge: { primaryNumber: 'CM20261118999990', reason: '理由' },
    unmerge: { reason: '理由' },
    withdraw: { reason: '理由' },
    'withdrawal-callback': { pressured: false },
    accept: {},
  };
  const bare = [
    'assist-reply',
    'appeal',
    'evaluate',
    'unit-callback',
    'district-callback',
    'urge',
    'supplement',
    'note',
    'withdrawal-callback',
  ];
  return bare.includes(command) ? (bodies[command] ?? {}) : { version: 0, ...bodies[command] };
}

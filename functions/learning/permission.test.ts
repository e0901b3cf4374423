import { type Role, roles } from '../../shared/order/vocabulary';
import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { labourOrders } from '../testing/labour-orders';
import { type Caller, nobody, reporter, staff } from '../testing/people';
import { expectLetters, probe, servedBelow } from '../testing/route-table';

let world: TestWorld;
let item: string;
let practice: string;
let exclusion: string;
let number: string;
const labour = seedId('区人力资源社会保障局');
const health = seedId('区医保局');

const words = {
  title: '一张清单办参保登记',
  problem: '线上线下的材料清单不一样，群众来回跑。',
  approach: '把两处清单合成一张，窗口贴出样张。',
  effect: '同样的诉求没有再发生。',
};

beforeAll(async () => {
  world = await startWorld();
  const orders = await labourOrders(world);
  const made = await (await staff(world, 'renshe-lingdao')).call('POST', '/learning/problems', {
    title: '参保登记的材料清单写得不清楚',
    cause: 'unclear-guide',
    source: 'orders',
    ownerUnitId: labour,
    orders: [await orders.send()],
  });
  item = String(made.body.id);
  const proposed = await (await staff(world, 'renshe1')).call('POST', '/learning/practices', {
    ...words,
    order: await orders.closed(),
  });
  practice = String(proposed.body.id);
  number = await orders.send();
  const asked = await (await staff(world, 'renshe-lingdao')).call('POST', '/learning/assessment/exclusions', {
    year: 2026,
    order: number,
    reason: '系统停机造成',
  });
  exclusion = String(asked.body.id);
}, 120_000);
afterAll(() => world.close());

const columns = [
  'nobody',
  'reporter',
  'own clerk',
  'own handler',
  'own unit-lead',
  'foreign unit-lead',
  'dispatcher',
  'supervisor',
  'inspector',
  'admin',
] as const;

/** Somebody with one role: in the unit whose things these are, in another one, or in the district. */
async function callerAs(column: (typeof columns)[number]): Promise<Caller> {
  if (column === 'nobody') return nobody(world);
  if (column === 'reporter') return reporter(world, '13800000001');
  const role = column.split(' ').at(-1) as Role;
  const unitId = column.startsWith('own ')
    ? labour
    : column.startsWith('foreign ')
      ? health
      : seedId('区行政服务中心');
  return probe(world, column.replace(' ', '-'), role, unitId);
}

/** A version that is never reached: whoever may is told of a conflict, and nothing changes. */
const said = { version: 999, note: '一句话' };
const report = { version: 999, summary: '一段文字', problems: '', measures: '', plans: '' };
const edited = { version: 999, title: '一个标题', cause: 'other', ownerUnitId: labour };
const bodies: Record<string, unknown> = {
  'POST /problems': { ...edited, version: undefined, source: 'orders', orders: [] },
  'PUT /problems/:id': edited,
  'POST /problems/:id/evidence': { version: 999 },
  'POST /problems/:id/measure': { version: 999, text: '一项措施', due: '2026-12-01' },
  'POST /problems/:id/finish': said,
  'POST /problems/:id/confirm': said,
  'POST /problems/:id/recur': said,
  'POST /problems/:id/drop': said,
  'POST /assessment/freeze': { year: 2026 },
  'POST /assessment/rules': {
    fromYear: 2020,
    note: '示例规则',
    indicators: [
      { figure: 'solved', title: '解决率', weight: 100, formula: { kind: 'linear', zero: 0, full: 100 } },
    ],
  },
  'POST /assessment/exclusions/:id/decide': { agreed: true, reason: '情况属实' },
  'PUT /unit-reports/:id/:month': report,
  'POST /unit-reports/:id/:month/submit': report,
  'POST /practices': { ...words, itemId: seedId('nothing') },
  'PUT /practices/:id': { version: 999, ...words },
  'POST /practices/:id/approve': { version: 999 },
  'POST /practices/:id/show': { version: 999 },
  'POST /practices/:id/hide': { version: 999 },
  'POST /practices/:id/return': { version: 999, reason: '请改写' },
  'POST /practices/:id/withdraw': { version: 999, reason: '请撤下' },
  'POST /confirmations': { unitId: labour, month: '2026-01' },
};
const queries: Record<string, string> = {
  'GET /assessment': '?year=2026',
  'GET /assessment/exclusions': '?year=2026',
  'GET /unit-reports': '?month=2026-10',
  'GET /confirmations': '?month=2026-11',
  'GET /improvements': '?from=2026-01-01&to=2026-12-31',
};

/** Spec 6 and 7 by hand, a letter for each of `columns`: y may, n 403, o 404 (may not see), s 401 (sign in first). */
const table: Record<string, string> = {
  'GET /problems': 'snyyyyyyyn',
  'GET /problems/candidates': 'snyyyyyyyn',
  'POST /problems': 'snnyynyynn',
  'GET /problems/:id': 'snyyyoyyyn',
  'PUT /problems/:id': 'snnyyoyynn',
  'POST /problems/:id/evidence': 'snnyyoyynn',
  'POST /problems/:id/measure': 'snnyyoyynn',
  'POST /problems/:id/finish': 'snnyyonnnn',
  'POST /problems/:id/confirm': 'snnnnoyynn',
  'POST /problems/:id/recur': 'snnnnoyynn',
  'POST /problems/:id/drop': 'snnnyoyynn',
  'GET /confirmations': 'snyyyyyyyn',
  'POST /confirmations': 'snnnyonnnn',
  'GET /improvements': 'snyyyyyyyn',
  'GET /units/:id/people': 'snyyyoyyyn',
  'GET /assessment': 'snyyyyyyyn',
  'POST /assessment/freeze': 'snnnnnnynn',
  'GET /assessment/rules': 'snyyyyyyyn',
  'POST /assessment/rules': 'snnnnnnynn',
  'GET /assessment/exclusions': 'snyyyyyyyn',
  'POST /assessment/exclusions': 'snnnyoyyno',
  'POST /assessment/exclusions/:id/decide': 'snnnnonynn',
  'GET /unit-reports': 'snyyyyyyyn',
  'GET /unit-reports/:id/:month': 'snyyyoyyyn',
  'GET /unit-reports/:id/:month/report.docx': 'snyyyoyyyn',
  'PUT /unit-reports/:id/:month': 'snnnyonnnn',
  'POST /unit-reports/:id/:month/submit': 'snnnyonnnn',
  'GET /practices': 'snyyyyyyyn',
  // Nothing there to propose: whoever sees lists is told so.
  'POST /practices': 'snoooooooo',
  'PUT /practices/:id': 'snnyyoyynn',
  'POST /practices/:id/approve': 'snnnnonynn',
  'POST /practices/:id/show': 'snnnnonynn',
  'POST /practices/:id/hide': 'snnnnonynn',
  'POST /practices/:id/return': 'snnnnonynn',
  'POST /practices/:id/withdraw': 'snnyyoyynn',
};
it.each(Object.entries(table))(
  '%s',
  async (route, letters) => {
    const [method = '', path = ''] = route.split(' ');
    const room = path.split('/')[1] ?? '';
    const ids: Record<string, string> = { practices: practice, assessment: exclusion, problems: item };
    const id = ids[room] ?? labour;
    bodies['POST /assessment/exclusions'] = { year: 2026, order: number, reason: '系统停机造成' };
    await expectLetters(world, {
      method,
      path: `/learning${path.replace(':id', id).replace(':month', '2026-10')}${queries[route] ?? ''}`,
      body: bodies[route],
      columns,
      letters,
      callerAs,
      refusals: [401, 403, 404],
    });
  },
  60_000,
);

it('knows every route of this room, and every role', () => {
  expect(servedBelow(world, '/api/learning')).toEqual(Object.keys(table).sort());
  expect(Object.keys(roles).every((role) => columns.some((column) => column.endsWith(role)))).toBe(true);
});

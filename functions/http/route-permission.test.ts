import type { Role } from '../../shared/order/vocabulary';
import { seedId } from '../db/seed/units';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, nobody, reporter } from '../testing/people';
import { expectLetters, probe, servedBelow } from '../testing/route-table';

let world: TestWorld;
let number: string;
beforeAll(async () => {
  world = await startWorld();
  const owner = await reporter(world, '13800000001');
  const report = aReport({}, { matterId: await matterId(world, '社会保险登记') });
  number = String((await owner.call('POST', '/orders', report)).body.number);
}, 120_000);
afterAll(() => world.close());

const columns = [
  'nobody',
  'reporter',
  'stranger',
  'clerk',
  'handler',
  'unit-lead',
  'dispatcher',
  'supervisor',
  'inspector',
  'admin',
] as const;

/** Staff of a unit that has nothing to do with the order; its own, below and foreign units: permission.test.ts. */
async function callerAs(column: (typeof columns)[number]): Promise<Caller> {
  if (column === 'nobody') return nobody(world);
  if (column === 'reporter') return reporter(world, '13800000001');
  if (column === 'stranger') return reporter(world, '13800000009');
  return person(column);
}

async function person(role: Role): Promise<Caller> {
  const unit = ['clerk', 'handler', 'unit-lead'].includes(role) ? '区医保局' : '区行政服务中心';
  return probe(world, role, role, seedId(unit));
}

const id = seedId('nothing');
const someone = { kind: 'person', name: '示例市民' };
const report = { stage: 'other', story: '没有办成的一件事，写满十个字。', files: [] };
const bodies: Record<string, unknown> = {
  'POST /reporter/sms-codes': { phone: '13800000005' },
  'POST /reporter/sessions': { phone: '13800000005', code: '000000' },
  'POST /staff/sessions': { username: 'nobody', password: 'wrong-word' },
  'POST /staff/password': { password: 'wrong-word', next: 'a longer sentence' },
  'POST /staff/totp': { password: 'wrong-word' },
  'PUT /staff/totp': { code: '000000' },
  'POST /reporter/sessions/wechat': { code: 'code-1' },
  'POST /reporter/sessions/alipay': { code: 'code-1' },
  'POST /reporter/sessions/ticket': { ticket: 'x'.repeat(40) },
  'POST /reporter/erasure': {},
  'POST /reporter/phone': { phone: '13800000066', code: '000000' },
  'POST /files': { name: 'a.jpg', sizeBytes: 10, contentType: 'image/jpeg' },
  'POST /files/:id/complete': {},
  'POST /my/subscriptions': { templates: [] },
  'POST /my/messages/read': { ids: [] },
  'POST /desk/orders': { channel: 'window', reporter: someone, report, outcome: 'route' },
  'POST /desk/bulk': { command: 'accept', orders: [{ number: 'CM20261118000010', version: 1 }], input: {} },
  'POST /desk/city-portal': { cityNumber: 'SH-0001', reporter: someone, report },
  'POST /partner/orders': {},
  'POST /intake/callers': { phone: '13800000001' },
  'POST /intake/city/imports': {},
  'POST /intake/city/imports/paste': { text: '编号' },
  'POST /intake/city/returns': { items: [{ number: 'CM20261118000010', state: 'closed', round: 1 }] },
  'POST /desk/bulletins': {
    title: '通报',
    text: '一段文字一段文字',
    unitIds: [seedId('区医保局')],
    orderNumbers: [],
  },
  'POST /desk/outbox/:id/resend': {},
  'POST /desk/orders/:number/phone-code': {},
  'POST /desk/orders/:number/phone': { code: '000000' },
  'POST /reporter/orders': { number: 'CM20261118000010', queryCode: '222222' },
  'POST /reports/snapshots': { kind: 'month', day: '2026-11-18' },
  'POST /reports/open-data': { year: 2025 },
  'POST /audit/verify': {},
  'POST /calendar/preview': { override: { date: '2026-12-18', isOffDay: true, name: '示例停办' } },
  'POST /calendar': { override: { date: '2026-12-18', isOffDay: true, name: '示例停办' } },
  'POST /orders': aReport(),
  'POST /orders/similar': { story: '材料都交了三次还是没有受理' },
  'POST /lookups': {},
  'POST /links': { token: 'x'.repeat(43) },
  'POST /orders/:number/reveal': { reason: '核对电话' },
};
const period = '?from=2026-11-01&to=2026-11-30';
const queries: Record<string, string> = {
  'GET /public/matters': '?q=社保',
  'GET /reports/exports/figure-orders.xlsx': '?from=2026-11-01&to=2026-11-30&figure=received',
  'GET /desk/bulk': '?numbers=CM20261118000010',
  'GET /desk/updates': '?since=2026-11-18T01:30:00Z',
  'GET /inspection/events': period,
  'GET /inspection/patterns': period,
  'GET /inspection/patterns/:id': period,
};

/**
 * Spec 6 written out by hand, a letter for each of `columns`: y may, n 403, o 404 (may not see), s 401 (sign in first).
 * A y whose body or address names nothing real may answer 404, 409 or 422, never 401 or 403.
 */
const table: Record<string, string> = {
  'GET /health': 'yyyyyyyyyy',
  'GET /public/home': 'yyyyyyyyyy',
  'GET /public/hosts': 'yyyyyyyyyy',
  'GET /public/places': 'yyyyyyyyyy',
  'GET /public/matters': 'yyyyyyyyyy',
  'GET /public/practices': 'yyyyyyyyyy',
  'GET /public/scenes/:scene': 'yyyyyyyyyy',
  'GET /public/terminal': 'nnnnnnnnnn',
  'POST /reporter/sms-codes': 'yyyyyyyyyy',
  'POST /reporter/sessions': 'yyyyyyyyyy',
  'POST /reporter/sessions/wechat': 'yyyyyyyyyy',
  'POST /reporter/sessions/alipay': 'yyyyyyyyyy',
  'POST /reporter/sessions/ticket': 'yyyyyyyyyy',
  'POST /reporter/phone': 'syynnnnnnn',
  'GET /reporter/export': 'syynnnnnnn',
  'POST /reporter/erasure': 'syynnnnnnn',
  'POST /reporter/orders': 'syynnnnnnn',
  'GET /reporter/me': 'syynnnnnnn',
  'DELETE /reporter/sessions': 'syynnnnnnn',
  'DELETE /reporter/sessions/all': 'syynnnnnnn',
  'POST /staff/sessions': 'yyyyyyyyyy',
  'DELETE /staff/sessions': 'yyyyyyyyyy',
  'GET /staff/me': 'snnyyyyyyy',
  'GET /staff/doors': 'yyyyyyyyyy',
  'GET /reporter/oidc': 'yyyyyyyyyy',
  'GET /reporter/oidc/callback': 'yyyyyyyyyy',
  'GET /staff/oidc': 'yyyyyyyyyy',
  'GET /staff/oidc/callback': 'yyyyyyyyyy',
  'GET /staff/sessions': 'snnyyyyyyy',
  'DELETE /staff/sessions/others': 'snnyyyyyyy',
  'DELETE /staff/sessions/:id': 'snnyyyyyyy',
  'POST /staff/password': 'snnyyyyyyy',
  'POST /staff/totp': 'snnyyyyyyy',
  'PUT /staff/totp': 'snnyyyyyyy',
  'POST /files': 'syyyyyyyyy',
  'POST /files/:id/complete': 'sooooooooo',
  'DELETE /files/:id': 'sooooooooo',
  'GET /push/wechat': 'nnnnnnnnnn',
  'POST /push/wechat': 'nnnnnnnnnn',
  'GET /my/orders': 'syynnnnnnn',
  'GET /my/messages': 'syyyyyyyyy',
  'POST /my/subscriptions': 'syynnnnnnn',
  'POST /my/messages/read': 'syyyyyyyyy',
  'GET /desk/summary': 'snnyyyyyyy',
  'GET /desk/orders': 'snnyyyyyyy',
  'GET /desk/pressing': 'snnyyyyyyy',
  'GET /desk/bulk': 'snnyyyyynn',
  'POST /desk/bulk': 'snnyyyyynn',
  'GET /desk/updates': 'snnyyyyyyy',
  'POST /desk/orders': 'snnynnnnnn',
  'POST /desk/city-portal': 'snnnnnynnn',
  'POST /intake/callers': 'snnynnynnn',
  'POST /intake/city/imports': 'snnnnnynnn',
  'POST /intake/city/imports/paste': 'snnnnnynnn',
  'GET /intake/city/imports': 'snnnnnynnn',
  'GET /intake/city/imports/:id': 'snnnnnynnn',
  'POST /intake/city/imports/:id/step': 'snnnnnynnn',
  'GET /intake/city/imports/:id/rows': 'snnnnnynnn',
  'GET /intake/city/imports/:id/report.xlsx': 'snnnnnynnn',
  'GET /intake/city/returns': 'snnnnnynnn',
  'POST /intake/city/returns': 'snnnnnynnn',
  'GET /intake/city/returns.xlsx': 'snnnnnynnn',
  'POST /partner/orders': 'ssssssssss',
  'GET /partner/orders/:cityNumber': 'ssssssssss',
  'GET /desk/orders/:number/suggestions': 'snnnnnyynn',
  'GET /desk/units': 'snnyyyyyyy',
  'GET /desk/bulletins': 'snnyyyyyyy',
  'POST /desk/bulletins': 'snnnnnnynn',
  'GET /desk/self-check': 'snnnnnyyyn',
  'GET /desk/outbox': 'snnnnnyyny',
  'POST /desk/outbox/:id/resend': 'snnnnnyyny',
  'POST /desk/orders/:number/phone-code': 'snnoooyyno',
  'POST /desk/orders/:number/phone': 'snnoooyyno',
  'POST /audit/verify': 'snnnnnnyyn',
  'GET /audit/roots': 'snnnnnnyyn',
  'GET /reports/snapshots': 'snnnnnyyyn',
  'POST /reports/snapshots': 'snnnnnnynn',
  'GET /reports/snapshots/:id': 'snnnnnyyyn',
  'GET /reports/snapshots/:id/notice.docx': 'snnnnnyyyn',
  'GET /reports/snapshots/:id/open-data.zip': 'snnnnnyyyn',
  'POST /reports/open-data': 'snnnnnnynn',
  'GET /reports/snapshots/:id/figures.xlsx': 'snnnnnyyyn',
  'GET /reports/exports/figure-orders.xlsx': 'snnyyyyyyn',
  'GET /reports/exports/problems.xlsx': 'snnyyyyyyn',
  'GET /reports/exports/dead-letters.xlsx': 'snnnnnyyny',
  'GET /reports/bulletins/:id/bulletin.docx': 'snnooooooo',
  'GET /inspection/kinds': 'snnnnnnyyn',
  'GET /inspection/people': 'snnnnnnyyn',
  'GET /inspection/events': 'snnnnnnyyn',
  'GET /inspection/orders/:number/chain': 'snnnnnnyyn',
  'GET /inspection/patterns': 'snnnnnnyyn',
  'GET /inspection/patterns/:id': 'snnnnnnyyn',
  'GET /inspection/roots.csv': 'snnnnnnyyn',
  'GET /calendar': 'snnnnnnyyy',
  'POST /calendar/preview': 'snnnnnnyny',
  'POST /calendar': 'snnnnnnyny',
  'POST /orders': 'syysssssss',
  'POST /orders/similar': 'syynnnnnnn',
  'POST /lookups': 'yyyyyyyyyy',
  'POST /links': 'yyyyyyyyyy',
  'GET /orders/:number': 'syooooyyyo',
  'POST /orders/:number/reveal': 'snnoooyyyo',
};
it.each(Object.entries(table))(
  '%s',
  async (route, letters) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path.replace(':number', number).replace(':id', path.includes('outbox') ? '1' : id);
    await expectLetters(world, {
      method,
      path: `${address.replace(':scene', 'none')}${queries[route] ?? ''}`,
      body: bodies[route],
      columns,
      letters,
      callerAs,
      refusals: [401, 403],
    });
  },
  60_000,
);

/** Rooms with routes and permission tests of their own. */
const elsewhere = /^\w+ \/(admin|figures|learning|keeping|console)\//;

it('knows every route there is', () => {
  const served = servedBelow(world, '/api')
    .filter((route) => !elsewhere.test(route) && route !== 'GET /openapi.json')
    .filter((route) => !/^POST \/orders\/:number\/(?!reveal)/.test(route));
  expect(served).toEqual(Object.keys(table).sort());
});

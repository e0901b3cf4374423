import excel from 'exceljs';
import { eventGroup } from '../../shared/notice/event-word';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../testing/people';

let world: TestWorld;
let cookie: string;
let numbers: string[];
const signIn = async (username: string) =>
  (
    await world.app.request('/api/staff/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo-2026' }),
    })
  ).headers
    .get('set-cookie')
    ?.split(';')[0] ?? '';

beforeAll(async () => {
  world = await startWorld();
  cookie = await signIn('paidan');
  const who = await reporter(world, '13800000001');
  const matter = await matterId(world, '社会保险登记');
  const stories = [
    '=HYPERLINK("http://example.com","点这里")的材料交了三次',
    '窗口说系统里查不到，一直没有受理',
  ];
  numbers = [];
  for (const story of stories) {
    const { body } = await who.call('POST', '/orders', aReport({}, { matterId: matter, story }));
    numbers.push(String(body.number));
  }
}, 120_000);
afterAll(() => world.close());

async function ledger(who: string, query = '') {
  const answer = await world.app.request(`/api/console/ledger.xlsx${query}`, { headers: { cookie: who } });
  if (answer.status !== 200) return { status: answer.status, rows: [] as string[][] };
  const book = new excel.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  return { status: 200, rows };
}
const eventsOf = async (kind: string) =>
  (await world.owner.query('select data from event where kind = $1 order by id', [kind])).rows;

it('exports the ledger with a mark of who took it, and writes that down', async () => {
  const { rows } = await ledger(cookie);
  expect(rows[0]?.[0]).toMatch(/示例派单员 于 .*导出，仅供工作使用/);
  expect(rows[1]?.[0]).toBe('编号');
  expect(
    rows
      .slice(2)
      .map((row) => row[0])
      .sort(),
  ).toEqual([...numbers].sort());
  expect(rows.flat().join()).not.toContain('13800000001');
  expect(rows.flat().some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  expect(rows.flat().some((cell) => cell.startsWith('='))).toBe(false);
  expect((await eventsOf('ledger.exported')).at(-1)?.data).toMatchObject({ what: 'ledger' });
  expect((await eventsOf('export.finished')).at(-1)?.data).toMatchObject({ what: 'ledger', rows: 2 });
});

it('writes down who printed which list, without the words that were looked for', async () => {
  const print = async (username: string) =>
    (await staff(world, username)).call('POST', '/console/prints', { query: 'state=closed&q=材料', rows: 2 });
  expect((await print('renshe1')).status).toBe(200);
  expect((await eventsOf('ledger.printed')).at(-1)?.data).toMatchObject({
    filter: { state: 'closed' },
    rows: 2,
  });
  expect((await print('guanli')).status).toBe(403);
  expect(eventGroup('ledger.printed')).toBe('export');
});

it('exports what the filters of the list show, and to each only what he may see', async () => {
  expect((await ledger(cookie, '?state=closed')).rows).toHaveLength(2);
  expect((await ledger(await signIn('yibao1'))).rows).toHaveLength(2);
  expect((await ledger(await signIn('renshe1'))).rows).toHaveLength(4);
  expect((await ledger(await signIn('guanli'))).status).toBe(403);
  expect((await ledger('')).status).toBe(401);
});

it('goes through many pages, each order once', async () => {
  const who = await reporter(world, '13800000003');
  for (let at = 0; at < 12; at += 1) await who.call('POST', '/orders', aReport({}, {}));
  const { rows } = await ledger(cookie, '?sort=newest');
  const listed = rows.slice(2).map((row) => row[0]);
  expect(new Set(listed).size).toBe(14);
  expect(listed).toHaveLength(14);
});

it('keeps views for each member of staff alone', async () => {
  const one = await staff(world, 'paidan');
  const other = await staff(world, 'duban');
  await one.call('POST', '/console/views', { name: '急件', query: 'light=red' });
  await one.call('POST', '/console/views', { name: '急件', query: 'light=yellow' });
  const views = async (who: Caller) =>
    (await who.call('GET', '/console/views')).body.items as { id: string; name: string; query: string }[];
  expect(await views(one)).toMatchObject([{ name: '急件', query: 'light=yellow' }]);
  expect(await views(other)).toEqual([]);
  const id = (await views(one))[0]?.id;
  await other.call('DELETE', `/console/views/${id}`);
  expect(await views(one)).toHaveLength(1);
  expect((await one.call('DELETE', `/console/views/${id}`)).status).toBe(204);
  expect(await views(one)).toEqual([]);
  expect((await nobody(world).call('GET', '/console/views')).status).toBe(401);
});

it('shares a unit’s reply templates within the unit, written by its head', async () => {
  const lead = await staff(world, 'renshe-lingdao');
  const me = (await lead.call('GET', '/staff/me')).body as { roles: { unit: { id: string } }[] };
  const unitId = me.roles[0]?.unit.id;
  const shared = { title: '已受理', text: '您好，{事项}的材料已经收到。', unitId };
  expect((await lead.call('POST', '/console/reply-templates', shared)).status).toBe(200);
  const handler = await staff(world, 'renshe1');
  expect((await handler.call('POST', '/console/reply-templates', shared)).status).toBe(403);
  await handler.call('POST', '/console/reply-templates', { title: '我的', text: '请稍等，正在核对。' });
  const titles = async (name: string) =>
    (
      (await (await staff(world, name)).call('GET', '/console/reply-templates')).body.items as {
        title: string;
      }[]
    ).map((each) => each.title);
  expect((await titles('renshe1')).sort()).toEqual(['已受理', '我的']);
  expect(await titles('renshe2')).toEqual(['已受理']);
  expect(await titles('yibao1')).toEqual([]);
});

import excel from 'exceljs';
import { xlsxOf } from '../../intake/testing/sheets';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, signIn, staff } from '../../testing/people';

let world: TestWorld;
let supervisor: Caller;
let cookie: string;
beforeAll(async () => {
  world = await startWorld();
  supervisor = await staff(world, 'duban');
  cookie = await signIn(world, 'duban');
}, 120_000);
afterAll(() => world.close());

const titles = ['事项编码', '事项名称', '承办单位', '办理地点'];
interface Plan {
  digest: string;
  counts: { added: number; changed: number; gone: number; same: number; bad: number };
  added: { code: string; owners: string }[];
  changed: { code: string; name: string; owners: string; was: string }[];
  gone: { code: string }[];
  bad: { line: number; column: string; message: string }[];
}
async function send<T>(path: string, bytes: Buffer, as = cookie) {
  const answer = await world.app.request(`/api/admin/matters/${path}`, {
    method: 'POST',
    headers: { cookie: as, 'x-requested-with': 'console', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}
const preview = async (bytes: Buffer, whole = 'no') =>
  (await send<Plan>(`sheet/preview?whole=${whole}`, bytes)).body;
async function apply(bytes: Buffer, whole = 'no') {
  const { digest } = await preview(bytes, whole);
  return send<Plan['counts']>(`sheet?whole=${whole}&digest=${digest}`, bytes);
}
const exported = async () => {
  const answer = await world.app.request('/api/admin/matters/sheet.xlsx', { headers: { cookie } });
  return Buffer.from(await answer.arrayBuffer());
};
const rowsOf = async (bytes: Buffer) => {
  const book = new excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  return rows;
};
const search = async (q: string) =>
  (await nobody(world).call('GET', `/public/matters?q=${encodeURIComponent(q)}&limit=1`)).body.items as {
    id: string;
    name: string;
    initials: string;
  }[];

it('reads its own export back without a change', async () => {
  const bytes = await exported();
  const rows = await rowsOf(bytes);
  expect(rows[1]).toEqual(titles);
  const plan = await preview(bytes, 'yes');
  expect(plan.counts).toEqual({ added: 0, changed: 0, gone: 0, same: rows.length - 2, bad: 0 });
});

it('shows what is new, changed, gone and wrong before anything is saved', async () => {
  const rows = (await rowsOf(await exported())).slice(2, 6);
  const [first = [], second = [], third = []] = rows;
  const sheet = await xlsxOf([
    titles,
    [first[0] ?? '', '新的名称', first[2] ?? '', ''],
    [second[0] ?? '', second[1] ?? '', '区医保局', ''],
    [third[0] ?? '', third[1] ?? '', '火星局', ''],
    ['NEW-1', '一件新的事', '区数据局', ''],
    ['NEW-1', '一件新的事', '区医保局', '城桥镇'],
  ]);
  const before = await world.owner.query(
    "select md5(string_agg(m::text, '' order by code)) as all from matter m",
  );
  const plan = await preview(sheet, 'yes');
  const { rows: count } = await world.owner.query('select count(*)::int as n from matter where active');
  expect(plan.counts).toEqual({ added: 1, changed: 2, gone: count[0].n - 3, same: 0, bad: 1 });
  expect(plan.added).toEqual([{ code: 'NEW-1', name: '一件新的事', owners: '区数据局；城桥镇：区医保局' }]);
  expect(plan.changed.map(({ was }) => was)).toEqual([`原名称：${first[1]}`, `原承办：${second[2]}`]);
  expect(plan.bad).toMatchObject([
    { line: 4, code: third[0], column: '承办单位', message: '没有叫“火星局”的单位' },
  ]);
  const after = await world.owner.query(
    "select md5(string_agg(m::text, '' order by code)) as all from matter m",
  );
  expect(after.rows).toEqual(before.rows);
});

it('takes the sheet over: found by initials, sent to the new unit, the place’s own before the district’s', async () => {
  const sheet = await xlsxOf([
    titles,
    ['NEW-2', '海岛渔船登记', '区农业农村委', ''],
    ['NEW-2', '海岛渔船登记', '城桥镇政务服务中心', '城桥镇'],
  ]);
  expect(await apply(sheet)).toMatchObject({ status: 200, body: { added: 1, changed: 0, gone: 0, bad: 0 } });
  const [found] = await search('hdycdj');
  expect(found).toMatchObject({ name: '海岛渔船登记', initials: 'hdycdj' });
  const someone = await reporter(world, '13800000095');
  const unitOf = async (town?: string) => {
    const report = aReport({}, { matterId: found?.id, ...(town && { town }) });
    const { number } = (await someone.call('POST', '/orders', report)).body;
    const { rows } = await world.owner.query(
      'select u.name from "order" o join unit u on u.id = o.dispatched_unit_id where o.number = $1',
      [number],
    );
    return rows[0]?.name;
  };
  expect(await unitOf('310151101')).toBe('城桥镇政务服务中心');
  expect(await unitOf('310151102')).toBe('区农业农村委');
  const moved = await xlsxOf([titles, ['NEW-2', '海岛渔船登记', '区交通委', '']]);
  expect(await apply(moved)).toMatchObject({ body: { changed: 1 } });
  expect(await unitOf('310151101')).toBe('区交通委');
  const { rows } = await world.owner.query(
    "select count(*)::int as n from matter_owner o join matter m on m.id = o.matter_id where m.code = 'NEW-2'",
  );
  expect(rows[0].n).toBe(3);
  const trail = await world.owner.query(
    "select data from event where kind = 'catalogue.changed' order by id",
  );
  expect(trail.rows.map((row) => row.data.codes)).toEqual([
    { added: ['NEW-2'], changed: [], gone: [] },
    { added: [], changed: ['NEW-2'], gone: [] },
  ]);
});

it('puts out of use what the whole sheet does not name, keeps it and its orders, and brings it back', async () => {
  const matter = await matterId(world, '社会保险登记');
  const someone = await reporter(world, '13800000096');
  const { number } = (await someone.call('POST', '/orders', aReport({}, { matterId: matter }))).body;
  const rows = (await rowsOf(await exported())).slice(1);
  const without = await xlsxOf(rows.filter((row) => row[1] !== '社会保险登记'));
  expect(await apply(without, 'yes')).toMatchObject({ body: { added: 0, changed: 0, gone: 1 } });
  expect((await search('社会保险登记')).map(({ name }) => name)).not.toContain('社会保险登记');
  expect((await someone.call('GET', `/orders/${number}`)).body.matter).toBe('社会保险登记');
  expect(await apply(await xlsxOf(rows), 'yes')).toMatchObject({ body: { added: 0, changed: 1, gone: 0 } });
  expect(await search('社会保险登记')).toMatchObject([{ id: matter }]);
  await supervisor.call('PUT', `/admin/matters/${matter}`, { active: false });
  expect((await search('社会保险登记')).map(({ id }) => id)).not.toContain(matter);
  await supervisor.call('PUT', `/admin/matters/${matter}`, { active: true });
  expect(await search('社会保险登记')).toMatchObject([{ id: matter }]);
});

it('is taught another name of a unit, and reads the same sheet then', async () => {
  const sheet = await xlsxOf([titles, ['NEW-3', '渔港停泊', '崇明农委', '']]);
  expect((await preview(sheet)).counts).toMatchObject({ added: 0, bad: 1 });
  const units = (await supervisor.call('GET', '/desk/units')).body.items as { id: string; name: string }[];
  const unitId = units.find(({ name }) => name === '区农业农村委')?.id;
  expect(
    (await supervisor.call('POST', '/admin/matters/aliases', { alias: '崇明农委', unitId })).status,
  ).toBe(204);
  expect(await preview(sheet)).toMatchObject({
    counts: { added: 1, bad: 0 },
    added: [{ owners: '区农业农村委' }],
  });
});

it('does only what was looked at: a change in between is told, and nothing is done', async () => {
  const sheet = await xlsxOf([titles, ['NEW-4', '晒场登记', '区农业农村委', '']]);
  const { digest } = await preview(sheet);
  await apply(await xlsxOf([titles, ['NEW-4', '晒场登记', '区水务局', '']]));
  const late = await send<{ code: string }>(`sheet?whole=no&digest=${digest}`, sheet);
  expect(late).toMatchObject({ status: 409, body: { code: 'catalogue.changed-meanwhile' } });
  expect(await send('sheet?whole=no', sheet)).toMatchObject({ status: 422 });
});

it('lists the catalogue page by page, those out of use if asked', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { body } = await supervisor.call('GET', `/admin/matters?limit=100&out=yes${query}`);
    seen.push(...(body.items as { code: string }[]).map(({ code }) => code));
    cursor = body.next as string | null;
  } while (cursor);
  const { rows } = await world.owner.query('select code from matter');
  expect([...seen].sort()).toEqual(rows.map(({ code }) => code).sort());
});

it('is the supervisor’s and the admin’s to change, the inspector’s to read', async () => {
  const sheet = await xlsxOf([titles, ['NEW-5', '某事', '区水务局', '']]);
  const asked = async (name: string) => {
    const who = await staff(world, name);
    const as = await signIn(world, name);
    return [
      (await who.call('GET', '/admin/matters')).status,
      (await who.call('GET', '/admin/matters/sheet.xlsx')).status,
      (await send('sheet/preview', sheet, as)).status,
      (await send(`sheet?digest=${'0'.repeat(64)}`, sheet, as)).status,
      (
        await who.call('POST', '/admin/matters/aliases', {
          alias: '某某',
          unitId: '00000000-0000-4000-8000-000000000000',
        })
      ).status,
      (await who.call('PUT', '/admin/matters/00000000-0000-4000-8000-000000000000', { active: true })).status,
    ];
  };
  expect(await asked('guanli')).toEqual([200, 200, 200, 409, 422, 404]);
  expect(await asked('jiancha')).toEqual([200, 200, 403, 403, 403, 403]);
  for (const name of ['paidan', 'renshe1', 'chuangkou'])
    expect(await asked(name)).toEqual(Array(6).fill(403));
  expect((await nobody(world).call('GET', '/admin/matters')).status).toBe(401);
});

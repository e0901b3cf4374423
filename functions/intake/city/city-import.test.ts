import { dayMs } from '../../../shared/sla/instant';
import { unzip } from '../../file/unzip';
import { sweepImports } from '../../jobs/sweep';
import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, signIn, staff } from '../../testing/people';
import { countsOf, finish, gbkOf, type Row, reportOf, upload, xlsxOf, zipOf } from '../testing/sheets';

let world: TestWorld;
let dispatcher: Caller;
let cookie: string;
beforeAll(async () => {
  world = await startWorld();
  dispatcher = await staff(world, 'paidan');
  cookie = await signIn(world, 'paidan');
}, 120_000);
afterAll(() => world.close());

const story = '在市平台办到一半退出来了，材料交了三次。';
const head = ['市平台编号', '姓名', '手机号', '诉求内容'];
let numbers = 0;
const aRow = (words = story): Row => [`SH-${++numbers}-2026`, '示例市民', '13800000001', words];
const csv = (rows: Row[]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const storyOf = async (number: string | null) =>
  (await dispatcher.call('GET', `/orders/${number}`)).body.story as string;

async function take(bytes: Buffer) {
  const { id, status } = await upload(world, cookie, bytes);
  expect(status).toBe(201);
  await finish(dispatcher, id);
  return { id, rows: await reportOf(dispatcher, id) };
}

it.each<[string, (rows: Row[]) => Buffer | Promise<Buffer>]>([
  ['an .xlsx', (rows) => xlsxOf(rows)],
  ['a CSV in UTF-8 with its mark', (rows) => Buffer.from(`\ufeff${csv(rows)}`)],
  ['a CSV in UTF-8 without it', (rows) => Buffer.from(csv(rows))],
  ['a CSV in GBK', (rows) => gbkOf(csv(rows))],
  [
    'a table in UTF-16, as spreadsheets save Unicode text',
    (rows) => Buffer.from(`\ufeff${csv(rows).replaceAll('","', '"\t"')}`, 'utf16le'),
  ],
  [
    'JSON',
    ([titles = [], ...rows]) =>
      Buffer.from(
        JSON.stringify(rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]])))),
      ),
  ],
])('reads %s', async (_title, write) => {
  const { rows } = await take(await write([head, aRow(), aRow()]));
  expect(rows.map((row) => row.outcome)).toEqual(['accepted', 'accepted']);
  expect(await storyOf(rows[0]?.orderNumber ?? null)).toBe(story);
});

it('reads what was copied from a spreadsheet', async () => {
  const text = [head, aRow(), [...aRow().slice(0, 3), `"${story}\n第二行"`]]
    .map((row) => row.join('\t'))
    .join('\r\n');
  const { status, body } = await dispatcher.call('POST', '/intake/city/imports/paste', { text });
  expect(status).toBe(201);
  await finish(dispatcher, String(body.id));
  const rows = await reportOf(dispatcher, String(body.id));
  expect(rows.map((row) => [row.line, row.outcome])).toEqual([
    [2, 'accepted'],
    [3, 'accepted'],
  ]);
  expect(await storyOf(rows[1]?.orderNumber ?? null)).toBe(`${story}\n第二行`);
});

it('takes a number once, whether it stands twice in the file or was typed in before', async () => {
  const typed = aRow();
  const entry = {
    cityNumber: typed[0],
    reporter: { kind: 'person', name: '示例市民' },
    report: { stage: 'other', story, files: [] },
  };
  const { number } = (await dispatcher.call('POST', '/desk/city-portal', entry)).body;
  const twice = aRow();
  const { rows } = await take(await xlsxOf([head, typed, twice, twice]));
  const first = rows[1]?.orderNumber;
  expect(rows.map((row) => [row.outcome, row.orderNumber])).toEqual([
    ['duplicate', number],
    ['accepted', first],
    ['duplicate', first],
  ]);
});

it.each<[string, string | object]>([
  ['a formula', { formula: 'HYPERLINK("http://example.com")', result: `点这里${story}` }],
  ['mark-up', `<script>alert(1)</script>${story}`],
  ['a formula’s beginning', `=1+1 ${story}`],
  ['quotes and a command of SQL', `'; drop table event; -- ${story}`],
  ['rich text', { richText: [{ text: '点这里' }, { text: story, font: { bold: true } }] }],
  ['a link', { text: story, hyperlink: 'http://example.com' }],
])('keeps %s as the words one sees', async (_title, cell) => {
  const [number, name, phone] = aRow();
  const { rows } = await take(await xlsxOf([head, [number ?? '', name ?? '', phone ?? '', cell]]));
  const shown = await storyOf(rows[0]?.orderNumber ?? null);
  expect(shown).toContain(story);
  expect(shown).not.toContain('HYPERLINK');
});

/** A zip whose one entry is a lot of nothing, and which says that it is small. */
const bomb = (megabytes: number) =>
  zipOf(new Map([['xl/worksheets/sheet1.xml', Buffer.alloc(megabytes * 1024 * 1024)]]), 1000);

it.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['more than 4 MB', () => Buffer.alloc(4 * 1024 * 1024 + 1, 0x61), 'too-large'],
  ['a small file that unpacks to 60 MB', () => bomb(60), 'too-large'],
  ['a zip that is none', () => Buffer.from('PK\x03\x04 and then nothing'), 'damaged'],
  ['a zip that is no spreadsheet', () => bomb(0), 'damaged'],
  ['the old Excel format', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
  [
    'more than 10,000 rows',
    () => Buffer.from([head.join(','), ...Array.from({ length: 10_011 }, () => '1,2,3,4')].join('\n')),
    'too-many-rows',
  ],
  [
    'no line of titles',
    () =>
      xlsxOf([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    'no-header',
  ],
  ['titles and nothing else', () => xlsxOf([head]), 'empty'],
  ['nothing', () => Buffer.alloc(0), 'no-header'],
  ['broken JSON', () => Buffer.from('{"items": [1,'), 'not-json'],
])('refuses %s as a whole', async (_title, make, code) => {
  expect(await upload(world, cookie, await make())).toMatchObject({ status: 422, code: `sheet.${code}` });
});

it('is not held up by what says it spans all cells of the sheet', async () => {
  const files = unzip(await xlsxOf([head, aRow()]));
  const sheet = 'xl/worksheets/sheet1.xml';
  const all = 'A10:XFD1048576';
  const spans = `<mergeCells count="1"><mergeCell ref="${all}"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="${all}"><formula1>"a"</formula1></dataValidation></dataValidations>`;
  const text = String(files.get(sheet)).replace('</sheetData>', `</sheetData>${spans}`);
  expect(text).toContain(all);
  files.set(sheet, Buffer.from(text));
  expect((await take(zipOf(files))).rows.map((row) => row.outcome)).toEqual(['accepted']);
});

it('goes on where it was stopped: the row that failed left nothing behind', async () => {
  const rows = [aRow(), aRow(), aRow()];
  const { id } = await upload(world, cookie, await xlsxOf([head, ...rows]));
  await world.owner.query(`
    create function break_row() returns trigger language plpgsql as $$ begin raise exception 'the power went'; end $$;
    create trigger break_row before update on city_import_row for each row
      when (new.import_id = '${id}' and new.line = 3 and new.outcome = 'accepted') execute function break_row()`);
  expect((await dispatcher.call('POST', `/intake/city/imports/${id}/step`)).status).toBe(500);
  const orders = async () =>
    (
      await world.owner.query('select city_number from "order" where city_number = any($1) order by 1', [
        rows.map((row) => row[0]),
      ])
    ).rows.map((row) => row.city_number);
  expect(await orders()).not.toContain(rows[1]?.[0]);
  expect(await countsOf(dispatcher, id)).toMatchObject({ accepted: 2, left: 1 });
  await world.owner.query('drop trigger break_row on city_import_row; drop function break_row()');
  await finish(dispatcher, id);
  expect(await countsOf(dispatcher, id)).toMatchObject({ accepted: 3, left: 0 });
  expect(await orders()).toEqual(rows.map((row) => row[0]).sort());
});

it('takes no row in twice when two step at once', async () => {
  const rows = Array.from({ length: 24 }, () => aRow());
  const { id } = await upload(world, cookie, await xlsxOf([head, ...rows]));
  await Promise.all([1, 2, 3].map(() => finish(dispatcher, id)));
  expect(await countsOf(dispatcher, id)).toEqual({
    total: 24,
    accepted: 24,
    duplicate: 0,
    refused: 0,
    left: 0,
  });
  const { rows: ended } = await world.owner.query(
    "select count(*)::int as n from event where kind = 'city-import.finished' and data->>'importId' = $1",
    [id],
  );
  expect(ended[0]).toEqual({ n: 1 });
});

it('forgets the words of rows that nobody took in for 30 days, and says so', async () => {
  const { id } = await upload(world, cookie, Buffer.from(csv([head, aRow(), aRow()])));
  const sealedRows = async () =>
    (
      await world.owner.query(
        'select count(*)::int as n from city_import_row where import_id = $1 and sealed is not null',
        [id],
      )
    ).rows[0].n;
  const at = world.now.at;
  world.now.at = at + 29 * dayMs;
  await sweepImports(world.deps);
  expect(await sealedRows()).toBe(2);
  world.now.at = at + 31 * dayMs;
  await sweepImports(world.deps);
  world.now.at = at;
  expect(await sealedRows()).toBe(0);
  const rows = await reportOf(dispatcher, id);
  expect(rows.map((row) => row.problems?.[0]?.message)).toEqual(
    Array(2).fill('30 天没有继续导入，内容已清除'),
  );
});

it('writes its report as a spreadsheet, and that it went out', async () => {
  const { id } = await take(await xlsxOf([head, aRow(), ['SH-BAD', '', '1', story]]));
  const answer = await world.app.request(`/api/intake/city/imports/${id}/report.xlsx`, {
    headers: { cookie },
  });
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const lines: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
  expect(lines.at(-1)?.filter(Boolean)).toEqual([
    3,
    'SH-BAD',
    '未收下',
    '姓名：没有填写；手机号：请填写 11 位手机号',
  ]);
  const { rows } = await world.owner.query(
    "select data from event where kind = 'ledger.exported' order by id desc limit 1",
  );
  expect(rows[0].data).toMatchObject({ what: 'city-import' });
});

it('is the dispatcher’s alone', async () => {
  const bytes = await xlsxOf([head, aRow()]);
  const asked = async (name: string) => (await upload(world, await signIn(world, name), bytes)).status;
  expect(await asked('chuangkou')).toBe(403);
  expect(await asked('duban')).toBe(403);
  expect(await asked('guanli')).toBe(403);
  expect((await upload(world, '', bytes)).status).toBe(401);
});

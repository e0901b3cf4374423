import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, signIn, staff } from '../../testing/people';
import { countsOf, finish, type Row, reportOf, titles, upload, xlsxOf } from '../testing/sheets';

let world: TestWorld;
let dispatcher: Caller;
let cookie: string;
beforeAll(async () => {
  world = await startWorld();
  dispatcher = await staff(world, 'paidan');
  cookie = await signIn(world, 'paidan');
}, 120_000);
afterAll(() => world.close());

/** `IMPORT_ROWS=5000` tries it at full size; one row in 25 is bad. */
const size = Number(process.env.IMPORT_ROWS ?? 500);
const bad = size / 25;
const story = '在市平台办到一半退出来了，材料交了三次都没有受理。';
const good = (at: number): Row => [
  `SH2026-${String(at).padStart(6, '0')}`,
  [new Date(Date.UTC(2026, 10, 17, 9, 30)), '2026-11-17 09:30', '2026年11月17日', 46343.4, '20261117'][
    at % 5
  ] ?? null,
  `示例${at}`,
  [13800000000 + (at % 10_000), String(13800000000 + (at % 10_000)), null][at % 3] ?? null,
  at % 2 ? '社会保险登记' : '别的事项',
  at % 4 ? null : '城桥镇',
  at % 3 ? '未受理' : null,
  null,
  null,
  `${story}第 ${at} 件`,
];

/** Ten ways to be wrong, by what the report says of them. */
const faults: [string, number, Row[number]][] = [
  ['市平台编号：没有填写', 0, '  '],
  ['市平台编号：编号被表格改成了数字，请把这一列设为文本再填', 0, 1.234567e21],
  ['收到时间：日期看不懂，请写成 2026-11-18 或 2026-11-18 09:30', 1, '11/17/2026'],
  ['收到时间：日期在今天以后', 1, new Date(Date.UTC(2027, 0, 1))],
  ['姓名：没有填写', 2, null],
  ['手机号：请填写 11 位手机号', 3, '021-59611111'],
  ['办理地点：没有这个大厅或街镇', 5, '火星'],
  ['统一社会信用代码：统一社会信用代码有误，请核对。', 7, '91310000MA1FL0000A'],
  ['诉求内容：至少 10 个字', 9, { formula: 'HYPERLINK("http://x","短")', result: '短' }],
  ['诉求内容：最多 2000 个字', 9, '长'.repeat(2001)],
];
const rowsOf = (count: number, bad: number): { rows: Row[]; said: Map<number, string> } => {
  const said = new Map<number, string>();
  const rows = Array.from({ length: count }, (_, at) => good(at + 1));
  for (let nth = 0; nth < bad; nth += 1) {
    const at = nth * Math.floor(count / bad);
    const [words, column, value] = faults[nth % faults.length] ?? ['', 0, ''];
    const row = rows[at] ?? [];
    row[column] = value;
    if (column === 7) row[8] = '示例企业有限公司';
    said.set(at + 2, words);
  }
  return { rows, said };
};

it(`takes in the good rows of ${size} and names each of ${bad} bad ones with its reason; a second time adds nothing`, async () => {
  const { rows, said } = rowsOf(size, bad);
  const bytes = await xlsxOf([titles, ...rows]);
  const first = await upload(world, cookie, bytes);
  expect(first).toMatchObject({ status: 201, sameFileAt: null });
  expect(await finish(dispatcher, first.id)).toBe(Math.floor(size / 100) + 1);
  expect(await countsOf(dispatcher, first.id)).toEqual({
    total: size,
    accepted: size - bad,
    duplicate: 0,
    refused: bad,
    left: 0,
  });
  const refused = await reportOf(dispatcher, first.id, 'refused');
  const told = refused.map(({ line, problems }) => [
    line,
    problems.map(({ column, message }) => `${column}：${message}`).join('；'),
  ]);
  expect(told).toEqual([...said]);

  const again = await upload(world, cookie, bytes);
  expect(again).toMatchObject({ status: 201, sameFileAt: '2026-11-18T09:30:00+08:00' });
  await finish(dispatcher, again.id);
  expect(await countsOf(dispatcher, again.id)).toMatchObject({
    accepted: 0,
    duplicate: size - bad,
    refused: bad,
  });
  const { rows: orders } = await world.owner.query(
    'select count(*)::int as all, count(distinct city_number)::int as numbers from "order"',
  );
  expect(orders[0]).toEqual({ all: size - bad, numbers: size - bad });
  const accepted = await reportOf(dispatcher, first.id, 'accepted');
  const repeated = await reportOf(dispatcher, again.id, 'duplicate');
  expect(repeated.map((row) => row.orderNumber)).toEqual(accepted.map((row) => row.orderNumber));
  const kept = await world.owner.query(
    'select count(*)::int as sealed from city_import_row where sealed is not null',
  );
  expect(kept.rows[0]).toEqual({ sealed: 0 });
}, 900_000);

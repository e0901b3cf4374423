import excel from 'exceljs';
import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, matterId, signIn, staff } from '../../testing/people';
import type { CityAnswer } from './city-answers';

let world: TestWorld;
let dispatcher: Caller;
let handler: Caller;
let matter: string;
beforeAll(async () => {
  world = await startWorld();
  dispatcher = await staff(world, 'paidan');
  handler = await staff(world, 'renshe1');
  matter = await matterId(world, '社会保险登记');
}, 120_000);
afterAll(() => world.close());

const story = '在市平台办到一半退出来了，材料交了三次。';
async function enter(cityNumber: string): Promise<string> {
  const reporter = { kind: 'person', name: '示例市民', phone: '13800000001' };
  const report = { stage: 'not-accepted', story, matterId: matter, files: [] };
  const body = { cityNumber, receivedAt: '2026-11-17T09:30:00+08:00', reporter, report };
  return String((await dispatcher.call('POST', '/desk/city-portal', body)).body.number);
}
async function command(number: string, name: string, body: object): Promise<void> {
  const { version } = (await handler.call('GET', `/orders/${number}`)).body;
  const { status, body: said } = await handler.call('POST', `/orders/${number}/${name}`, {
    version,
    ...body,
  });
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(said)}`);
}
const waiting = async () =>
  (
    (await dispatcher.call('GET', '/intake/city/returns')).body.items as (CityAnswer & {
      receivedAt: string;
    })[]
  ).filter((each) => each.cityNumber.startsWith('SH'));
const mark = async (items: Pick<CityAnswer, 'number' | 'state' | 'round'>[]) =>
  (
    await dispatcher.call('POST', '/intake/city/returns', {
      items: items.map(({ number, state, round }) => ({ number, state, round })),
    })
  ).body;

it('lists an order from its first state on, takes it off once entered, and brings it back when it moves', async () => {
  const number = await enter('SH-RETURN-1');
  expect(await waiting()).toMatchObject([
    {
      cityNumber: 'SH-RETURN-1',
      number,
      stateWord: '待接单',
      reply: null,
      receivedAt: '2026-11-17T09:30:00+08:00',
    },
  ]);
  expect(await mark(await waiting())).toEqual({ entered: 1, moved: 0 });
  expect(await waiting()).toEqual([]);
  await command(number, 'accept', {});
  expect(await waiting()).toMatchObject([{ number, stateWord: '办理中' }]);
  await mark(await waiting());
  await command(number, 'contact', { result: 'reached', means: 'phone' });
  expect(await waiting()).toEqual([]);
  await command(number, 'resolve', {
    found: '材料清单写得不清楚',
    done: '已当面受理',
    rule: '社会保险登记规定',
    result: 'solved',
    cause: 'unclear-guide',
  });
  expect(await waiting()).toMatchObject([
    {
      number,
      stateWord: '已办结待回访',
      unit: '区人力资源社会保障局',
      reply: '材料清单写得不清楚；已当面受理；社会保险登记规定',
      resolvedAt: '2026-11-18T09:30:00+08:00',
      closedAt: null,
    },
  ]);
});

it('leaves on the list what moved on after it was seen', async () => {
  const number = await enter('SH-RETURN-2');
  const seen = (await waiting()).filter((each) => each.number === number);
  await command(number, 'accept', {});
  expect(await mark(seen)).toEqual({ entered: 0, moved: 1 });
  expect((await waiting()).map((each) => each.number)).toContain(number);
});

it('pages through the list, each order once', async () => {
  for (let at = 0; at < 5; at += 1) await enter(`SH-PAGE-${at}`);
  const seen: string[] = [];
  let cursor: string | null = '';
  do {
    const query: string = `limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const { body } = await dispatcher.call('GET', `/intake/city/returns?${query}`);
    seen.push(...(body.items as CityAnswer[]).map((each) => each.number));
    cursor = body.next as string | null;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(7);
});

it('goes out as a spreadsheet with number, state, reply and dates, and that it did is written down', async () => {
  const cookie = await signIn(world, 'paidan');
  const answer = await world.app.request('/api/intake/city/returns.xlsx', { headers: { cookie } });
  const book = new excel.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const lines: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
  expect(lines[0]?.[0]).toMatch(/示例派单员 于 .*导出/);
  expect(lines[1]).toEqual(['市平台编号', '本区编号', '状态', '承办单位', '答复', '办结时间', '归档时间']);
  expect(lines.find((line) => line[0] === 'SH-RETURN-1')?.slice(2, 6)).toEqual([
    '已办结待回访',
    '区人力资源社会保障局',
    '材料清单写得不清楚；已当面受理；社会保险登记规定',
    '2026-11-18 09:30',
  ]);
  const { rows } = await world.owner.query(
    "select kind, data from event where kind in ('city-return.entered', 'ledger.exported') order by id",
  );
  expect(rows.map((row) => row.kind)).toEqual([
    'city-return.entered',
    'city-return.entered',
    'ledger.exported',
  ]);
});

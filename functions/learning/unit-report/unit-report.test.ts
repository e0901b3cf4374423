import { fromIso } from '../../../shared/sla/instant';
import { seedId } from '../../db/seed/units';
import { unzip } from '../../file/unzip';
import { startWorld, type TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, signIn, staff } from '../../testing/people';

let world: TestWorld;
const labour = seedId('区人力资源社会保障局');
const health = seedId('区医保局');

beforeAll(async () => {
  world = await startWorld();
  const orders = await labourOrders(world);
  await orders.resolved('system-fault');
  await orders.resolved('system-fault');
  await orders.resolved('legacy');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = fromIso('2026-12-03T09:30:00+08:00');
});

interface Report {
  state: string;
  version: number;
  sections: Record<string, string>;
  figures: { figures: { id: string; count: number }[]; causes: { name: string; n: number }[] };
  submittedBy: string | null;
  inTime: boolean | null;
  mayWrite: boolean;
  maySubmit: boolean;
}
const lead = () => staff(world, 'renshe-lingdao');
const path = (month = '2026-11', unit = labour) => `/learning/unit-reports/${unit}/${month}`;
const read = async (who: Caller, month?: string) =>
  (await who.call('GET', path(month))).body as unknown as Report;
const words = {
  summary: '本月收到三件，都已办结。',
  problems: '系统不稳。',
  measures: '已扩容。',
  plans: '',
};
const told = async (answer: ReturnType<Caller['call']>) => {
  const { status, body } = await answer;
  return [status, body.code ?? 'done'];
};

it('is drafted from the unit’s figures of the month', async () => {
  const report = await read(await lead());
  expect(report).toMatchObject({ state: 'missing', version: 0, mayWrite: true, maySubmit: true });
  expect(report.sections.summary).toContain('2026 年 11 月，本单位收到诉求 3 件');
  expect(report.sections.problems).toContain('系统故障（2 件）、历史遗留（1 件）');
  expect(report.figures.causes).toEqual([
    { name: '系统故障', n: 2 },
    { name: '历史遗留', n: 1 },
  ]);
});

it('goes out as an official document with its words and figures, recorded, and not to other units', async () => {
  const fetchAs = async (username: string) =>
    world.app.request(`/api${path()}/report.docx`, { headers: { cookie: await signIn(world, username) } });
  const answer = await fetchAs('renshe-lingdao');
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
    '2026年11月月报.docx',
  );
  const text = String(unzip(Buffer.from(await answer.arrayBuffer())).get('word/document.xml'));
  for (const words of [
    '区人力资源社会保障局',
    '关于2026年11月“办不成事”反映窗口',
    '工作情况的报告',
    '一、基本情况',
    '本单位收到诉求 3 件',
    '2026年11月办理数字',
    '系统故障',
    '四、下月打算',
    '请补充：下月打算',
  ])
    expect(text).toContain(words);
  expect((await fetchAs('yibao1')).status).toBe(404);
  const { rows } = await world.owner.query("select data from event where kind = 'report.exported'");
  expect(rows).toMatchObject([{ data: { unitId: labour, month: '2026-11', as: 'unit-report.docx' } }]);
});

it('is saved as far as it is, and refuses what an older look at it wrote', async () => {
  const who = await lead();
  expect(await told(who.call('PUT', path('2026-12'), { version: 0, ...words }))).toEqual([200, 'done']);
  expect(await read(who, '2026-12')).toMatchObject({ state: 'draft', version: 1, sections: words });
  expect(await told(who.call('PUT', path('2026-12'), { version: 0, ...words }))).toEqual([
    409,
    'unit-report.version-conflict',
  ]);
});

it.each([
  ['a month that is not over', '2026-12', words, 409, 'unit-report.month-running'],
  ['a month to come', '2027-01', words, 422, 'unit-report.month-ahead'],
  ['nothing written', '2026-10', { ...words, summary: '' }, 422, 'unit-report.empty'],
  ['somebody’s telephone', '2026-10', { ...words, problems: '13800000001 反映' }, 422, 'text.personal'],
])('is not submitted with %s', async (_title, month, body, status, code) => {
  const who = await lead();
  expect(await told(who.call('POST', `${path(month)}/submit`, { version: 0, ...body }))).toEqual([
    status,
    code,
  ]);
});

it('stays as submitted, words and figures, and says whether it was in time', async () => {
  const who = await lead();
  const before = await read(who);
  expect(await told(who.call('POST', `${path()}/submit`, { version: 0, ...words }))).toEqual([200, 'done']);
  for (const table of ['figure_delta', 'figure_cell', 'figure_share'])
    await world.owner.query(`delete from ${table}`);
  const after = await read(who);
  expect(after).toMatchObject({
    state: 'submitted',
    sections: words,
    submittedBy: '示例局负责人',
    inTime: true,
    mayWrite: false,
  });
  expect(after.figures).toEqual(before.figures);
  expect(await told(who.call('PUT', path(), { version: 1, ...words }))).toEqual([
    409,
    'unit-report.submitted',
  ]);
});

it('is late from the eleventh of the next month on', async () => {
  world.now.at = fromIso('2026-11-11T00:00:00+08:00');
  const who = await lead();
  await who.call('POST', `${path('2026-10')}/submit`, { version: 0, ...words });
  expect(await read(who, '2026-10')).toMatchObject({ state: 'submitted', inTime: false });
});

it('is written by the unit’s head alone, read by the district, and not there for other units', async () => {
  const asked = async (name: string) => {
    const who = await staff(world, name);
    const month = '2026-09';
    return [
      (await who.call('GET', path(month))).status,
      (await who.call('PUT', path(month), { version: 9, ...words })).status,
      (await who.call('POST', `${path(month)}/submit`, { version: 9, ...words })).status,
    ];
  };
  expect(await asked('renshe-lingdao')).toEqual([200, 409, 409]);
  expect(await asked('renshe1')).toEqual([200, 403, 403]);
  expect(await asked('duban')).toEqual([200, 403, 403]);
  expect(await asked('jiancha')).toEqual([200, 403, 403]);
  expect(await asked('yibao1')).toEqual([404, 404, 404]);
  expect((await (await lead()).call('GET', path('2026-11', health))).status).toBe(404);
});

it('is listed for the district with the missing first', async () => {
  const { body } = await (await staff(world, 'duban')).call('GET', '/learning/unit-reports?month=2026-11');
  const items = body.items as { unit: { id: string }; state: string }[];
  expect(body.missing).toBe(items.length - 1);
  expect(items.at(-1)).toMatchObject({ unit: { id: labour }, state: 'submitted' });
});

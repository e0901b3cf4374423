import { draftNotice, usualHead } from '../../shared/report/notice/draft-notice';
import { reportPeriod } from '../../shared/report/period';
import { minuteMs } from '../../shared/sla/instant';
import { unzip } from '../file/unzip';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../testing/people';
import { collectFigures } from './collect-figures';
import { hashOf } from './freeze-figures';

let world: TestWorld;
let supervisor: Caller;
let handler: Caller;
let cookie: string;
let matter: string;

async function report(phone: string): Promise<string> {
  const who = await reporter(world, phone);
  const given = { reporter: { kind: 'person', name: '示例市民', phone } };
  const { body } = await who.call('POST', '/orders', aReport(given, { matterId: matter }));
  return String(body.number);
}
async function resolve(number: string): Promise<void> {
  const steps: [string, object][] = [
    ['accept', {}],
    ['contact', { result: 'reached', means: 'phone' }],
    ['classify', { complexity: 'ordinary' }],
    [
      'resolve',
      {
        found: '材料清单不清楚',
        done: '已当面受理',
        rule: '社会保险登记规定',
        result: 'solved',
        cause: 'unclear-guide',
      },
    ],
  ];
  for (const [command, input] of steps) {
    const { version } = (await handler.call('GET', `/orders/${number}`)).body;
    const done = await handler.call('POST', `/orders/${number}/${command}`, { version, ...input });
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  }
}
const download = (path: string, as = cookie) =>
  world.app.request(`/api/reports${path}`, { headers: { cookie: as } });
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
  supervisor = await staff(world, 'duban');
  handler = await staff(world, 'renshe1');
  cookie = await signIn('duban');
  matter = await matterId(world, '社会保险登记');
  for (let at = 0; at < 12; at += 1) {
    const number = await report(`138000003${String(at).padStart(2, '0')}`);
    if (at < 11) await resolve(number);
  }
}, 120_000);
afterAll(() => world.close());

const freeze = async (kind = 'month') =>
  String((await supervisor.call('POST', '/reports/snapshots', { kind, day: '2026-11-18' })).body.id);
const textOf = (files: Map<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? '';

it.each([
  ['week', '2026-11-18', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['week', '2026-11-22', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03', '2026-12-21', '2026-12-27'],
  ['month', '2026-11-30', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
  ['month', '2026-01-15', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31', '2026-11-01', '2026-11-30'],
  ['year', '2026-11-18', '2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
] as const)('the %s of %s goes from %s to %s, after %s to %s', (kind, day, from, to, start, end) => {
  expect(reportPeriod(kind, day)).toEqual({ kind, from, to, before: { from: start, to: end } });
});

it('the snapshot stays as it is whatever happens afterwards, and gives the same file to the last byte', async () => {
  const id = await freeze();
  const first = await supervisor.call('GET', `/reports/snapshots/${id}`);
  const file = Buffer.from(await (await download(`/snapshots/${id}/notice.docx`)).arrayBuffer());
  await report('13800000399');
  world.now.at += 20 * minuteMs;
  const again = await supervisor.call('GET', `/reports/snapshots/${id}`);
  expect(again.body).toEqual(first.body);
  expect(first.body.hash).toBe(hashOf(first.body.figures));
  const later = Buffer.from(await (await download(`/snapshots/${id}/notice.docx`)).arrayBuffer());
  expect(later.equals(file)).toBe(true);
  const other = await supervisor.call('GET', `/reports/snapshots/${await freeze()}`);
  expect(other.body.hash).not.toBe(first.body.hash);
});

it('nobody can change a snapshot or take it away', async () => {
  await freeze();
  for (const change of ['update report_snapshot set hash = hash', 'delete from report_snapshot'])
    await expect(world.owner.query(change)).rejects.toThrow('cannot be changed');
  await expect(world.deps.db.execute('delete from report_snapshot')).rejects.toThrow();
});

it('the notice says the figures in words, names no unit below ten, and leaves places open', async () => {
  const { body } = await supervisor.call('GET', `/reports/snapshots/${await freeze('week')}`);
  const words = JSON.stringify(body.notice);
  expect(words).toContain('关于2026年11月16日至22日“办不成事”反映窗口');
  expect(words).toContain('本周共收到诉求13件');
  expect(words).toContain('社会保险登记13件，占100.0%');
  expect(words).toContain('已认定原因的11件中：办事指南或材料清单不清楚11件');
  expect(words).toContain('满10件可以比较的单位不足两家，不作比较');
  expect(words).toContain('请补充');
});

it('units are held against each other only with ten or more to count', async () => {
  const period = reportPeriod('month', '2026-11-18');
  const figures = await collectFigures(await contextOf(), period);
  const unit = (name: string, met: number, of: number) => ({
    key: name,
    name,
    counts: { 'on-time-resolve': [met, of] as [number, number] },
  });
  const units = [unit('甲局', 20, 20), unit('乙局', 9, 12), unit('丙局', 0, 9), unit('丁局', 10, 10)];
  const words = JSON.stringify(draftNotice({ ...figures, units }, usualHead).blocks);
  expect(words).toContain(
    '单位3家，较高的是甲局（100%，20件）、丁局（100%，10件）；较低的是乙局（75.0%，12件）',
  );
  expect(words).not.toContain('丙局');
});

const contextOf = async () => {
  const { rows } = await world.owner.query("select id from staff where username = 'duban'");
  const unitId = [...(await world.deps.reference()).units.keys()][0] ?? '';
  const actor = { kind: 'staff' as const, id: rows[0].id, roles: [{ role: 'supervisor' as const, unitId }] };
  return { ...world.deps, actor, ref: await world.deps.reference() };
};

it('the .docx has the page, fonts, heading levels and page numbers of GB/T 9704-2012', async () => {
  const answer = await download(`/snapshots/${await freeze()}/notice.docx`);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('运行情况的通报.docx'));
  const files = unzip(Buffer.from(await answer.arrayBuffer()));
  const document = textOf(files, 'word/document.xml');
  const mm = (twips: number) => Math.round((twips * 25.4) / 1440);
  const numbers = (tag: string) =>
    Object.fromEntries(
      [...(document.match(new RegExp(`<w:${tag} [^>]*>`))?.[0] ?? '').matchAll(/w:(\w+)="(\d+)"/g)].map(
        ([, name, value]) => [name, Number(value)],
      ),
    );
  const { w = 0, h = 0 } = numbers('pgSz');
  expect([mm(w), mm(h)]).toEqual([210, 297]);
  const margin = numbers('pgMar');
  expect([margin.top, margin.right, margin.bottom, margin.left].map((each) => mm(each ?? 0))).toEqual([
    37, 26, 35, 28,
  ]);
  const lines = ((h - (margin.top ?? 0) - (margin.bottom ?? 0)) / (numbers('docGrid').linePitch ?? 1)) | 0;
  expect(lines).toBe(22);
  const styles = textOf(files, 'word/styles.xml');
  const spacing = Number(styles.match(/<w:spacing w:val="(-?\d+)"/)?.[1]);
  const characters = ((w - (margin.left ?? 0) - (margin.right ?? 0)) / (16 * 20 + spacing)) | 0;
  expect(characters).toBe(28);
  const style = (id: string) => styles.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`))?.[0];
  expect(style('Title')).toMatch(/w:eastAsia="方正小标宋简体".*w:sz w:val="44"/);
  expect(style('Heading1')).toMatch(/w:eastAsia="黑体"/);
  expect(style('Heading2')).toMatch(/w:eastAsia="楷体_GB2312"/);
  expect(style('Heading3')).toMatch(/<w:b\/>.*w:eastAsia="仿宋_GB2312"|w:eastAsia="仿宋_GB2312".*<w:b\/>/);
  expect(styles.match(/<w:docDefaults>.*<\/w:docDefaults>/)?.[0]).toMatch(/仿宋_GB2312.*w:sz w:val="32"/);
  for (const [id, text] of [
    ['Heading1', '一、总体情况'],
    ['Heading2', '（一）收到诉求'],
    ['Title', '各单位办理情况表'],
  ])
    expect(document).toMatch(new RegExp(`<w:pStyle w:val="${id}"/>(?:(?!</w:p>).)*${text}`));
  const feet = [...files.keys()]
    .filter((name) => name.startsWith('word/footer'))
    .map((name) => textOf(files, name));
  expect(feet).toHaveLength(2);
  for (const foot of feet) expect(foot).toMatch(/宋体.*w:sz w:val="28".*— .*PAGE.* —/);
  expect(feet.map((foot) => foot.match(/<w:jc w:val="(\w+)"/)?.[1]).sort()).toEqual(['left', 'right']);
  expect(textOf(files, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
  expect([...files.keys()].filter((name) => /charts\/chart\d/.test(name)).length).toBeGreaterThan(0);
});

it('a bulletin goes out as a document to the district and to the units it names', async () => {
  const { rows } = await world.owner.query(
    "select unit_id from staff_role join staff on id = staff_id where username = 'renshe1'",
  );
  const input = {
    title: '关于社会保险登记超期的通报',
    text: '经查，有超期。\n请整改。',
    unitIds: [rows[0].unit_id],
  };
  const { body } = await supervisor.call('POST', '/desk/bulletins', { ...input, orderNumbers: [] });
  for (const [who, status] of [
    ['duban', 200],
    ['jiancha', 200],
    ['renshe1', 200],
    ['yibao1', 404],
    ['paidan', 404],
  ] as const) {
    const answer = await download(`/bulletins/${body.id}/bulletin.docx`, await signIn(who));
    expect([who, answer.status]).toEqual([who, status]);
    if (status !== 200) continue;
    const document = textOf(unzip(Buffer.from(await answer.arrayBuffer())), 'word/document.xml');
    for (const text of ['关于社会保险登记超期的通报', '区人力资源社会保障局：', '请整改。', '2026年11月'])
      expect(document).toContain(text);
  }
});

it('every snapshot and every file that goes out is written down', async () => {
  const { rows } = await world.owner.query(
    "select kind, count(*)::int as n from event where kind like 'report.%' group by 1 order by 1",
  );
  expect(rows).toEqual([
    { kind: 'report.exported', n: expect.any(Number) },
    { kind: 'report.frozen', n: expect.any(Number) },
  ]);
});

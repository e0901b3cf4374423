import { defaultRule } from '../../../shared/learning/assessment/default-rule';
import { fromIso } from '../../../shared/sla/instant';
import { seedId } from '../../db/seed/units';
import { type Context, systemContext } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { assessed, health, labour, rule, told } from '../testing/assessed';
import { unitRates } from './unit-rates';

let world: TestWorld;
let bureau: Awaited<ReturnType<typeof assessed>>;

beforeAll(async () => {
  world = await startWorld();
  bureau = await assessed(world);
}, 240_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = fromIso('2026-11-18T09:30:00+08:00');
});

/** Sees the whole district, as the supervisor does. */
const systemOfDistrict = async (): Promise<Context> => ({
  ...(await systemContext(world.deps)),
  actor: { kind: 'staff', id: seedId('staff:duban'), roles: [{ role: 'supervisor', unitId: health }] },
});

it('takes each line from the figures as they stand, and shows the sum', async () => {
  const who = await bureau.supervisor();
  const { body } = await who.call('GET', '/figures/groups?from=2026-01-01&to=2026-12-31&by=unit');
  const grouped = (
    body.items as { key: string; figures: { id: string; count: number; of: number }[] }[]
  ).find(({ key }) => key === labour);
  const found = await bureau.year(who);
  expect(found.ruleVersion).toBe(0);
  for (const { figure } of defaultRule.filter((each) =>
    grouped?.figures.some(({ id }) => id === each.figure),
  )) {
    const wanted = grouped?.figures.find(({ id }) => id === figure);
    expect(bureau.lineOf(found, figure)).toMatchObject({ count: wanted?.count, of: wanted?.of });
  }
  expect(bureau.lineOf(found, 'solved')).toMatchObject({
    count: 12,
    of: 12,
    points: 20,
    sum: '20 × 100% = 20',
  });
  expect(bureau.lineOf(found, 'improvements-done')).toMatchObject({
    points: null,
    sum: '只有 0 件，不足 10 件，不计分',
  });
  expect(bureau.labourIn(found)).toMatchObject({ rank: 1, received: 12 });
});

it('begins with indicators that all have their figure', async () => {
  const { figures } = (await (await bureau.supervisor()).call('GET', '/learning/assessment/rules')).body as {
    figures: { id: string }[];
  };
  const known = figures.map(({ id }) => id);
  expect(defaultRule.filter(({ figure }) => !known.includes(figure))).toEqual([]);
});

it('gives no rank and no score to a unit with nothing to count', async () => {
  const found = (await bureau.year(await bureau.supervisor())).units.find(({ id }) => id === health);
  expect(found).toMatchObject({ rank: null, score: null, received: 0 });
});

it('shows a unit its own lines and those below, without ranks', async () => {
  const { units } = await bureau.year(await bureau.lead());
  expect(units.map(({ name }) => name).sort()).toEqual(['区人力资源社会保障局', '区人社局社保服务分中心']);
  expect(units.every(({ rank }) => rank === null)).toBe(true);
});

it('keeps every version of the rule, and measures a year by the newest that begins by then', async () => {
  const who = await bureau.supervisor();
  expect(await told(who.call('POST', '/learning/assessment/rules', rule({ fromYear: 2027 })))).toEqual([
    200,
    'done',
  ]);
  expect((await bureau.year(who)).ruleVersion).toBe(0);
  await who.call('POST', '/learning/assessment/rules', rule());
  const found = await bureau.year(who);
  expect(found.ruleVersion).toBe(2);
  expect(bureau.labourIn(found)?.lines.map(({ points }) => points)).toEqual([70, 30]);
  const { items } = (await who.call('GET', '/learning/assessment/rules')).body as {
    items: { version: number; note: string; by: string | null }[];
  };
  expect(items.map(({ version, by }) => [version, by])).toEqual([
    [2, '示例督办员'],
    [1, '示例督办员'],
    [0, null],
  ]);
});

it('keeps a rule for good, even against the database’s owner', async () => {
  await expect(world.owner.query("update assessment_rule set note = 'x'")).rejects.toThrow(
    'cannot be changed',
  );
  await expect(world.owner.query('delete from assessment_rule')).rejects.toThrow('cannot be changed');
});

const [solved, accept] = rule().indicators;
it.each([
  ['weights that are not a hundred', { indicators: [solved] }, 400, 'input.invalid'],
  [
    'one figure twice',
    {
      indicators: [
        { ...solved, weight: 50 },
        { ...solved, weight: 50 },
      ],
    },
    400,
    'input.invalid',
  ],
  [
    'a figure there is not',
    { indicators: [{ ...accept, figure: 'beauty', weight: 100 }] },
    422,
    'assessment.figure-unknown',
  ],
  ['a year long over', { fromYear: 2024 }, 422, 'assessment.year-over'],
])('refuses a rule with %s', async (_title, more, status, code) => {
  const who = await bureau.supervisor();
  expect(await told(who.call('POST', '/learning/assessment/rules', rule(more)))).toEqual([status, code]);
});

it('counts the duties of whole months since the first report, each done in its time', async () => {
  const nextDay = (month: string) => fromIso(`${month}-05T10:00:00+08:00`);
  const words = { version: 0, summary: '本月情况正常。', problems: '', measures: '', plans: '' };
  for (const [month, at] of [
    ['2026-11', '2026-12'],
    ['2026-12', '2027-01'],
  ] as const) {
    world.now.at = nextDay(at);
    const who = await bureau.lead();
    await who.call('POST', '/learning/confirmations', { unitId: labour, month });
    if (month === '2026-11')
      await who.call('POST', `/learning/unit-reports/${labour}/${month}/submit`, words);
  }
  world.now.at = fromIso('2027-02-15T10:00:00+08:00');
  const { rates } = (await unitRates(await systemOfDistrict(), 2027, [labour])).get(labour) ?? {};
  const before = (await unitRates(await systemOfDistrict(), 2026, [labour])).get(labour)?.rates;
  expect(before?.get('list-confirmed')).toEqual({ count: 2, of: 2 });
  expect(before?.get('report-submitted')).toEqual({ count: 1, of: 2 });
  expect(rates?.get('list-confirmed')).toEqual({ count: 0, of: 1 });
});

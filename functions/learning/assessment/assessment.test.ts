import { defaultRule } from '../../../shared/learning/assessment/default-rule';
import type { AssessedUnit } from '../../../shared/learning/assessment/result';
import { fromIso } from '../../../shared/sla/instant';
import { seedId } from '../../db/seed/units';
import { type Context, systemContext } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, staff } from '../../testing/people';
import { unitRates } from './unit-rates';

let world: TestWorld;
let orders: Awaited<ReturnType<typeof labourOrders>>;
const numbers: string[] = [];
const labour = seedId('区人力资源社会保障局');
const health = seedId('区医保局');
const november = fromIso('2026-11-18T09:30:00+08:00');

beforeAll(async () => {
  world = await startWorld();
  orders = await labourOrders(world);
  for (let left = 12; left > 0; left -= 1) numbers.push(await orders.closed());
}, 240_000);
afterAll(() => world.close());
beforeEach(() => {
  world.now.at = november;
});

interface Year {
  units: AssessedUnit[];
  ruleVersion: number;
  exclusions: { number: string; reason: string; proposedBy: string; decidedBy: string }[];
  frozen: { hash: string; whole: boolean; by: string } | null;
}
const supervisor = () => staff(world, 'duban');
const lead = () => staff(world, 'renshe-lingdao');
const year = async (who: Caller, of = 2026) =>
  (await who.call('GET', `/learning/assessment?year=${of}`)).body as unknown as Year;
const labourIn = ({ units }: Year) => units.find(({ id }) => id === labour);
const lineOf = (found: Year, figure: string) => labourIn(found)?.lines.find((line) => line.figure === figure);
/** Sees the whole district, as the supervisor does. */
const systemOfDistrict = async (): Promise<Context> => ({
  ...(await systemContext(world.deps)),
  actor: { kind: 'staff', id: seedId('staff:duban'), roles: [{ role: 'supervisor', unitId: health }] },
});
const told = async (answer: ReturnType<Caller['call']>) => {
  const { status, body } = await answer;
  return [status, body.code ?? 'done'];
};
const rule = (more: object = {}) => ({
  fromYear: 2026,
  note: '重解决率',
  indicators: [
    { figure: 'solved', title: '解决率', weight: 70, formula: { kind: 'linear', zero: 50, full: 100 } },
    {
      figure: 'on-time-accept',
      title: '接单按时率',
      weight: 30,
      formula: { kind: 'steps', steps: [{ from: 95, share: 100 }] },
    },
  ],
  ...more,
});

it('takes each line from the figures as they stand, and shows the sum', async () => {
  const who = await supervisor();
  const { body } = await who.call('GET', '/figures/groups?from=2026-01-01&to=2026-12-31&by=unit');
  const grouped = (
    body.items as { key: string; figures: { id: string; count: number; of: number }[] }[]
  ).find(({ key }) => key === labour);
  const found = await year(who);
  expect(found.ruleVersion).toBe(0);
  for (const { figure } of defaultRule.filter((each) =>
    grouped?.figures.some(({ id }) => id === each.figure),
  )) {
    const wanted = grouped?.figures.find(({ id }) => id === figure);
    expect(lineOf(found, figure)).toMatchObject({ count: wanted?.count, of: wanted?.of });
  }
  expect(lineOf(found, 'solved')).toMatchObject({ count: 12, of: 12, points: 20, sum: '20 × 100% = 20' });
  expect(lineOf(found, 'improvements-done')).toMatchObject({
    points: null,
    sum: '只有 0 件，不足 10 件，不计分',
  });
  expect(labourIn(found)).toMatchObject({ rank: 1, received: 12 });
});

it('begins with indicators that all have their figure', async () => {
  const { figures } = (await (await supervisor()).call('GET', '/learning/assessment/rules')).body as {
    figures: { id: string }[];
  };
  const known = figures.map(({ id }) => id);
  expect(defaultRule.filter(({ figure }) => !known.includes(figure))).toEqual([]);
});

it('gives no rank and no score to a unit with nothing to count', async () => {
  const found = (await year(await supervisor())).units.find(({ id }) => id === health);
  expect(found).toMatchObject({ rank: null, score: null, received: 0 });
});

it('shows a unit its own lines and those below, without ranks', async () => {
  const { units } = await year(await lead());
  expect(units.map(({ name }) => name).sort()).toEqual(['区人力资源社会保障局', '区人社局社保服务分中心']);
  expect(units.every(({ rank }) => rank === null)).toBe(true);
});

it('keeps every version of the rule, and measures a year by the newest that begins by then', async () => {
  const who = await supervisor();
  expect(await told(who.call('POST', '/learning/assessment/rules', rule({ fromYear: 2027 })))).toEqual([
    200,
    'done',
  ]);
  expect((await year(who)).ruleVersion).toBe(0);
  await who.call('POST', '/learning/assessment/rules', rule());
  const found = await year(who);
  expect(found.ruleVersion).toBe(2);
  expect(labourIn(found)?.lines.map(({ points }) => points)).toEqual([70, 30]);
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
  const who = await supervisor();
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
    const who = await lead();
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

describe('an order that is not to count', () => {
  const ask = async (who: Caller, number: string, more: object = {}) =>
    who.call('POST', '/learning/assessment/exclusions', {
      year: 2026,
      order: number,
      reason: '系统停机造成，不属单位责任',
      ...more,
    });
  const decide = async (who: Caller, id: unknown, agreed: boolean) =>
    told(who.call('POST', `/learning/assessment/exclusions/${id}/decide`, { agreed, reason: '情况属实' }));

  it('counts until a second person agrees, and then does not; both are named', async () => {
    const [first = ''] = numbers;
    const made = (await ask(await lead(), first)).body;
    expect(labourIn(await year(await supervisor()))?.received).toBe(12);
    expect(await decide(await supervisor(), made.id, true)).toEqual([200, 'done']);
    const found = await year(await supervisor());
    expect(labourIn(found)?.received).toBe(11);
    expect(lineOf(found, 'solved')).toMatchObject({ count: 11, of: 11 });
    expect(found.exclusions).toMatchObject([
      { number: first, proposedBy: '示例局负责人', decidedBy: '示例督办员' },
    ]);
    expect(await told(ask(await lead(), first))).toEqual([409, 'exclusion.already']);
    expect(await decide(await supervisor(), made.id, false)).toEqual([409, 'exclusion.decided']);
  });

  it('counts on where it is refused, and may be asked for again', async () => {
    const made = (await ask(await lead(), numbers[1] ?? '')).body;
    expect(await decide(await supervisor(), made.id, false)).toEqual([200, 'done']);
    expect(labourIn(await year(await supervisor()))?.received).toBe(11);
    expect(await told(ask(await lead(), numbers[1] ?? ''))).toEqual([200, 'done']);
  });

  it('takes its running, overdue clocks out as well', async () => {
    const late = await orders.send();
    world.now.at += 30 * 86_400_000;
    const before = lineOf(await year(await supervisor()), 'on-time-accept');
    const made = (await ask(await lead(), late)).body;
    expect(await decide(await supervisor(), made.id, true)).toEqual([200, 'done']);
    const after = lineOf(await year(await supervisor()), 'on-time-accept');
    expect([after?.count, after?.of]).toEqual([before?.count, (before?.of ?? 0) - 1]);
  });

  it('is never decided by who asked, nor by anybody but the supervisor', async () => {
    const who = await supervisor();
    const made = (await ask(who, numbers[2] ?? '')).body;
    expect(await decide(who, made.id, true)).toEqual([403, 'exclusion.second-person']);
    for (const name of ['renshe-lingdao', 'paidan', 'jiancha'])
      expect(await decide(await staff(world, name), made.id, true)).toEqual([403, 'assessment.forbidden']);
    expect(await decide(await staff(world, 'yibao1'), made.id, true)).toEqual([404, 'exclusion.not-found']);
  });

  it('is asked for by the unit’s head or the district only, without anybody’s name', async () => {
    const [, , , number = ''] = numbers;
    expect(await told(ask(await staff(world, 'renshe1'), number))).toEqual([403, 'assessment.forbidden']);
    expect(await told(ask(await staff(world, 'yibao1'), number))).toEqual([404, 'order.not-found']);
    expect(await told(ask(await lead(), number, { reason: '示例市民自己弄错' }))).toEqual([
      422,
      'text.personal',
    ]);
  });

  it('is listed with how it was decided, the newest first', async () => {
    const { items } = (await (await lead()).call('GET', '/learning/assessment/exclusions?year=2026'))
      .body as {
      items: { state: string; mayDecide: boolean }[];
    };
    expect(items.map(({ state }) => state).sort()).toEqual([
      'agreed',
      'agreed',
      'proposed',
      'proposed',
      'refused',
    ]);
    expect(items.every(({ mayDecide }) => !mayDecide)).toBe(true);
    const asked = (
      await (await supervisor()).call('GET', '/learning/assessment/exclusions?year=2026&state=proposed')
    ).body.items as { mayDecide: boolean }[];
    expect(asked.filter(({ mayDecide }) => mayDecide)).toHaveLength(1);
  });
});

describe('a year that is over', () => {
  const freeze = async (who: Caller, of = 2026) =>
    told(who.call('POST', '/learning/assessment/freeze', { year: of }));

  it('is not frozen before it is over, nor by anybody but the supervisor', async () => {
    expect(await freeze(await supervisor())).toEqual([409, 'assessment.year-running']);
    world.now.at = fromIso('2027-01-20T10:00:00+08:00');
    for (const name of ['paidan', 'jiancha', 'renshe-lingdao', 'guanli'])
      expect(await freeze(await staff(world, name))).toEqual([403, 'assessment.forbidden']);
  });

  it('stays as it was frozen, whatever comes after, and its hash says so', async () => {
    world.now.at = fromIso('2027-01-20T10:00:00+08:00');
    const before = await year(await supervisor());
    expect(await freeze(await supervisor())).toEqual([200, 'done']);
    expect(await freeze(await supervisor())).toEqual([409, 'assessment.frozen']);
    for (const table of ['figure_delta', 'figure_cell', 'figure_share'])
      await world.owner.query(`delete from ${table}`);
    const after = await year(await supervisor());
    expect(after.units).toEqual(before.units);
    expect(after.exclusions).toEqual(before.exclusions);
    expect(after.frozen).toMatchObject({ by: '示例督办员', whole: true });
    const { units } = await year(await lead());
    expect(units.map(({ id }) => id)).not.toContain(health);
    const { rows } = await world.owner.query("select data from event where kind = 'assessment.frozen'");
    expect(rows).toMatchObject([{ data: { year: 2026, sha256: after.frozen?.hash } }]);
  });

  it('takes no exclusion and no rule any more', async () => {
    world.now.at = fromIso('2027-01-21T10:00:00+08:00');
    const body = { year: 2026, order: numbers[4], reason: '系统停机造成' };
    expect(await told((await lead()).call('POST', '/learning/assessment/exclusions', body))).toEqual([
      409,
      'assessment.frozen',
    ]);
    const who = await supervisor();
    expect(await told(who.call('POST', '/learning/assessment/rules', rule()))).toEqual([
      422,
      'assessment.year-over',
    ]);
  });

  it('cannot be changed by the database’s owner without being found out', async () => {
    await expect(world.owner.query('update assessment_snapshot set year = 2025')).rejects.toThrow(
      'cannot be changed',
    );
    await world.owner.query('alter table assessment_snapshot disable trigger all');
    await world.owner.query(
      `update assessment_snapshot set data = jsonb_set(data, '{units,0,score}', '1'::jsonb)`,
    );
    await world.owner.query('alter table assessment_snapshot enable trigger all');
    expect((await year(await supervisor())).frozen).toMatchObject({ whole: false });
  });

  it('is not known before its time', async () => {
    expect(await told((await supervisor()).call('GET', '/learning/assessment?year=2030'))).toEqual([
      422,
      'assessment.year-ahead',
    ]);
  });
});

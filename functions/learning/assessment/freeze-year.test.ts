import { fromIso } from '../../../shared/sla/instant';
import { startWorld, type TestWorld } from '../../testing/database';
import { type Caller, staff } from '../../testing/people';
import { assessed, health, rule, told } from '../testing/assessed';

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

const freeze = async (who: Caller, of = 2026) =>
  told(who.call('POST', '/learning/assessment/freeze', { year: of }));

it('freezes no year before it is over, and for nobody but the supervisor', async () => {
  expect(await freeze(await bureau.supervisor())).toEqual([409, 'assessment.year-running']);
  world.now.at = fromIso('2027-01-20T10:00:00+08:00');
  for (const name of ['paidan', 'jiancha', 'renshe-lingdao', 'guanli'])
    expect(await freeze(await staff(world, name))).toEqual([403, 'assessment.forbidden']);
});

it('keeps a year as it was frozen, whatever comes after, and its hash says so', async () => {
  const made = (await bureau.exclude(await bureau.lead(), bureau.numbers[0] ?? '')).body;
  expect(await bureau.decide(await bureau.supervisor(), made.id, true)).toEqual([200, 'done']);
  world.now.at = fromIso('2027-01-20T10:00:00+08:00');
  const before = await bureau.year(await bureau.supervisor());
  expect(await freeze(await bureau.supervisor())).toEqual([200, 'done']);
  expect(await freeze(await bureau.supervisor())).toEqual([409, 'assessment.frozen']);
  for (const table of ['figure_delta', 'figure_cell', 'figure_share'])
    await world.owner.query(`delete from ${table}`);
  const after = await bureau.year(await bureau.supervisor());
  expect(after.units).toEqual(before.units);
  expect(after.exclusions).toEqual(before.exclusions);
  expect(after.frozen).toMatchObject({ by: '示例督办员', whole: true });
  const { units } = await bureau.year(await bureau.lead());
  expect(units.map(({ id }) => id)).not.toContain(health);
  const { rows } = await world.owner.query("select data from event where kind = 'assessment.frozen'");
  expect(rows).toMatchObject([{ data: { year: 2026, sha256: after.frozen?.hash } }]);
});

it('takes no exclusion and no rule for a frozen year', async () => {
  world.now.at = fromIso('2027-01-21T10:00:00+08:00');
  const body = { year: 2026, order: bureau.numbers[4], reason: '系统停机造成' };
  expect(await told((await bureau.lead()).call('POST', '/learning/assessment/exclusions', body))).toEqual([
    409,
    'assessment.frozen',
  ]);
  const who = await bureau.supervisor();
  expect(await told(who.call('POST', '/learning/assessment/rules', rule()))).toEqual([
    422,
    'assessment.year-over',
  ]);
});

it('keeps a frozen year from being changed by the database’s owner without being found out', async () => {
  await expect(world.owner.query('update assessment_snapshot set year = 2025')).rejects.toThrow(
    'cannot be changed',
  );
  await world.owner.query('alter table assessment_snapshot disable trigger all');
  await world.owner.query(
    `update assessment_snapshot set data = jsonb_set(data, '{units,0,score}', '1'::jsonb)`,
  );
  await world.owner.query('alter table assessment_snapshot enable trigger all');
  expect((await bureau.year(await bureau.supervisor())).frozen).toMatchObject({ whole: false });
});

it('knows no year before its time', async () => {
  expect(await told((await bureau.supervisor()).call('GET', '/learning/assessment?year=2030'))).toEqual([
    422,
    'assessment.year-ahead',
  ]);
});

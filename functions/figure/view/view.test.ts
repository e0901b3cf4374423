import { workingMinutesBetween } from '../../../shared/sla/between';
import { dayOf, fromIso, instantAt } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../../testing/people';
import { foldDeltas } from '../fold-deltas';
import { keepFigures } from '../keep-figures';
import type { Cast } from '../testing/cast';
import { makeCast, person, serialIds } from '../testing/make-cast';
import { quantile } from '../testing/plainly';
import { type History, playHistories } from '../testing/play-histories';
import { writeHistories } from '../testing/write-histories';

let world: TestWorld;
let ctx: Context;
let cast: Cast;
let histories: History[];
let supervisor: Caller;
let lead: Caller;

beforeAll(async () => {
  Error.stackTraceLimit = 0;
  world = await startWorld();
  const ref = await world.deps.reference();
  ctx = { ...world.deps, ref, actor: person('duban', 'supervisor', ref.tree.districtOffice) };
  const newId = serialIds();
  cast = makeCast(ctx, newId);
  const base = { calendar: ref.calendar, settings: ref.settings, units: ref.tree, newId };
  const when = { from: fromIso('2026-06-01T00:00:00+08:00'), days: 150, seed: 5 };
  histories = playHistories(600, cast, base, when, () => undefined).filter(
    ({ events }) => (events.at(-1)?.at ?? 0) < world.now.at,
  );
  await writeHistories(world.owner, histories);
  const ids = histories.map(({ facts }) => facts.id);
  const half = Math.floor(ids.length / 2);
  await ctx.db.transaction((tx) => keepFigures(tx, ids.slice(0, half), ref.calendar));
  await foldDeltas(ctx.db);
  await ctx.db.transaction((tx) => keepFigures(tx, ids.slice(half), ref.calendar));
  supervisor = await staff(world, 'duban');
  lead = await staff(world, 'renshe-lingdao');
}, 280_000);
afterAll(() => world.close());

const period = 'from=2026-06-01&to=2026-11-18';
const get = async (who: Caller, path: string) => {
  const { status, body } = await who.call('GET', `/figures/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
};

it('shows where people get stuck: every cell of matter and stage as many as were received', async () => {
  const { items } = (await get(supervisor, `heat?${period}`)) as {
    items: { matter: string; n: number; cells: Record<string, number> }[];
  };
  for (const { matter, n, cells } of items) {
    const mine = histories.filter(({ facts }) => facts.matterId === matter);
    expect(n).toBe(mine.length);
    for (const [stage, count] of Object.entries(cells))
      expect(count).toBe(mine.filter(({ facts }) => facts.stage === stage).length);
  }
  expect(items).toHaveLength(3);
});

it('shows from which unit to which orders were given back', async () => {
  const { total, items } = (await get(supervisor, `returns?${period}`)) as {
    total: number;
    items: { from: string; to: string | null; n: number }[];
  };
  const ways = new Map<string, number>();
  for (const { events } of histories)
    for (const [at, line] of events.entries()) {
      if (line.kind !== 'order.returned') continue;
      const next = events.slice(at).find((each) => each.kind === 'order.dispatched');
      const way = `${line.data.unitId} ${next?.data.unitId ?? null}`;
      ways.set(way, (ways.get(way) ?? 0) + 1);
    }
  expect(new Map(items.map(({ from, to, n }) => [`${from} ${to}`, n]))).toEqual(ways);
  for (const { from, to, n } of items.slice(0, 3)) {
    const lines = await get(
      supervisor,
      `returns/orders?${period}&fromUnit=${from}&toUnit=${to ?? 'none'}&limit=100`,
    );
    expect(lines.items).toHaveLength(Math.min(n, 100));
  }
  expect(total).toBe([...ways.values()].reduce((sum, n) => sum + n, 0));
  for (const matter of cast.matters) {
    const mine = histories.filter(({ facts }) => facts.matterId === matter).flatMap(({ events }) => events);
    const found = await get(supervisor, `returns?${period}&matter=${matter ?? 'none'}`);
    expect(found.total).toBe(mine.filter(({ kind }) => kind === 'order.returned').length);
  }
  const own = (await get(lead, `returns?${period}`)) as { items: { from: string; to: string | null }[] };
  for (const { from, to } of own.items)
    expect([from, to].some((unit) => unit === cast.lead || unit === cast.below)).toBe(true);
});

const months = 'from=2026-06&to=2026-11';

it('knows how long orders lay with each holder, and what lies there now', async () => {
  const { items } = (await get(supervisor, `custody?${months}`)) as {
    items: { unit: string; role: string; n: number; median: number | null; open: number }[];
  };
  const held = histories.flatMap(({ facts }) => facts.custody);
  for (const { unit, role, n, median, open } of items) {
    const mine = held.filter((each) => each.unitId === unit && each.role === role);
    const ended = mine.flatMap(({ fromAt, toAt }) =>
      toAt === null ? [] : [workingMinutesBetween(fromAt, toAt, ctx.ref.calendar)],
    );
    expect({ unit, role, n, open }).toEqual({
      unit,
      role,
      n: ended.length,
      open: mine.length - ended.length,
    });
    const lines = async (part: string) =>
      (await get(supervisor, `custody/orders?${months}&holder=${unit}&role=${role}&part=${part}&limit=100`))
        .items;
    expect(await lines('open')).toHaveLength(Math.min(open, 100));
    expect(await lines('ended')).toHaveLength(Math.min(n, 100));
    const exact = quantile(ended, 0.5) ?? 0;
    if (ended.length > 50) expect(Math.abs((median ?? 0) - exact)).toBeLessThanOrEqual(2 + exact * 0.1);
  }
  expect(items.reduce((sum, { n, open }) => sum + n + open, 0)).toBe(held.length);
});

it('finds the issue that grew', async () => {
  const who = await reporter(world, '13800000501');
  const same = [
    '社保卡补办系统一直提示网络异常',
    '补办社保卡系统总是提示网络异常办不了',
    '社保卡补办时系统提示网络异常',
  ];
  for (const story of same) {
    const sent = await who.call(
      'POST',
      '/orders',
      aReport({}, { story: `${story}，跑了三趟窗口都没有办成。` }),
    );
    expect(sent.status).toBe(201);
  }
  const today = dayOf(world.now.at);
  const { items } = (await get(supervisor, `hot?from=${today}&to=${today}`)) as {
    items: { title: string; size: number; now: number; before: number; numbers: string[] }[];
  };
  expect(items[0]).toMatchObject({ size: 3, now: 3, before: 0 });
  expect(items[0]?.title).toContain('社保卡');
  expect(items[0]?.numbers).toHaveLength(3);
});

it('counts a report among the stuck points as soon as it came', async () => {
  const who = await reporter(world, '13800000502');
  const about = await matterId(world, '社会保险登记');
  const today = dayOf(world.now.at);
  const received = async () => {
    const { items } = await get(supervisor, `heat?from=${today}&to=${today}`);
    return (items as { matter: string; n: number }[]).find(({ matter }) => matter === about)?.n ?? 0;
  };
  for (const n of [0, 1, 2]) {
    expect(await received()).toBe(n);
    if (n === 1) await foldDeltas(ctx.db);
    expect((await who.call('POST', '/orders', aReport({}, { matterId: about }))).status).toBe(201);
  }
});

it('lists the units whose people did not sign in although work lay there', async () => {
  const named = async () => {
    const { items } = (await get(supervisor, 'duty')) as { items: { unit: string; people: string[] }[] };
    return items.map(({ unit }) => unit);
  };
  expect(await named()).toEqual(expect.arrayContaining([cast.lead, cast.other]));
  await staff(world, 'renshe2');
  const after = await named();
  expect(after).not.toContain(cast.lead);
  expect(after).toContain(cast.other);
  const sunday = (await get(supervisor, 'duty?day=2026-11-15')) as { workingDay: boolean };
  expect(sunday.workingDay).toBe(false);
  expect((await supervisor.call('GET', '/figures/duty?day=2027-01-01')).status).toBe(422);
});

it('shows on the wall what waits, with its lights', async () => {
  const seen = (await get(supervisor, 'wall')) as {
    queue: { state: string; n: number }[];
    lights: Record<string, number>;
    today: { received: number };
    units: { unit: string; open: number }[];
  };
  const rows = (
    await world.owner.query(
      `select state, light_due_at, submitted_at from "order" where state in ('submitted', 'dispatched', 'handling', 'rectifying', 'resolved')`,
    )
  ).rows as { state: string; light_due_at: Date | null; submitted_at: Date }[];
  for (const { state, n } of seen.queue) expect(n).toBe(rows.filter((row) => row.state === state).length);
  expect(seen.lights.red).toBe(
    rows.filter((row) => row.light_due_at && Number(row.light_due_at) < world.now.at).length,
  );
  expect(seen.today.received).toBe(
    rows.filter((row) => Number(row.submitted_at) >= instantAt(dayOf(world.now.at), '00:00')).length,
  );
  const own = (await get(lead, 'wall')) as typeof seen;
  expect(own.units.every(({ unit }) => [cast.lead, cast.below].includes(unit))).toBe(true);
});

const pages = ['summary', 'groups', 'orders', 'heat', 'returns', 'hot', 'custody', 'wall', 'duty'] as const;
const queries: Record<string, string> = {
  groups: `${period}&by=channel`,
  orders: `${period}&figure=received`,
  custody: months,
  wall: '',
  duty: '',
};
it.each<[string, number, number]>([
  ['duban', 200, 200],
  ['jiancha', 200, 200],
  ['paidan', 200, 200],
  ['renshe-lingdao', 200, 403],
  ['guanli', 403, 403],
])('lets see, or not: %s', async (who, figures, duty) => {
  const asks = await staff(world, who);
  for (const page of pages) {
    const { status } = await asks.call('GET', `/figures/${page}?${queries[page] ?? period}`);
    expect({ page, status }).toEqual({ page, status: page === 'duty' ? duty : figures });
    expect((await nobody(world).call('GET', `/figures/${page}?${queries[page] ?? period}`)).status).toBe(401);
  }
});

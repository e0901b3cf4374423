import { sql, TransactionRollbackError } from 'drizzle-orm';
import { counters } from '../../shared/figure/counter';
import { dayOf, fromIso } from '../../shared/sla/instant';
import type { Tx } from '../db/connect';
import type { Context } from '../order/context';
import { startWorld, type TestWorld } from '../testing/database';
import { figuresOf } from './figures-of';
import { type FigureQuery, narrowingOf, periodOf } from './filter';
import { foldDeltas } from './fold-deltas';
import type { Group } from './group';
import { keepFigures, writeFigures } from './keep-figures';
import { listFigureOrders } from './list-figure-orders';
import { type Measured, measure } from './measure';
import { packDays } from './pack-days';
import { readHandling } from './read-handling';
import { rebuildFigures } from './rebuild-figures';
import type { Cast } from './testing/cast';
import { expectHeat } from './testing/expect-heat';
import { makeCast, person, serialIds } from './testing/make-cast';
import { type Ask, type Plain, type PlainOrder, plainCircle, plainly, quantile } from './testing/plainly';
import { type History, playHistories } from './testing/play-histories';
import { months, questionsFor } from './testing/questions';
import { rowOf, writeHistories } from './testing/write-histories';

const count = 10_000;
const pageSize = 250;
let world: TestWorld;
let cast: Cast;
let ctx: Context;
let histories: History[];
let plain: PlainOrder[];

async function inPages<T>(items: readonly T[], work: (page: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += pageSize) await work(items.slice(from, from + pageSize));
}

beforeAll(async () => {
  // Refusals are thrown by the hundred thousand here, and nobody reads their stacks.
  Error.stackTraceLimit = 0;
  world = await startWorld();
  const ref = await world.deps.reference();
  ctx = { ...world.deps, ref, actor: person('duban', 'supervisor', ref.tree.districtOffice) };
  const newId = serialIds();
  cast = makeCast(ctx, newId);
  const half: History[] = [];
  const base = { calendar: ref.calendar, settings: ref.settings, units: ref.tree, newId };
  const when = { from: fromIso('2025-09-01T00:00:00+08:00'), days: 420, seed: 11 };
  histories = playHistories(count, cast, base, when, (history) => half.push(history));
  world.now.at = fromIso('2026-11-18T09:30:00+08:00');
  // As they stood half-way, then as they stand now: the roll-ups must follow every change of mind.
  await inPages(half.slice(0, count), (page) =>
    ctx.db.transaction((tx) =>
      writeFigures(
        tx,
        page.map((each) =>
          figuresOf(rowOf(each), each.events, each.facts.clocks, each.facts.custody, ref.calendar),
        ),
      ),
    ),
  );
  await foldDeltas(ctx.db, 20_000);
  await packDays(ctx.db);
  await writeHistories(world.owner, histories);
  const ids = histories.map(({ facts }) => facts.id);
  await inPages(ids, (page) => ctx.db.transaction((tx) => keepFigures(tx, page, ref.calendar)));
  await foldDeltas(ctx.db, 12_000);
  await packDays(ctx.db, 200);
  plain = histories.map(({ facts, cause, events }) => ({
    ...facts,
    unitId: facts.lead ?? facts.dispatchedTo,
    cause,
    events,
  }));
}, 600_000);
afterAll(() => world.close());

const whole = { from: '2025-09-01', to: '2026-11-18' };
const about = (query: Partial<FigureQuery> = {}): FigureQuery => ({ ...whole, ...query });

function expectSame(measured: Measured | undefined, expected: Plain, key: string | null): void {
  if (!measured) throw new Error(`Nothing was measured for ${key}`);
  const { figures, satisfaction, handling } = measured;
  expect({ key, figures: figures.map(({ id, count: n, of }) => [id, n, of]) }).toEqual({
    key,
    figures: figures.map(({ id, of }) => [id, ...(expected.counts[id] ?? [0, of === null ? null : 0])]),
  });
  expect(satisfaction.levels).toEqual(expected.levels);
  const { work, natural, first, firstNatural } = expected.minutes;
  const spread = (minutes: number[]) => ({ median: quantile(minutes, 0.5), p90: quantile(minutes, 0.9) });
  expect({ key, handling }).toEqual({
    key,
    handling: {
      n: work.length,
      work: spread(work),
      natural: spread(natural),
      first: spread(first),
      firstNatural: spread(firstNatural),
    },
  });
}

const known = (expected: Plain) =>
  Object.values(expected.counts).some(([top, of]) => top > 0 || (of ?? 0) > 0);

async function compare(query: FigureQuery, ask: Ask, group: Group | null = null): Promise<void> {
  const measured = await measure(ctx, query, group);
  const expected = plainly(plain, ask, world.now.at, ctx.ref.calendar);
  for (const [key, each] of expected) if (known(each)) expectSame(measured.get(key), each, key);
  for (const [key, each] of measured)
    if (!expected.has(key))
      expect({ key, counted: each.figures.some(({ count: n, of }) => n > 0 || (of ?? 0) > 0) }).toEqual({
        key,
        counted: false,
      });
}

it('equals a second, plain way of counting, whatever the filters', async () => {
  for (const [, query, ask] of questionsFor(cast)) {
    const asked = about(query);
    await compare(asked, { from: asked.from, to: asked.to, ...ask });
  }
}, 600_000);

const groups: [Group, Ask['by']][] = [
  ['channel', 'channel'],
  ['unit', 'unitId'],
  ['matter', 'matterId'],
  ['town', 'town'],
  ['stage', 'stage'],
  ['cause', 'cause'],
  ['complexity', 'complexity'],
  ['kind', 'reporterKind'],
  ['day', 10],
  ['month', 7],
  ['year', 4],
];

it.each(groups)(
  'equals it in every group, by %s',
  async (group, by) => {
    const stretch = { month: '-01', year: '-01-01' }[String(group)] ?? '';
    const asked = { ...whole, channel: 'h5' };
    const measured = await measure(ctx, asked, group);
    const expected = plainly(
      plain,
      { ...whole, only: { channel: 'h5' }, ...(by && { by }) },
      world.now.at,
      ctx.ref.calendar,
    );
    for (const [key, each] of expected)
      if (known(each)) expectSame(measured.get(key === null ? null : `${key}${stretch}`), each, key);
  },
  60_000,
);

/** What is read when every day is marked; nothing of it stays. */
async function withoutPacks<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  const found: T[] = [];
  await ctx.db
    .transaction(async (tx) => {
      await tx.execute(sql`insert into figure_stale (day) select generate_series(20000, 21000)`);
      found.push(await read(tx));
      tx.rollback();
    })
    .catch((error) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  const [first] = found;
  if (first === undefined) throw new Error('Nothing was read');
  return first;
}

it('finds medians from packs of days equal to those of the orders themselves', async () => {
  const asked: [Partial<FigureQuery>, Group | null][] = [
    [{}, null],
    [months, null],
    [{ unit: cast.lead }, null],
    [{ cause: 'none' }, null],
    [{ unit: cast.other, channel: 'phone', complexity: 'ordinary' }, null],
    [{}, 'unit'],
    [{}, 'town'],
    [months, 'channel'],
    [{ channel: 'wechat' }, 'month'],
    [{}, 'year'],
  ];
  for (const [query, group] of asked) {
    const wanted = about(query);
    const question = { narrowing: narrowingOf(ctx, wanted), period: periodOf(wanted), group };
    const packed = await ctx.db.transaction((tx) => readHandling(tx, question));
    const orders = await withoutPacks((tx) => readHandling(tx, question));
    const sorted = (times: typeof packed) => new Map([...times].sort());
    expect({ query, group, times: sorted(packed) }).toEqual({ query, group, times: sorted(orders) });
  }
}, 600_000);

const heats: [string, Partial<FigureQuery>, (order: PlainOrder) => boolean][] = [
  ['everything', {}, () => true],
  ['months, and a whole year after them', { to: '2026-12-31' }, () => true],
  ['a few days', { from: '2026-02-24', to: '2026-03-02' }, () => true],
  ['a filter that no cell knows', { channel: 'h5' }, ({ channel }) => channel === 'h5'],
];

it.each(heats)('counts the same by matter and stage: %s', async (_title, query, within) => {
  const orders = plain.filter(within);
  await expectHeat(ctx, orders, about(query));
  const below = orders.filter(({ unitId }) => unitId === cast.lead || unitId === cast.below);
  await expectHeat(ctx, below, about({ ...query, unit: cast.lead }));
});

it('counts a day once in its week, and weeks begin on Monday', async () => {
  const weeks = await measure(ctx, about(months), 'week');
  const days = await measure(ctx, about(months), 'day');
  const received = (each: Measured | undefined) =>
    each?.figures.find(({ id }) => id === 'received')?.count ?? 0;
  for (const [key, week] of weeks) {
    const monday = String(key);
    expect(new Date(`${monday}T12:00:00Z`).getUTCDay()).toBe(1);
    const sum = [...days]
      .filter(
        ([day]) =>
          day !== null && day >= monday && day < dayOf(fromIso(`${monday}T12:00:00Z`) + 7 * 86_400_000),
      )
      .reduce((total, [, each]) => total + received(each), 0);
    expect({ monday, n: received(week) }).toEqual({ monday, n: sum });
  }
});

it('goes down to as many lines as were counted', async () => {
  const asked = about({ channel: 'hall-qr', ...months });
  const figures = (await measure(ctx, asked)).get('')?.figures ?? [];
  const lines = async (figure: string, part: 'counts' | 'of') => {
    const keys = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await listFigureOrders(ctx, asked, { figure, part, cursor, limit: 100 });
      for (const item of page.items) keys.add(item.key);
      cursor = page.next ?? undefined;
    } while (cursor);
    return keys.size;
  };
  const listed = figures.filter(({ id }) => !id.endsWith('-times') && id !== 'improvements-done');
  for (const { id, count: n, of } of listed) {
    expect({ id, n: await lines(id, 'counts') }).toEqual({ id, n });
    if (of !== null) expect({ id, of: await lines(id, 'of') }).toEqual({ id, of });
  }
}, 600_000);

it('has histories in which every figure of spec 7 has something to count', async () => {
  const figures = (await measure(ctx, about())).get('')?.figures ?? [];
  const empty = figures.filter(({ count: n, of }) => n === 0 || of === 0).map(({ id }) => id);
  expect(empty).toEqual(['improvements-done']);
});

it('knows of each order when it was last dispatched in a circle', async () => {
  const { rows } = await world.owner.query<{ id: string; at: Date }>(
    'select order_id as id, circled_at as at from order_figure where circled_at is not null order by order_id',
  );
  const expected = histories.flatMap((each) => {
    const at = plainCircle(each);
    return at === null ? [] : [{ id: each.facts.id, at: new Date(at) }];
  });
  expect(expected.length).toBeGreaterThan(10);
  expect(rows).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
});

const filled: Record<string, string> = {
  order_figure: 'true',
  round_figure: 'true',
  return_figure: 'true',
  figure_share: 'true',
  figure_cell: `num_nonnulls(${counters.join(', ')}) > 0`,
  figure_spread: 'n > 0',
  matter_stage_cell: 'n > 0',
  matter_cause_cell: 'n > 0',
  figure_pack: 'true',
};
/** A fingerprint of each table; cells that hold nothing any more are left out. */
const content = async () => {
  const sums: unknown[] = [];
  for (const [table, full] of Object.entries(filled)) {
    const { rows } = await world.owner.query(
      `select count(*)::int as n, md5(string_agg(line, ';' order by line)) as sum
       from (select t::text as line from ${table} t where ${full}) lines`,
    );
    sums.push({ table, ...rows[0] });
  }
  return sums;
};

it('is made anew from the events, equal to the last digit', async () => {
  while ((await foldDeltas(ctx.db)) > 0);
  await packDays(ctx.db);
  const before = await content();
  await world.owner.query('update figure_cell set received = 7 where received is not null');
  await world.owner.query("update figure_pack set words = '[]'");
  await world.owner.query('update figure_share set shares = array[1]');
  await world.owner.query("update order_figure set town = '310151103'");
  expect(await rebuildFigures(world.deps)).toBe(count);
  expect(await content()).toEqual(before);
}, 600_000);

import { type OrderCommand, runCommand } from '../../shared/order/command/run';
import type { Actor } from '../../shared/order/facts';
import { RuleBroken } from '../../shared/order/rule-broken';
import { sampleInputs } from '../../shared/order/testing/inputs';
import { workingMinutesBetween } from '../../shared/sla/between';
import { addDays, dayOf, instantAt } from '../../shared/sla/instant';
import { inTransaction } from '../db/in-transaction';
import type { Context } from '../order/context';
import { factsOf, findOrder } from '../order/order-row';
import { runOrderCommand } from '../order/run-order-command';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, matterId, nobody, reporter, staff } from '../testing/people';
import type { FigureQuery } from './filter';
import { rebuildFigures } from './keep-figures';

let world: TestWorld;
let supervisor: Caller;
let labour: string;
let housing: string;
let seed = 7;
/** The same walk every time: a small generator of its own (Lehmer). */
const random = () => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};
const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

const unitNamed = async (username: string) =>
  String(
    (
      await world.owner.query(
        'select unit_id from staff_role join staff on id = staff_id where username = $1 limit 1',
        [username],
      )
    ).rows[0]?.unit_id,
  );

async function actors(): Promise<Actor[]> {
  const { rows } = await world.owner.query(
    "select staff_id, json_agg(json_build_object('role', role, 'unitId', unit_id)) as roles from staff_role group by 1",
  );
  return rows.map((row) => ({ kind: 'staff', id: row.staff_id, roles: row.roles }));
}

/** One random command on an order, tried by whoever may; refusals leave it as it was. */
async function step(number: string, all: Actor[], owner: Actor): Promise<void> {
  const ref = await world.deps.reference();
  const row = await findOrder(world.deps.db, number);
  if (!row) return;
  const facts = await factsOf(world.deps.db, row);
  const inputs = sampleInputs(facts, world.now.at);
  const command = pick(Object.keys(inputs) as OrderCommand[]);
  if (!command || command === 'merge') return;
  if (['withdraw', 'decline', 'return', 'transfer', 'close'].includes(command) && random() > 0.08) return;
  const sample = pick(inputs[command] as unknown as object[]);
  if (!sample) return;
  const text = JSON.stringify(sample)
    .replaceAll('"labour"', `"${labour}"`)
    .replaceAll('"housing"', `"${housing}"`);
  const input = JSON.parse(text) as never;
  for (const actor of [owner, ...all, { kind: 'system' } as Actor]) {
    const ctx: Context = { ...world.deps, actor, ref };
    try {
      const env = { ...ctx, calendar: ref.calendar, settings: ref.settings, units: ref.tree, now: ctx.now() };
      runCommand(command, facts, input, env as never);
      await inTransaction(ctx.db, (tx) => runOrderCommand(tx, ctx, number, command, input));
      return;
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
    }
  }
}

beforeAll(async () => {
  world = await startWorld();
  labour = await unitNamed('renshe1');
  housing = await unitNamed('yibao1');
  const all = await actors();
  const matters = [await matterId(world, '社会保险登记'), await matterId(world, '医保'), undefined];
  for (let at = 0; at < 40; at += 1) {
    const phone = `1380000${String(300 + at).padStart(4, '0')}`;
    const who = await reporter(world, phone);
    const me = (await who.call('GET', '/reporter/me')).body;
    const channel = pick(['h5', 'wechat', 'hall-qr', 'kiosk']);
    const chosen = pick(matters);
    const kind = pick(['person', 'enterprise']);
    const person = {
      kind,
      name: '示例',
      phone,
      ...(kind === 'enterprise' && { enterpriseName: '示例有限公司' }),
    };
    const made = await who.call(
      'POST',
      '/orders',
      aReport({ channel, reporter: person }, chosen ? { matterId: chosen } : {}),
    );
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const owner: Actor = { kind: 'reporter', accountId: String(me.id), orderId: null };
    for (let steps = 0; steps < 45; steps += 1) {
      world.now.at += Math.floor(random() * 4 * 3_600_000);
      await step(String(made.body.number), all, owner);
    }
  }
  supervisor = await staff(world, 'duban');
}, 280_000);
afterAll(() => world.close());

interface Line {
  order_id: string;
  kind: string;
  at: Date;
  data: Record<string, unknown>;
}
interface Dim {
  id: string;
  channel: string;
  reporter_kind: string;
  matter_id: string | null;
  lead_unit_id: string | null;
  dispatched_unit_id: string | null;
  complexity: string | null;
}
interface ClockRow {
  order_id: string;
  kind: string;
  due_at: Date;
  original_due_at: Date;
  ended_at: Date | null;
  outcome: string | null;
}
interface Plain {
  counts: Record<string, [number, number | null]>;
  levels: number[];
  minutes: number[];
}

/** The figures of spec 7 once more, read plainly from raw events and clocks, sharing nothing with the product's way. */
async function plainly(query: FigureQuery): Promise<Plain> {
  const from = instantAt(query.from, '00:00');
  const to = instantAt(addDays(query.to, 1), '00:00');
  const within = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const dims = (await world.owner.query<Dim>('select * from "order"')).rows.filter(
    (dim) =>
      (!query.channel || dim.channel === query.channel) &&
      (!query.matter || dim.matter_id === query.matter) &&
      (!query.complexity || dim.complexity === query.complexity) &&
      (!query.reporterKind || dim.reporter_kind === query.reporterKind) &&
      (!query.unit || (dim.lead_unit_id ?? dim.dispatched_unit_id) === query.unit),
  );
  const lines = (
    await world.owner.query<Line>(
      "select order_id, kind, at, data from event where chain like 'order:%' order by chain, seq",
    )
  ).rows;
  const clocks = (await world.owner.query<ClockRow>('select * from clock')).rows;
  const { calendar } = await world.deps.reference();
  const counts: Plain['counts'] = {};
  const add = (id: string, top: boolean, bottom: boolean | null) => {
    const kept = counts[id] ?? [0, bottom === null ? null : 0];
    kept[0] += top ? 1 : 0;
    if (kept[1] !== null) kept[1] += bottom ? 1 : 0;
    counts[id] = kept;
  };
  const levels = [0, 0, 0, 0, 0];
  const minutes: number[] = [];
  for (const { id } of dims) {
    const mine = lines.filter((line) => line.order_id === id);
    const all = (kind: string) => mine.filter((line) => line.kind === kind);
    const last = (kind: string) => all(kind).at(-1)?.at.getTime();
    const began = mine[0]?.at.getTime();
    const reopenedAt = last('order.reopened') ?? 0;
    const appealedAt = last('order.appealed') ?? 0;
    const withdrawnAt = last('order.withdrawn');
    const declinedAt = last('order.declined');
    if (within(began)) {
      add('received', true, null);
      add('withdrawn', withdrawnAt !== undefined && withdrawnAt > reopenedAt, null);
      add('declined', declinedAt !== undefined && declinedAt > appealedAt, null);
      add('supervised', all('order.supervised').length > 0, true);
      add('returned', all('order.returned').length > 0, true);
      add(
        'reclassified',
        all('order.classified').some((line) => line.data.from),
        true,
      );
      add(
        'extended',
        all('extension.decided').some((line) => line.data.granted === true),
        true,
      );
      add('urged', all('order.urged').length > 0, true);
      add('reopened', all('order.reopened').length > 0, true);
    }
    const closings = mine.filter((line) => ['order.closed', 'order.closed-with-primary'].includes(line.kind));
    const closedAt = closings.at(-1)?.at.getTime();
    if (closedAt !== undefined && closedAt > reopenedAt && within(closedAt)) {
      const smooth = ['order.supervised', 'order.appealed', 'order.reopened'].every(
        (kind) => all(kind).length === 0,
      );
      add('first-time-right', smooth, true);
    }
    const resolutions = mine.flatMap((line, at) => (line.kind.startsWith('order.resolved') ? [at] : []));
    for (const [nth, start] of resolutions.entries()) {
      if (!within(mine[start]?.at.getTime())) continue;
      const round = mine.slice(start, resolutions[nth + 1] ?? mine.length);
      const of = (kind: string) =>
        round.filter((line) => line.kind === kind && line.data.done !== false).at(-1)?.data;
      const said = [of('order.evaluated'), of('district-callback.made'), of('unit-callback.made')];
      const solved = said
        .map((data, at) =>
          data === undefined
            ? undefined
            : at === 0
              ? data.solved
              : { solved: true, unresolved: false }[String(data.result)],
        )
        .find((each) => each !== undefined);
      const level = said.map((data) => data?.satisfaction).find((each) => typeof each === 'number');
      add('solved', solved === true, solved !== undefined);
      add('unanswered', solved === undefined, null);
      add('satisfied', Number(level ?? 0) >= 3, level !== undefined);
      add('unit-callback-cover', said[2] !== undefined, true);
      add('district-callback-cover', said[1] !== undefined, true);
      if (typeof level === 'number') levels[level - 1] = (levels[level - 1] ?? 0) + 1;
    }
    const accepted = all('order.accepted')[0]?.at.getTime();
    const finished = mine
      .filter((line) => line.kind.startsWith('order.resolved'))
      .at(-1)
      ?.at.getTime();
    if (accepted !== undefined && finished !== undefined && within(finished))
      minutes.push(workingMinutesBetween(accepted, finished, calendar));
    for (const clock of clocks.filter((each) => each.order_id === id && within(each.due_at.getTime()))) {
      const overdue = (due: Date) => clock.ended_at === null && due.getTime() < world.now.at;
      const done = clock.outcome === 'met' || clock.outcome === 'late';
      add(`on-time-${clock.kind}`, clock.outcome === 'met', done || overdue(clock.due_at));
      if (clock.kind === 'resolve')
        add(
          'on-time-resolve-original',
          done && Number(clock.ended_at) <= Number(clock.original_due_at),
          done || overdue(clock.original_due_at),
        );
      if (clock.kind === 'accept') add('accept-returned', clock.outcome === 'void', null);
    }
  }
  return { counts, levels, minutes: minutes.sort((a, b) => a - b) };
}

const asked = (query: Partial<FigureQuery>) =>
  new URLSearchParams(query as Record<string, string>).toString();
interface Summary {
  figures: { id: string; count: number; of: number | null }[];
  satisfaction: { levels: number[]; average: number | null };
  handling: { n: number; work: { median: number | null } };
}
const whole = () => ({ from: '2026-11-01', to: dayOf(world.now.at) });

it.each<[string, () => Promise<Partial<FigureQuery>>]>([
  ['everything', async () => ({})],
  ['one channel', async () => ({ channel: 'wechat' })],
  ['enterprises', async () => ({ reporterKind: 'enterprise' })],
  ['one unit', async () => ({ unit: labour })],
  ['one matter', async () => ({ matter: await matterId(world, '社会保险登记') })],
  ['ordinary ones by phone browser', async () => ({ channel: 'h5', complexity: 'ordinary' })],
  ['the first days', async () => ({ to: '2026-11-25' })],
])('equals a second, plain way of counting: %s', async (_title, filter) => {
  const query = { ...whole(), ...(await filter()) } as FigureQuery;
  const { status, body } = await supervisor.call('GET', `/figures/summary?${asked(query)}`);
  expect(status).toBe(200);
  const { figures, satisfaction, handling } = body as unknown as Summary;
  const plain = await plainly(query);
  for (const { id, count, of } of figures)
    expect({ id, value: [count, of] }).toEqual({
      id,
      value: plain.counts[id] ?? [0, of === null ? null : 0],
    });
  expect(satisfaction.levels).toEqual(plain.levels);
  expect(handling.n).toBe(plain.minutes.length);
  if (plain.minutes.length % 2 === 1)
    expect(handling.work.median).toBe(plain.minutes[(plain.minutes.length - 1) / 2]);
});

it('has something to count in most figures', async () => {
  const { counts } = await plainly(whole() as FigureQuery);
  const some = Object.entries(counts).filter(([, [top]]) => top > 0);
  expect(some.map(([id]) => id)).toEqual(
    expect.arrayContaining([
      'received',
      'solved',
      'satisfied',
      'returned',
      'urged',
      'on-time-accept',
      'withdrawn',
    ]),
  );
});

it('adds up: the groups of a dimension make the whole', async () => {
  const query = asked(whole());
  const sum = async (by: string) => {
    const { body } = await supervisor.call('GET', `/figures/groups?${query}&by=${by}`);
    return (body.items as { n: number }[]).reduce((total, { n }) => total + n, 0);
  };
  for (const by of ['channel', 'unit', 'matter', 'kind', 'cause', 'day', 'month'])
    expect(await sum(by)).toBe(40);
});

it('goes down from a figure to its orders, each once', async () => {
  const { body } = await supervisor.call('GET', `/figures/summary?${asked(whole())}`);
  const urged = (body as unknown as Summary).figures.find(({ id }) => id === 'urged');
  const numbers: string[] = [];
  let cursor = '';
  do {
    const page = await supervisor.call(
      'GET',
      `/figures/orders?${asked(whole())}&figure=urged&limit=3${cursor && `&cursor=${cursor}`}`,
    );
    numbers.push(...(page.body.items as { number: string }[]).map((each) => each.number));
    cursor = String(page.body.next ?? '');
  } while (cursor);
  expect(new Set(numbers).size).toBe(urged?.count);
  expect(numbers).toHaveLength(urged?.count ?? -1);
});

it('is made anew from the events, equal to the last digit', async () => {
  const read = async () => [
    (await world.owner.query('select * from order_figure order by order_id')).rows,
    (await world.owner.query('select * from round_figure order by order_id, round')).rows,
  ];
  const before = await read();
  await world.owner.query('truncate order_figure, round_figure');
  expect(await rebuildFigures(world.deps)).toBe(40);
  expect(await read()).toEqual(before);
});

it('shows a unit’s people their own unit, the district everything, others nothing', async () => {
  const own = await staff(world, 'renshe-lingdao');
  const mine = (await own.call('GET', `/figures/summary?${asked(whole())}`)).body as unknown as Summary;
  const unit = (await supervisor.call('GET', `/figures/summary?${asked({ ...whole(), unit: labour })}`))
    .body as unknown as Summary;
  expect(mine.figures).toEqual(unit.figures);
  expect(
    (await (await staff(world, 'guanli')).call('GET', `/figures/summary?${asked(whole())}`)).status,
  ).toBe(403);
  expect((await nobody(world).call('GET', `/figures/summary?${asked(whole())}`)).status).toBe(401);
  const backwards = asked({ from: '2026-11-20', to: '2026-11-01' });
  expect((await supervisor.call('GET', `/figures/summary?${backwards}`)).status).toBe(422);
});

import { asc } from 'drizzle-orm';
import { type OrderCommand, runCommand } from '../../shared/order/command/run';
import type { Actor } from '../../shared/order/facts';
import { RuleBroken } from '../../shared/order/rule-broken';
import { sampleInputs } from '../../shared/order/testing/inputs';
import { dayOf } from '../../shared/sla/instant';
import { inTransaction } from '../db/in-transaction';
import { clock, event, order } from '../db/schema';
import { demoTerminalKey } from '../db/seed/seed';
import type { Context } from '../order/context';
import { factsOf, findOrder } from '../order/order-row';
import { runOrderCommand } from '../order/run-order-command';
import { startWorld, type TestWorld } from '../testing/database';
import { aReport, type Caller, caller, matterId, nobody, reporter, staff } from '../testing/people';
import type { FigureQuery } from './filter';
import { rebuildFigures } from './rebuild-figures';
import { plainly as countPlainly, type Plain, type PlainOrder, quantile } from './testing/plainly';

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
    const terminal = caller(world, {
      authorization: `Bearer ${who.token}`,
      'x-device-key': demoTerminalKey,
    });
    const made = await terminal.call(
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

/** Orders as they stand in the database: the row, the raw events and the clocks. */
async function plainOrders(): Promise<PlainOrder[]> {
  const rows = await world.deps.db.select().from(order);
  const clocks = await world.deps.db.select().from(clock);
  const events = await world.deps.db.select().from(event).orderBy(asc(event.chain), asc(event.seq));
  return rows.map((row) => ({
    ...row,
    unitId: row.leadUnitId ?? row.dispatchedUnitId,
    events: events.filter((each) => each.orderId === row.id),
    clocks: clocks.filter((each) => each.orderId === row.id),
  }));
}

/** The figures of spec 7 once more, read plainly from raw events and clocks, sharing nothing with the product's way. */
async function plainly({ from, to, unit, matter, ...only }: FigureQuery): Promise<Plain> {
  const ref = await world.deps.reference();
  const units = unit ? [unit, ...[...ref.units.keys()].filter((id) => ref.tree.isBelow(id, unit))] : null;
  const ask = { from, to, only: { ...only, ...(matter && { matterId: matter }) }, ...(units && { units }) };
  const found = countPlainly(await plainOrders(), ask, world.now.at, ref.calendar).get('');
  if (!found) throw new Error('Nothing was counted');
  return found;
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
  expect(handling.n).toBe(plain.minutes.work.length);
  expect(handling.work.median).toBe(quantile(plain.minutes.work, 0.5));
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
    (await world.owner.query('select * from figure_share order by order_id, month, unit_id')).rows,
  ];
  const before = await read();
  await world.owner.query('truncate order_figure, round_figure, figure_share, figure_cell, figure_delta');
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

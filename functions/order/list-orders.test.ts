import * as fc from 'fast-check';
import { towns } from '../../shared/catalogue/towns';
import type { State } from '../../shared/order/state';
import type { Cause, Channel, Complexity } from '../../shared/order/vocabulary';
import { dayMs, dayOf, hourMs } from '../../shared/sla/instant';
import { lightOf } from '../../shared/sla/light';
import { order, orderWait } from '../db/schema';
import { startWorld, type TestWorld, wednesday } from '../testing/database';
import { aReport, matterId, reporter } from '../testing/people';
import { type Context, systemContext } from './context';
import { listOrders, type OrderFilter } from './list-orders';
import type { OrderRow } from './order-row';
import type { Sizes } from './search-stage';
import { openWords, sealWords } from './words';

/** An order as plain data: what it is told by in a list, and what filters ask of it. */
interface Plain {
  id: string;
  number: string;
  state: State;
  channel: Channel;
  matterId: string | null;
  town: string | null;
  complexity: Complexity | null;
  cause: Cause | null;
  submittedAt: number;
  lightDueAt: number | null;
  seenBy: string[];
  story: string;
  waits: { rank: number; dueAt: number } | null;
}

let world: TestWorld;
let ctx: Context;
let base: OrderRow;
let matters: string[];
let units: string[];
beforeAll(async () => {
  world = await startWorld();
  matters = [await matterId(world, '社会保险登记'), await matterId(world, '户口迁移')];
  const { body } = await (await reporter(world, '13800000001')).call('POST', '/orders', aReport());
  const [row] = await world.deps.db.select().from(order);
  if (!row || row.number !== body.number) throw new Error('No order to begin with');
  base = row;
  ctx = { ...(await systemContext(world.deps)), actor: { kind: 'staff', id: row.id, roles: [] } };
  units = [...ctx.ref.units.keys()].slice(0, 4);
}, 120_000);
afterAll(() => world.close());

const chance = <T>(...values: [T, ...T[]]): fc.Arbitrary<T> => fc.constantFrom(...values);
const few = {
  state: () => chance<State>('handling', 'closed', 'withdrawn'),
  channel: () => chance<Channel>('h5', 'wechat'),
  matter: () => chance(matters[0] ?? '', matters[1] ?? ''),
  town: () => chance(towns[0].code, towns[1].code),
  complexity: () => chance<Complexity>('simple', 'complex'),
  cause: () => chance<Cause>('system-fault', 'legacy'),
  unit: () => fc.constantFrom(...units),
};
const stories = [
  '渔船的登记没有办下来',
  '船 渔的登记',
  '材料登记三次',
  '请帮忙查一查材料',
  'ABC公司渔船材料',
];
/** Few hours for many orders: most have another one of the very same instant, also at both ends of a day. */
const hour = fc.integer({ min: -30, max: 30 }).map((hours) => wednesday + hours * hourMs);
const day = fc.integer({ min: -2, max: 2 }).map((days) => wednesday + days * dayMs);

const plain = (): fc.Arbitrary<Omit<Plain, 'number'>> =>
  fc.record({
    id: fc.uuid({ version: 4 }),
    state: few.state(),
    channel: few.channel(),
    matterId: fc.option(few.matter()),
    town: fc.option(few.town()),
    complexity: fc.option(few.complexity()),
    cause: fc.option(few.cause()),
    submittedAt: hour,
    lightDueAt: fc.option(hour),
    seenBy: fc.uniqueArray(few.unit(), { maxLength: 2 }),
    story: fc.constantFrom(...stories),
    waits: fc.option(fc.record({ rank: chance(0, 1), dueAt: hour })),
  });
const numbered = (its: Omit<Plain, 'number'>[]): Plain[] =>
  its.map((each, at) => {
    const taken = dayOf(each.submittedAt).replaceAll('-', '');
    return { ...each, number: `CM${taken}${String(at * 13).padStart(6, '0')}` };
  });

async function keep(all: Plain[]): Promise<void> {
  await world.owner.query('truncate "order", order_wait');
  const rows = all.map(({ story, waits: _waits, ...its }) => {
    const { wrapped, key } = ctx.vault.newOrderKey();
    const words = { ...openWords(ctx.vault, base), story } as NonNullable<ReturnType<typeof openWords>>;
    const sealed = sealWords(ctx.vault, key, its.id, words);
    const searchTokens = ctx.vault.searchTokens(story);
    return { ...base, ...its, reporterId: null, orderKey: wrapped, sealed, searchTokens };
  });
  await world.deps.db.insert(order).values(rows);
  const waits = all.flatMap(({ id, waits: wait }) =>
    wait ? [{ ...wait, orderId: id, queue: 'finding' as const, unitId: null }] : [],
  );
  if (waits.length > 0) await world.deps.db.insert(orderWait).values(waits);
}

const typed = ['渔船', '登记', '材', '材料', '没有办', 'abc', '登记 渔', '龙卷风', '，', '查一查'];
const numbers = ['CM2026', 'CM202611', 'CM20261118', 'CM2026111800', 'CM2', 'CM20261340'];
/** `own`: the unit of a handler who asks; without it the dispatcher asks. */
type Asked = Omit<OrderFilter, 'limit'> & { own?: string | undefined };
const asked = (): fc.Arbitrary<Asked> => {
  const fields = fc.record({
    state: few.state().map((state) => [state]),
    light: chance('green', 'yellow', 'red'),
    channel: few.channel(),
    matter: few.matter(),
    town: few.town(),
    complexity: few.complexity(),
    cause: few.cause(),
    unit: few.unit().map((unit) => [unit]),
    from: day,
    to: day,
    q: fc.constantFrom(...typed, ...numbers),
    own: few.unit(),
    waiting: fc.constant({ queues: ['finding' as const], units: null }),
  });
  const names = ['state', 'light', 'channel', 'matter', 'town', 'complexity', 'cause', 'unit'] as const;
  const more = ['from', 'to', 'q', 'q', 'own', 'waiting'] as const;
  const some = fc.subarray([...names, ...more], { maxLength: 4 });
  return fc
    .tuple(fields, some, chance<OrderFilter['sort']>('due', 'newest', 'oldest'))
    .map(([all, kept, sort]) => ({ ...Object.fromEntries(kept.map((name) => [name, all[name]])), sort }));
};

const below = (unit: string) => [
  unit,
  ...[...ctx.ref.units.keys()].filter((id) => ctx.ref.tree.isBelow(id, unit)),
];
const is = <T>(wanted: T | undefined, value: T | null) => wanted === undefined || wanted === value;

/** The same list as one would make it by hand: look at each order, keep or drop it, then sort. */
function byHand(all: Plain[], filter: Asked): string[] {
  const { state, light, channel, matter, town, complexity, cause, unit, from, to, q, own, waiting, sort } =
    filter;
  const typedNumber = q?.startsWith('CM') ? q : null;
  const words = (typedNumber ? '' : (q ?? '')).toLowerCase().split(/[\s，]+/);
  const keeps = (its: Plain) =>
    is(state?.[0], its.state) &&
    is(light, its.lightDueAt === null ? null : lightOf(its.lightDueAt, ctx.now())) &&
    is(channel, its.channel) &&
    is(matter, its.matterId) &&
    is(town, its.town) &&
    is(complexity, its.complexity) &&
    is(cause, its.cause) &&
    (!unit || its.seenBy.some((id) => unit.includes(id))) &&
    (!own || its.seenBy.some((id) => below(own).includes(id))) &&
    its.submittedAt >= (from ?? 0) &&
    its.submittedAt < (to ?? Number.POSITIVE_INFINITY) &&
    its.number.startsWith(typedNumber ?? '') &&
    words.every((word) => its.story.toLowerCase().includes(word)) &&
    (!waiting || its.waits !== null);
  const later = Number.MAX_SAFE_INTEGER;
  const keyOf = ({ submittedAt, lightDueAt, waits }: Plain): number[] => {
    if (sort !== 'due') return [submittedAt];
    return waiting
      ? [waits?.rank ?? 0, waits?.dueAt ?? 0]
      : [lightDueAt ?? later, lightDueAt === null ? -submittedAt : 0];
  };
  const downwards = (its: Plain) =>
    sort === 'newest' || (sort === 'due' && !waiting && its.lightDueAt === null);
  const compare = (one: Plain, other: Plain) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    const at = a.findIndex((value, position) => value !== b[position]);
    if (at >= 0) return ((a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1) * (sort === 'newest' ? -1 : 1);
    return (one.id < other.id ? -1 : 1) * (downwards(one) ? -1 : 1);
  };
  return all
    .filter(keeps)
    .sort(compare)
    .map((its) => its.number);
}

/** Every page one after the other, as the console turns them. */
async function allPages({ own, ...filter }: Asked, limit: number, sizes: Sizes): Promise<string[]> {
  const role = own
    ? ({ role: 'handler', unitId: own } as const)
    : ({ role: 'dispatcher', unitId: '' } as const);
  const asking: Context = { ...ctx, actor: { kind: 'staff', id: base.id, roles: [role] } };
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listOrders(asking, { ...filter, limit, ...(cursor && { cursor }) }, sizes);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items.map((card) => card.number));
    if (!page.next) return found;
    cursor = page.next;
  }
}

it('gives, page by page, each order that meets the filter once and in the order asked for, whatever it is', async () => {
  const walk = fc.record({
    filter: asked(),
    limit: fc.integer({ min: 2, max: 20 }),
    sizes: fc.record({
      read: fc.integer({ min: 1, max: 9 }),
      few: fc.integer({ min: 1, max: 20 }),
      readOn: fc.record({ all: fc.integer({ min: 9, max: 50 }), field: fc.integer({ min: 9, max: 20 }) }),
    }),
  });
  const district = fc.array(plain(), { minLength: 30, maxLength: 70, size: 'max' }).map(numbered);
  const walks = fc.array(walk, { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(district, walks, async (all, several) => {
      await keep(all);
      for (const { filter, limit, sizes } of several)
        expect(await allPages(filter, limit, sizes)).toEqual(byHand(all, filter));
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 180_000);

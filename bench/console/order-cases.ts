import type { TestWorld } from '../../functions/testing/database';
import type { Caller } from '../../functions/testing/people';
import { towns } from '../../shared/catalogue/towns';
import { causes, channels, complexities, stateWords } from '../../shared/order/vocabulary';
import { type Random, seeded } from '../scale/random';
import { isOpen } from './ask';
import type { Case } from './case';

const list = (query: Record<string, string | undefined>) => {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/desk/orders?${new URLSearchParams(kept)}`;
};
const words = {
  'one character, common': ['的', '办', '人', '证', '说', '次'],
  'one character, rare': ['渔', '鹭', '蟹', '柳', '塔', '磨'],
  'two characters, common': ['材料', '窗口', '老人', '孩子', '证明', '部门'],
  'two characters, rare': ['渔船', '水闸', '蟹塘', '羊圈', '灯塔', '柳编'],
  'three characters, common': ['希望能', '先去别', '没有人', '还没有', '说要先', '查不到'],
  'three characters, rare': ['芦苇荡', '沼气池', '白鹭园', '轮渡票', '崇明糕', '石磨坊'],
  'that nobody wrote': ['龙卷风', '喷气机', '火星', '鲸', '钻石矿', '滑雪场'],
};

const optional = <T>(random: Random, chance: number, value: () => T): T | undefined =>
  random.chance(chance) ? value() : undefined;
const day = (random: Random) =>
  new Date(Date.UTC(2023, 10, 20) + Math.floor(random.next() * 1090) * 86_400_000).toISOString().slice(0, 10);

/** A ledger's filter as people put them together: two to five fields by chance. */
function combination(random: Random, units: string[], matters: string[]): string {
  const from = optional(random, 0.4, () => day(random));
  return list({
    state: optional(random, 0.35, () => random.pick(Object.keys(stateWords))),
    channel: optional(random, 0.35, () => random.pick(Object.keys(channels))),
    town: optional(random, 0.3, () => random.pick(towns).code),
    complexity: optional(random, 0.3, () => random.pick(Object.keys(complexities))),
    cause: optional(random, 0.3, () => random.pick(Object.keys(causes))),
    unit: optional(random, 0.3, () => random.pick(units)),
    matter: optional(random, 0.2, () => random.pick(matters)),
    q: optional(random, 0.15, () => random.pick(Object.values(words).flat())),
    from,
    to: from && random.chance(0.5) ? day(random).replace(/^\d{4}/, '2026') : undefined,
    sort: random.pick(['due', 'newest', 'oldest']),
  });
}

const column = async (world: TestWorld, sql: string): Promise<string[]> =>
  (await world.owner.query(sql)).rows.map((row) => String(Object.values(row)[0]));

const phones = ['13800000001', '13800000777', '13800004242', '13800009999', '13900000000'];

/** The pages of single orders, and who called before; what this member of staff may not open is left out. */
async function pageCases(caller: Caller): Promise<Case[]> {
  const cards = async (query: Record<string, string>) =>
    ((await caller.call('GET', list({ ...query, limit: '8' }))).body as { items: { number: string }[] })
      .items;
  const orders = [...(await cards({ sort: 'newest' })), ...(await cards({ state: 'handling' }))];
  const all = [
    { name: 'page of an order', asks: orders.map(({ number }) => `/orders/${number}`) },
    {
      name: 'suggested units, likely same reports',
      asks: orders.map(({ number }) => `/desk/orders/${number}/suggestions`),
    },
    {
      name: 'a telephone’s earlier reports',
      asks: phones.map((phone) => `POST /intake/callers ${JSON.stringify({ phone })}`),
    },
  ];
  const open: Case[] = [];
  for (const each of all) if (await isOpen(caller, each.asks[0] ?? '')) open.push(each);
  return open;
}

/** Every queue, filter, sort and search of orders, as one member of staff may ask for them. */
export async function orderCases(world: TestWorld, caller: Caller): Promise<Case[]> {
  const random = seeded(7);
  const units = await column(
    world,
    "select id from unit where kind in ('department', 'centre') order by name",
  );
  const matters = await column(world, 'select id from matter order by uses desc, code limit 200');
  const sorts = ['due', 'newest', 'oldest'];
  const each = (values: string[], field: string) =>
    values.flatMap((value) => sorts.map((sort) => list({ [field]: value, sort })));
  const summary = (await caller.call('GET', '/desk/summary')).body as { queues: { id: string }[] };
  const queues = summary.queues.map((queue) => queue.id);
  return [
    { name: 'summary of the queues', asks: ['/desk/summary'] },
    { name: 'what presses most', asks: ['/desk/pressing'] },
    {
      name: 'what changed in the last minutes',
      asks: [
        '/desk/updates?since=2026-11-18T09:20:00%2B08:00',
        '/desk/updates?since=2026-11-17T09:00:00%2B08:00',
      ],
    },
    { name: 'each queue', asks: each(queues, 'queue') },
    { name: 'all, each sort', asks: sorts.map((sort) => list({ sort })) },
    { name: 'by state', asks: each(Object.keys(stateWords), 'state') },
    { name: 'by light', asks: each(['green', 'yellow', 'red'], 'light') },
    { name: 'by channel', asks: each(Object.keys(channels), 'channel') },
    {
      name: 'by town',
      asks: each(
        towns.slice(0, 6).map((town) => town.code),
        'town',
      ),
    },
    { name: 'by complexity', asks: each(Object.keys(complexities), 'complexity') },
    { name: 'by cause', asks: each(Object.keys(causes), 'cause') },
    { name: 'by matter', asks: each([...matters.slice(0, 4), ...matters.slice(100, 104)], 'matter') },
    { name: 'by unit and below', asks: each(units.slice(0, 12), 'unit') },
    {
      name: 'by dates',
      asks: sorts.flatMap((sort) => [
        list({ from: '2024-05-01', to: '2024-05-31', sort }),
        list({ from: '2026-01-01', sort }),
        list({ to: '2024-01-15', sort }),
      ]),
    },
    {
      name: 'each queue, with a filter',
      asks: queues.flatMap((queue) => [
        list({ queue, channel: 'wechat', sort: 'due' }),
        list({ queue, q: '渔船', sort: 'due' }),
        list({ queue, q: '材料', sort: 'newest' }),
      ]),
    },
    {
      name: 'a number, or its beginning',
      asks: ['CM2', 'CM2025', 'CM202411', 'CM20250303', 'CM2025030300', 'CM20261118000028', 'CM2199'].flatMap(
        (q) => sorts.map((sort) => list({ q, sort })),
      ),
    },
    {
      name: 'a number together with a filter',
      asks: ['CM2024', 'CM20250303'].flatMap((q) =>
        sorts.flatMap((sort) => [
          list({ q, sort, state: 'withdrawn' }),
          list({ q, sort, channel: 'alipay' }),
        ]),
      ),
    },
    ...Object.entries(words).map(([what, texts]) => ({
      name: `words: ${what}`,
      asks: texts.flatMap((q) => sorts.map((sort) => list({ q, sort }))),
    })),
    ...(await pageCases(caller)),
    {
      name: 'combinations of the ledger',
      asks: Array.from({ length: 120 }, () => combination(random, units, matters)),
    },
  ];
}

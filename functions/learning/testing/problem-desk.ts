import { seedId } from '../../db/seed/units';
import type { TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, staff } from '../../testing/people';

export const labour = seedId('区人力资源社会保障局');
export const health = seedId('区医保局');

/** An item of the problem list as its page shows it. */
export interface Item {
  id: string;
  version: number;
  state: string;
  commands: string[];
  evidence: { items: { number: string }[]; hidden: number };
  measures: { round: number; due: string; firstDue: string; inTime: boolean | null; overdue: boolean }[];
  effect: { verdict: string; months: { month: string; count: number }[]; before: number; after: number };
  history: { what: string; by: string }[];
}
export const measure = { text: '统一线上线下清单，窗口贴出样张', due: '2026-11-30' };
export const note = { note: '清单已统一并公布' };

/** Who works on the problem list, and what they do with an item. */
export async function problemDesk(world: TestWorld) {
  const orders = await labourOrders(world);
  const lead = () => staff(world, 'renshe-lingdao');
  const district = () => staff(world, 'paidan');
  const body = (more: object = {}) => ({
    title: '参保登记的材料清单写得不清楚',
    cause: 'unclear-guide',
    detail: '窗口与网上的清单不一样。',
    source: 'orders',
    matterIds: [orders.matter],
    ownerUnitId: labour,
    ...more,
  });
  const view = async (who: Caller, id: string) =>
    (await who.call('GET', `/learning/problems/${id}`)).body as unknown as Item;
  const opened = async (who: Caller, more: object = {}): Promise<Item> => {
    const numbers = [await orders.send()];
    const sent = body({ orders: numbers, ...more });
    const { status, body: made } = await who.call('POST', '/learning/problems', sent);
    expect({ status, made }).toMatchObject({ status: 200 });
    return view(who, String(made.id));
  };
  const path = (item: Item, command: string) => `/learning/problems/${item.id}/${command}`;
  const done = async (who: Caller, item: Item, command: string, more: object): Promise<Item> => {
    const answer = await who.call('POST', path(item, command), { version: item.version, ...more });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as unknown as Item;
  };
  const refused = async (who: Caller, item: Item, command: string, more: object) => {
    const answer = await who.call('POST', path(item, command), { version: item.version, ...more });
    return { status: answer.status, code: answer.body.code };
  };
  return { orders, lead, district, body, view, opened, done, refused };
}

import { openSession } from '../../functions/identity/reporter-account';
import type { TestWorld } from '../../functions/testing/database';
import { type Caller, caller } from '../../functions/testing/people';
import { accountOf } from '../scale/reporters';
import type { Case } from './case';

/** Whoever has this made-up telephone, signed in. */
export async function reporterCaller(world: TestWorld, phone: string): Promise<Caller> {
  const { deps } = world;
  const { token } = await deps.db.transaction((tx) => openSession(tx, deps, accountOf(phone)));
  return caller(world, { authorization: `Bearer ${token}` });
}

const stories = [
  '办理渔船证书的材料交了三次，窗口说系统里查不到，一直没有受理。',
  '老人的证明材料跑了几个部门，都说要先去别的窗口，没有人告诉我怎么办。',
];

/** What a reporter's pages ask for: one's own orders and messages, and what anybody may read. */
export async function reporterCases(_world: TestWorld, own: Caller): Promise<Case[]> {
  const { items } = (await own.call('GET', '/my/orders?limit=30')).body as { items: { number: string }[] };
  return [
    { name: 'home, centres, good practices', asks: ['/public/home', '/public/places', '/public/practices'] },
    {
      name: 'matters, by name and initials',
      asks: ['', '?q=社保', '?q=sbdj', '?q=营业执照&limit=50'].map((query) => `/public/matters${query}`),
    },
    {
      name: 'own orders, each part',
      asks: ['', 'state=open', 'state=done', 'state=done&limit=100'].map((query) => `/my/orders?${query}`),
    },
    { name: 'own messages', asks: ['/my/messages?limit=30', '/my/messages?limit=100'] },
    { name: 'page of an own order', asks: items.slice(0, 12).map(({ number }) => `/orders/${number}`) },
    {
      name: 'own reports like this one',
      asks: stories.map((story) => `POST /orders/similar ${JSON.stringify({ story })}`),
    },
  ];
}

import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { openPage } from '../../testing/open-page';
import CentresPage from '../about/centres';
import GuidePage from '../about/guide';
import OrderPage from '../follow/order';
import MessagesPage from './messages';
import OrdersPage from './orders';

const number = 'CM20261123000177';
const busy = () => ({
  status: 500,
  body: { title: '服务暂时有点忙，请稍后再试。', status: 500, code: 'http.500' },
});
const none = () => ({ body: { items: [], next: null, unread: 0 } });
const noCentre = () => ({
  body: { title: '', accepted: [], notAccepted: [], centres: [], goodPractices: [], demonstration: false },
});

interface Case {
  name: string;
  page: ComponentType;
  asks: string;
  shows: string;
  empty?: { answer: () => { body: unknown }; shows: string };
}
const cases: Case[] = [
  {
    name: 'my reports',
    page: OrdersPage,
    asks: 'GET /my/orders',
    shows: '居住证办理',
    empty: { answer: none, shows: '这里还没有诉求。' },
  },
  {
    name: 'messages',
    page: MessagesPage,
    asks: 'GET /my/messages',
    shows: '已接单',
    empty: { answer: none, shows: '还没有消息。' },
  },
  { name: 'order', page: OrderPage, asks: `GET /orders/${number}`, shows: '办理经过' },
  { name: 'guide', page: GuidePage, asks: 'GET /public/home', shows: '一次告知清单' },
  {
    name: 'centres',
    page: CentresPage,
    asks: 'GET /public/home',
    shows: '示例区政务服务中心',
    empty: { answer: noCentre, shows: '没有找到。' },
  },
];
let stop: () => Promise<void>;
afterEach(async () => {
  cleanup();
  await stop();
});

async function open(one: Case, options: Parameters<typeof openPage>[1] = {}) {
  const page = await openPage(one.page, { signedIn: true, query: { number }, ...options });
  stop = page.api.stop;
}

describe.each(cases)('$name', (one) => {
  it('says that it is loading, then shows what the server said', async () => {
    await open(one);
    expect(screen.getByText('正在读取…')).toBeTruthy();
    await waitFor(() => expect(screen.getAllByText(one.shows).length).toBeGreaterThan(0));
    expect(screen.queryByText('正在读取…')).toBeNull();
  });

  it('says what the server said when it fails, with a way on', async () => {
    await open(one, { answers: { [one.asks]: busy } });
    expect(await screen.findByText('服务暂时有点忙，请稍后再试。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });

  it('says that there is no network', async () => {
    await open(one, { offline: true });
    expect(await screen.findByText('没有连上网络', {}, { timeout: 6000 })).toBeTruthy();
  }, 10_000);
});

it.each(cases.filter((one) => one.empty))('$name says that there is nothing yet', async (one) => {
  await open(one, { answers: { [one.asks]: () => one.empty?.answer() ?? none() } });
  expect(await screen.findByText(one.empty?.shows ?? '')).toBeTruthy();
});

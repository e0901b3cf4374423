import OrderPage from '../../src/follow/order';
import { aResolvedOrder } from '../sample';
import {
  busy,
  cutNetwork,
  never,
  number,
  type PageStates,
  press,
  refused,
  seen,
  touch,
  write,
} from './page-states';

const query = { number };
const signedIn = true;
const asked = `GET /orders/${number}`;
const missing = refused(404, 'order.not-found', '没有找到这件诉求。');
const expired = refused(401, 'sign-in.needed', '请先登录。');

export const orderPage: PageStates = {
  page: 'follow/order/index',
  component: OrderPage,
  cases: [
    {
      state: 'loading',
      it: 'says that it is reading',
      open: { signedIn, query, answers: { [asked]: never } },
      shows: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'shows where it stands, the reply, what happened and what can be done',
      open: { signedIn, query },
      shows: ['已办结待回访', '办理答复', '办理经过', '补充情况', '评价办理结果'],
      hides: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'says that a supplement has arrived',
      open: {
        signedIn,
        query,
        answers: { [`POST /orders/${number}/supplement`]: () => ({ body: aResolvedOrder({ number }) }) },
      },
      act: async () => {
        await press('补充情况');
        write('supplement-text', '又收到一条短信，附在这里。');
        touch('send-supplement');
      },
      shows: ['已收到，谢谢您。'],
    },
    {
      state: 'empty',
      it: 'leads to the look-up when it was opened without a number',
      shows: ['这里缺少诉求编号', '凭编号查询'],
    },
    {
      state: 'error',
      it: 'says what the server said',
      open: { signedIn, query, answers: { [asked]: busy } },
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['再试一次'],
    },
    {
      state: 'error',
      it: 'says that there is no such report',
      open: { signedIn, query, answers: { [asked]: missing } },
      shows: ['没有找到这件诉求。'],
    },
    {
      state: 'error',
      it: 'asks to sign in where it is not open to everybody',
      open: { query, answers: { [asked]: expired } },
      shows: ['用手机号登录', '凭编号查询'],
    },
    {
      state: 'error',
      it: 'keeps what was written when a supplement is not taken',
      open: { signedIn, query, answers: { [`POST /orders/${number}/supplement`]: busy } },
      act: async () => {
        await press('补充情况');
        write('supplement-text', '又收到一条短信。');
        touch('send-supplement');
        await seen('服务暂时有点忙，请稍后再试。');
        expect(document.querySelector<HTMLTextAreaElement>('#supplement-text')?.value).toBe(
          '又收到一条短信。',
        );
      },
      shows: ['服务暂时有点忙，请稍后再试。'],
    },
    {
      state: 'offline',
      it: 'says so, with a way on',
      open: { signedIn, query, offline: true },
      shows: ['没有连上网络'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'keeps what was read when the network goes away',
      open: { signedIn, query },
      act: async () => {
        await seen('办理经过');
        cutNetwork();
      },
      shows: ['没有连上网络，下面是刚才读到的内容。', '办理经过'],
    },
  ],
};

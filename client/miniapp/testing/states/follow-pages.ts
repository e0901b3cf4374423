import EvaluatePage from '../../src/follow/evaluate';
import LinkPage from '../../src/follow/link';
import LookUpPage from '../../src/follow/look-up';
import { aResolvedOrder } from '../sample';
import { orderPage } from './order-page';
import { busy, cutNetwork, never, number, type PageStates, refused, seen, touch, write } from './page-states';

const query = { number };
const signedIn = true;
const asked = `GET /orders/${number}`;

async function judge() {
  await seen('这件事解决了吗');
  touch('solved-yes');
  touch('level-5');
  write('comment', '两天就办好了。');
  touch('submit-evaluation');
}
const wordsStay = async () => {
  await judge();
  await seen(/服务暂时有点忙|没有连上网络/);
  expect(document.querySelector<HTMLTextAreaElement>('#comment')?.value).toBe('两天就办好了。');
};

const evaluate: PageStates = {
  page: 'follow/evaluate/index',
  component: EvaluatePage,
  cases: [
    {
      state: 'loading',
      it: 'says that it is reading',
      open: { signedIn, query, answers: { [asked]: never } },
      shows: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'shows the reply that is judged, then thanks',
      open: { signedIn, query },
      act: judge,
      shows: ['谢谢您的评价。'],
      offers: ['回到诉求'],
    },
    {
      state: 'empty',
      it: 'says that there is nothing to judge now',
      open: {
        signedIn,
        query,
        answers: { [asked]: () => ({ body: aResolvedOrder({ number, commands: [] }) }) },
      },
      shows: ['这件事现在不能评价。'],
      offers: ['回到诉求'],
    },
    {
      state: 'empty',
      it: 'leads to the look-up when it was opened without a number',
      shows: ['这里缺少诉求编号'],
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
      it: 'says what is still to choose',
      open: { signedIn, query },
      act: async () => {
        await seen('这件事解决了吗');
        touch('submit-evaluation');
      },
      shows: ['请先选是否解决，再选满意程度。'],
    },
    {
      state: 'error',
      it: 'keeps the words when they are not taken',
      open: { signedIn, query, answers: { [`POST /orders/${number}/evaluate`]: busy } },
      act: wordsStay,
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['提交评价'],
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
      it: 'keeps the words when the network goes away meanwhile',
      open: { signedIn, query },
      act: async () => {
        await seen('这件事解决了吗');
        cutNetwork();
        await wordsStay();
      },
      shows: ['没有连上网络'],
      offers: ['提交评价'],
    },
  ],
};

async function lookUp() {
  write('look-up-number', 'CM20261123000177');
  write('look-up-code', '7K3MPX');
  touch('look-up');
}
const numberStays = async () => {
  await lookUp();
  await seen(/没有连上网络|不对/);
  expect(document.querySelector<HTMLInputElement>('#look-up-number')?.value).toBe('CM20261123000177');
};

const lookUpPage: PageStates = {
  page: 'follow/look-up/index',
  component: LookUpPage,
  cases: [
    {
      state: 'empty',
      it: 'says where number and code are found',
      shows: ['编号和查询码在提交后的回执上，也在短信里。'],
    },
    {
      state: 'loading',
      it: 'says that it is looking',
      open: { answers: { 'POST /lookups': never } },
      act: lookUp,
      shows: ['正在查询…'],
    },
    {
      state: 'success',
      it: 'opens the report',
      act: lookUp,
      shows: [],
      goesTo: '/follow/order/index?number=CM20261123000177',
    },
    {
      state: 'error',
      it: 'keeps the number when the code is wrong',
      open: {
        answers: { 'POST /lookups': refused(404, 'lookup.wrong', '编号或查询码不对，请对照回执再看一遍。') },
      },
      act: numberStays,
      shows: ['编号或查询码不对，请对照回执再看一遍。'],
    },
    {
      state: 'error',
      it: 'says until when it is locked',
      open: {
        answers: {
          'POST /lookups': refused(429, 'lookup.locked', '输错次数太多，请 1 小时后再试，或拨打窗口电话。'),
        },
      },
      act: lookUp,
      shows: ['输错次数太多，请 1 小时后再试，或拨打窗口电话。'],
    },
    {
      state: 'offline',
      it: 'keeps what was typed',
      open: { offline: true },
      act: numberStays,
      shows: ['没有连上网络'],
      offers: ['查询'],
    },
  ],
};

const link: PageStates = {
  page: 'follow/link/index',
  component: LinkPage,
  cases: [
    {
      state: 'loading',
      it: 'says that it is reading',
      open: { query: { token: 't' }, answers: { 'POST /links': never } },
      shows: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'goes on to its report',
      open: {
        query: { token: 't' },
        answers: { 'POST /links': () => ({ body: { token: 'order-token', number } }) },
      },
      shows: [],
      goesTo: `/follow/order/index?number=${number}`,
    },
    {
      state: 'empty',
      it: 'leads to the look-up when the link is cut off',
      shows: ['这个链接不完整，请用编号和查询码查看。', '凭编号查询'],
    },
    {
      state: 'error',
      it: 'leads to the look-up when the link is used up',
      open: {
        query: { token: 't' },
        answers: { 'POST /links': refused(410, 'link.used', '这个链接已失效，请用编号和查询码查看。') },
      },
      shows: ['这个链接已失效，请用编号和查询码查看。', '凭编号查询'],
    },
    {
      state: 'error',
      it: 'can be tried again when the server fails',
      open: { query: { token: 't' }, answers: { 'POST /links': busy } },
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'can be tried again',
      open: { query: { token: 't' }, offline: true },
      shows: ['没有连上网络'],
      offers: ['再试一次'],
    },
  ],
};

export const followPages = [orderPage, evaluate, lookUpPage, link];

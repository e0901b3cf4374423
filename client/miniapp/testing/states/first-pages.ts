import HomePage from '../../src/pages/home';
import MePage from '../../src/pages/me';
import MessagesPage from '../../src/pages/messages';
import OrdersPage from '../../src/pages/orders';
import { keepDraft, newDraft } from '../../src/report/form/draft';
import { anOrderCard } from '../sample';
import { busy, cutNetwork, never, nothing, type PageStates, press, refused, seen } from './page-states';

const signedIn = true;
const emptyHome = () => ({
  body: { title: '', accepted: [], notAccepted: [], centres: [], goodPractices: [], demonstration: false },
});
const expired = refused(401, 'sign-in.needed', '请先登录。');

const home: PageStates = {
  page: 'pages/home/index',
  component: HomePage,
  cases: [
    {
      state: 'loading',
      it: 'lets report and look up while the lists are still being read',
      open: { answers: { 'GET /public/home': never } },
      shows: ['正在读取…', '办事卡住了，告诉我们', '凭编号查询'],
    },
    {
      state: 'success',
      it: 'shows what can be reported, what worked well, and the reports on their way',
      open: { signedIn },
      shows: [
        '线上线下申请后没有被受理、没有通过、没有办完的',
        '一次告知清单',
        '正在办理',
        '社会保险登记',
        '1 条未读',
      ],
      hides: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'leads back to a report that was not finished',
      before: () => keepDraft({ ...newDraft(), story: '材料都交了三次，一直没有受理。' }),
      shows: ['您有一份没填完的反映，内容都还在。', '接着填'],
    },
    {
      state: 'empty',
      it: 'shows no empty headings when there is no report and no practice',
      open: {
        signedIn,
        answers: { 'GET /my/orders': nothing, 'GET /my/messages': nothing, 'GET /public/home': emptyHome },
      },
      shows: ['进展会发到这里', '提交之后会怎样'],
      hides: ['正在办理', '解决得好的做法'],
    },
    {
      state: 'error',
      it: 'says so, and that own reports are still there',
      open: { signedIn, answers: { 'GET /public/home': busy, 'GET /my/orders': busy } },
      shows: ['服务暂时有点忙，请稍后再试。', '您的诉求都还在，这会儿没能读到。', '办事卡住了，告诉我们'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'still offers the form, whose draft stays on the phone',
      open: { offline: true },
      shows: ['没有连上网络', '请检查网络，已填的内容不会丢。', '两分钟填好，可以附照片'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'keeps what was read when the network goes away',
      act: async () => {
        await seen('一次告知清单');
        cutNetwork();
      },
      shows: ['没有连上网络，下面是刚才读到的内容。', '一次告知清单'],
    },
  ],
};

const orders: PageStates = {
  page: 'pages/orders/index',
  component: OrdersPage,
  cases: [
    {
      state: 'loading',
      it: 'says that it is reading',
      open: { signedIn, answers: { 'GET /my/orders': never } },
      shows: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'lists the reports with who has them',
      open: { signedIn },
      shows: ['居住证办理', '社会保险登记'],
      hides: ['正在读取…'],
    },
    {
      state: 'empty',
      it: 'says what it is for, and leads to the form',
      open: { signedIn, answers: { 'GET /my/orders': nothing } },
      shows: ['这里还没有诉求。', '办事遇到困难，随时可以反映。'],
    },
    {
      state: 'empty',
      it: 'says what will stand among the finished ones',
      open: { signedIn, answers: { 'GET /my/orders': nothing } },
      act: () => press('已办完'),
      shows: ['还没有办完的诉求。', '办完并归档的会在这里。'],
    },
    { state: 'empty', it: 'asks to sign in, or to look up by number', shows: ['用手机号登录', '凭编号查询'] },
    {
      state: 'error',
      it: 'says what the server said',
      open: { signedIn, answers: { 'GET /my/orders': busy } },
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['再试一次'],
    },
    {
      state: 'error',
      it: 'asks to sign in anew when the time is over',
      open: { signedIn, answers: { 'GET /my/orders': expired } },
      shows: ['用手机号登录'],
    },
    {
      state: 'error',
      it: 'keeps the list when its next part does not come',
      open: {
        signedIn,
        answers: (() => {
          const parts = [{ body: { items: [anOrderCard()], next: 'c1' } }];
          return { 'GET /my/orders': () => parts.pop() ?? busy() };
        })(),
      },
      act: () => press('再看一些'),
      shows: ['服务暂时有点忙，请稍后再试。', '社会保险登记'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'says so, with a way on',
      open: { signedIn, offline: true },
      shows: ['没有连上网络'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'keeps the list when the network goes away',
      open: { signedIn },
      act: async () => {
        await seen('居住证办理');
        cutNetwork();
      },
      shows: ['没有连上网络，下面是刚才读到的内容。', '居住证办理'],
    },
  ],
};

const messages: PageStates = {
  page: 'pages/messages/index',
  component: MessagesPage,
  cases: [
    {
      state: 'loading',
      it: 'says that it is reading',
      open: { signedIn, answers: { 'GET /my/messages': never } },
      shows: ['正在读取…'],
    },
    {
      state: 'success',
      it: 'shows what was told, the unread marked',
      open: { signedIn },
      shows: ['已接单', '未读', '全部标为已读'],
      hides: ['正在读取…'],
    },
    {
      state: 'empty',
      it: 'says what will come here',
      open: { signedIn, answers: { 'GET /my/messages': nothing } },
      shows: ['还没有消息。', '诉求有进展时，会在这里告诉您。'],
    },
    { state: 'empty', it: 'asks to sign in', shows: ['用手机号登录'] },
    {
      state: 'error',
      it: 'says what the server said',
      open: { signedIn, answers: { 'GET /my/messages': busy } },
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['再试一次'],
    },
    {
      state: 'error',
      it: 'asks to sign in anew when the time is over',
      open: { signedIn, answers: { 'GET /my/messages': expired } },
      shows: ['用手机号登录'],
    },
    {
      state: 'offline',
      it: 'says so, with a way on',
      open: { signedIn, offline: true },
      shows: ['没有连上网络'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'keeps what was read when the network goes away',
      open: { signedIn },
      act: async () => {
        await seen('已接单');
        cutNetwork();
      },
      shows: ['没有连上网络，下面是刚才读到的内容。', '已接单'],
    },
  ],
};

const me: PageStates = {
  page: 'pages/me/index',
  component: MePage,
  without: { loading: 'the account and the display stand on the phone; nothing is read to show them' },
  cases: [
    {
      state: 'success',
      it: 'shows the account, the display and what is held',
      open: { signedIn },
      shows: ['手机号 138****0001', '长辈版', '我的个人信息', '隐私说明'],
    },
    {
      state: 'success',
      it: 'says what became of a wish to have data erased, asked twice',
      open: { signedIn, answers: { 'POST /reporter/erasure': () => ({ body: { account: false } }) } },
      act: async () => {
        await press('申请删除我的信息 已归档的诉求可以删除个人信息，统计数字不变。');
        await press('确定申请删除 已归档的诉求可以删除个人信息，统计数字不变。');
      },
      shows: ['已归档的诉求已删除。还在办理的，归档后可以再来删除。'],
    },
    {
      state: 'empty',
      it: 'asks to sign in, and shows the display all the same',
      shows: ['用手机号登录', '长辈版'],
      hides: ['我的个人信息'],
    },
    {
      state: 'error',
      it: 'says why the data could not be taken away',
      open: { signedIn, answers: { 'GET /reporter/export': busy } },
      act: () => press('导出我的信息 得到一份文件，内有我们保存的与您有关的内容。'),
      shows: ['服务暂时有点忙，请稍后再试。'],
    },
    {
      state: 'offline',
      it: 'stays signed in where the other devices could not be signed out',
      open: { signedIn, offline: true },
      act: async () => {
        await press('退出所有设备 手机丢了或在别处登录过，可以一次全部退出。');
        await press('确定全部退出 手机丢了或在别处登录过，可以一次全部退出。');
      },
      shows: ['没有连上网络', '手机号 138****0001'],
    },
  ],
};

export const firstPages = [home, orders, messages, me];

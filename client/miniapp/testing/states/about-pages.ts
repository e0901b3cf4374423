import CentresPage from '../../src/about/centres';
import GuidePage from '../../src/about/guide';
import PrivacyPage from '../../src/about/privacy';
import SignInPage from '../../src/about/sign-in';
import {
  busy,
  cutNetwork,
  never,
  nothing,
  type PageStates,
  press,
  refused,
  seen,
  touch,
  write,
} from './page-states';

const emptyHome = () => ({
  body: {
    title: '',
    accepted: ['没有被受理的'],
    notAccepted: [],
    centres: [],
    goodPractices: [],
    demonstration: false,
  },
});
const loading = { 'GET /public/home': never };
const failing = { 'GET /public/home': busy };

const guide: PageStates = {
  page: 'about/guide/index',
  component: GuidePage,
  cases: [
    {
      state: 'loading',
      it: 'shows what it knows by itself meanwhile',
      open: { answers: loading },
      shows: ['正在读取…', '反映时准备什么', '期限说明'],
    },
    {
      state: 'success',
      it: 'shows what is accepted and what worked well',
      shows: ['个人之间的民事纠纷', '解决得好的做法', '一次告知清单', '把材料清单缩到一页，窗口贴出样张。'],
      hides: ['正在读取…'],
    },
    {
      state: 'empty',
      it: 'has no heading over practices that are not there',
      open: { answers: { 'GET /public/home': emptyHome, 'GET /public/practices': nothing } },
      shows: ['没有被受理的'],
      hides: ['解决得好的做法'],
    },
    {
      state: 'error',
      it: 'says so beside what it knows by itself',
      open: { answers: failing },
      shows: ['服务暂时有点忙，请稍后再试。', '期限说明'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'says so beside what it knows by itself',
      open: { offline: true },
      shows: ['没有连上网络', '期限说明'],
      offers: ['再试一次'],
    },
  ],
};

const centres: PageStates = {
  page: 'about/centres/index',
  component: CentresPage,
  cases: [
    { state: 'loading', it: 'says that it is reading', open: { answers: loading }, shows: ['正在读取…'] },
    {
      state: 'success',
      it: 'shows address, telephone and hours',
      shows: ['示例区政务服务中心', '示例路 1 号'],
      hides: ['正在读取…'],
    },
    {
      state: 'empty',
      it: 'says what to do when nothing is found',
      act: async () => {
        await seen('示例区政务服务中心');
        write('centre-search', '没有的地方');
      },
      shows: ['没有找到。', '换个名称、乡镇或地址试试，或清空再看全部。'],
    },
    {
      state: 'empty',
      it: 'says that none has been entered',
      open: { answers: { 'GET /public/home': emptyHome } },
      shows: ['政务服务中心的名单还没有填写。'],
    },
    {
      state: 'error',
      it: 'says what the server said',
      open: { answers: failing },
      shows: ['服务暂时有点忙，请稍后再试。'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'says so, with a way on',
      open: { offline: true },
      shows: ['没有连上网络'],
      offers: ['再试一次'],
    },
    {
      state: 'offline',
      it: 'keeps the list when the network goes away',
      act: async () => {
        await seen('示例区政务服务中心');
        cutNetwork();
      },
      shows: ['没有连上网络，下面是刚才读到的内容。', '示例区政务服务中心'],
    },
  ],
};

const privacy: PageStates = {
  page: 'about/privacy/index',
  component: PrivacyPage,
  without: {
    loading: 'its words stand in the app',
    empty: 'its words stand in the app',
    error: 'nothing is asked of the server',
    offline: 'nothing is asked of the server',
  },
  cases: [
    {
      state: 'success',
      it: 'says what is kept, why, who sees it and for how long',
      open: { offline: true },
      shows: ['我们收集什么', '谁能看到', '怎么保管', '您的权利'],
    },
  ],
};

async function askCode() {
  write('phone', '13800000001');
  touch('send-code');
}
async function signIn() {
  await askCode();
  await seen('验证码已发送，请看手机短信。');
  write('code', '123456');
  await press('登录');
}
const phoneStays = async () => {
  await askCode();
  await seen(/没有连上网络|太频繁/);
  expect(document.querySelector<HTMLInputElement>('#phone')?.value).toBe('13800000001');
};

const signInPage: PageStates = {
  page: 'about/sign-in/index',
  component: SignInPage,
  without: { loading: 'nothing is read to show the form; the button is shut while a code is on its way' },
  cases: [
    {
      state: 'empty',
      it: 'says what signing in is for',
      shows: ['登录后可以查看您的诉求和消息。第一次使用会自动登记。'],
    },
    { state: 'success', it: 'leads to the reports', act: signIn, shows: [], goesTo: '/pages/orders/index' },
    {
      state: 'success',
      it: 'leads on at once when one is signed in already',
      open: { signedIn: true },
      shows: [],
      goesTo: '/pages/orders/index',
    },
    {
      state: 'error',
      it: 'tells a telephone number that cannot be one',
      act: () => {
        write('phone', '123');
        touch('send-code');
      },
      shows: ['手机号是 11 位数字，请再看一遍。'],
    },
    {
      state: 'error',
      it: 'says when codes are asked for too often',
      open: {
        answers: {
          'POST /reporter/sms-codes': refused(429, 'sms.too-often', '验证码发得太频繁，请 1 分钟后再试。'),
        },
      },
      act: phoneStays,
      shows: ['验证码发得太频繁，请 1 分钟后再试。'],
    },
    {
      state: 'error',
      it: 'says that a code is wrong',
      open: {
        answers: { 'POST /reporter/sessions': refused(422, 'sms.wrong', '验证码不对或已过期，请重新获取。') },
      },
      act: signIn,
      shows: ['验证码不对或已过期，请重新获取。'],
    },
    {
      state: 'offline',
      it: 'keeps the number',
      open: { offline: true },
      act: phoneStays,
      shows: ['没有连上网络'],
    },
  ],
};

export const aboutPages = [guide, centres, privacy, signInPage];

import ReportPage from '../../src/report/form';
import { readDraft } from '../../src/report/form/draft';
import ReceiptPage from '../../src/report/receipt';
import { putReceipt } from '../../src/setting/receipt';
import { aReceipt } from '../sample';
import { busy, never, type PageStates, press, refused, seen, touch, write } from './page-states';

const signedIn = true;
const story = '材料都交了三次，一直没有受理，也没说缺什么。';

async function fill() {
  await press('说不清是哪件事');
  write('matter-own', '给店里的员工办社保');
  touch('place-none');
  touch('stage-not-accepted');
  write('story', story);
  write('name', '示例居民');
  touch('consent');
}
async function fillAndSubmit() {
  await fill();
  touch('submit');
}
const draftStays = async () => {
  await fillAndSubmit();
  await seen(/内容都还在本机/);
  expect(readDraft()?.story).toBe(story);
};

const form: PageStates = {
  page: 'report/form/index',
  component: ReportPage,
  cases: [
    {
      state: 'loading',
      it: 'can be filled in while matters and halls are still being read',
      open: { answers: { 'GET /public/matters': never, 'GET /public/places': never } },
      shows: ['要办什么事', '说不清是哪件事', '发生了什么'],
    },
    {
      state: 'empty',
      it: 'begins with frequent matters and the limits of files',
      shows: ['常见事项', '社会保险登记', /最多 9 张照片/],
    },
    {
      state: 'empty',
      it: 'says what to do when no matter is found',
      open: { answers: { 'GET /public/matters': () => ({ body: { items: [] } }) } },
      act: () => write('matter-search', '没有的事'),
      shows: ['没有找到。可以选“说不清是哪件事”，用自己的话写。'],
    },
    {
      state: 'error',
      it: 'names what is missing',
      open: { signedIn },
      act: () => touch('submit'),
      shows: [/请选择事项/, /请选择在哪里办的/, /请先阅读并同意隐私说明/],
    },
    {
      state: 'error',
      it: 'can do without the lists when they cannot be read',
      open: { answers: { 'GET /public/matters': busy, 'GET /public/places': busy } },
      act: () => touch('place-hall'),
      shows: [/事项名单这会儿没读到/, /大厅名单这会儿没读到/],
      offers: ['再试一次'],
    },
    {
      state: 'error',
      it: 'keeps every word when the server fails',
      open: { signedIn, answers: { 'POST /orders': busy } },
      act: draftStays,
      shows: ['服务暂时有点忙，请稍后再试。', '暂时没有提交成功，内容都还在本机，可以稍后再试。'],
      offers: ['提交反映'],
    },
    {
      state: 'error',
      it: 'says what the server refuses, entry by entry',
      open: {
        signedIn,
        answers: {
          'POST /orders': () => ({
            status: 400,
            body: {
              title: '有内容填写不正确，请检查后再提交。',
              status: 400,
              code: 'input.invalid',
              errors: [{ path: 'report.story', message: '经过太短' }],
            },
          }),
        },
      },
      act: draftStays,
      shows: ['有内容填写不正确，请检查后再提交。', /经过太短/],
    },
    {
      state: 'offline',
      it: 'keeps every word without a network',
      open: { signedIn, offline: true },
      act: draftStays,
      shows: ['没有连上网络', '暂时没有提交成功，内容都还在本机，可以稍后再试。'],
    },
    {
      state: 'success',
      it: 'hands in, and goes to the receipt',
      open: { signedIn },
      act: fillAndSubmit,
      shows: [],
      goesTo: '/report/receipt/index',
    },
    {
      state: 'success',
      it: 'leaves a QR code away that was put out of use meanwhile',
      open: {
        signedIn,
        answers: {
          'POST /orders': ({ body }) =>
            (body as { scene?: string }).scene
              ? refused(422, 'scene.not-found', '二维码已失效。')()
              : { status: 201, body: aReceipt() },
        },
      },
      act: fillAndSubmit,
      shows: [],
      goesTo: '/report/receipt/index',
    },
  ],
};

const receipt: PageStates = {
  page: 'report/receipt/index',
  component: ReceiptPage,
  without: {
    loading: 'the receipt came with the answer and stands on the phone',
    error: 'nothing is asked of the server',
    offline: 'nothing is asked of the server',
  },
  cases: [
    {
      state: 'success',
      it: 'shows number, code, who has it and what comes next',
      before: () => putReceipt({ ...aReceipt(), earlier: false }),
      shows: [
        'CM20261123000177',
        '7K3MPX',
        '已转到示例人社局，将在 11 月 24 日 17:00 前接单。',
        '接单后先打电话联系您',
      ],
      offers: ['查看进度', '复制编号和查询码'],
    },
    {
      state: 'success',
      it: 'says that an earlier attempt had arrived',
      before: () => putReceipt({ ...aReceipt(), earlier: true }),
      shows: [/您上次的提交其实已经成功/],
    },
    {
      state: 'empty',
      it: 'leads to the look-up when there is no receipt',
      shows: ['这里没有回执', '凭编号查询'],
    },
  ],
};

export const reportPages = [form, receipt];

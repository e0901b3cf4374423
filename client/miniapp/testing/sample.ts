import type { OrderCard, OrderView, Receipt } from '../../../shared/order/view';

const unit = (name: string, phone: string | null = '021-00000000') => ({ id: name, name, phone });
const bureau = unit('示例人社局');

/** One order on its way, with overrides. */
export function anOrderCard(overrides: Partial<OrderCard> = {}): OrderCard {
  return {
    number: 'CM20261123000177',
    version: 3,
    state: 'handling',
    stateWord: '办理中',
    channel: 'h5',
    reporterKind: 'person',
    reporterName: '示例居民',
    reporterPhone: '138****0001',
    matter: '社会保险登记',
    stage: 'not-accepted',
    excerpt: '跑了两次，都说材料不全……',
    town: '城桥镇',
    holder: bureau,
    lead: bureau,
    complexity: 'ordinary',
    light: 'green',
    dueAt: '2026-11-26T17:00:00+08:00',
    countdown: '还剩 2 天 3 小时',
    clock: 'resolve',
    submittedAt: '2026-11-23T09:12:00+08:00',
    age: '1 天',
    urged: 0,
    round: 0,
    flags: [],
    next: null,
    sentence: '示例人社局已接单，将在 11 月 26 日 17:00 前办结并答复您。',
    ...overrides,
  };
}

/** The whole of one order, with overrides. */
export function anOrder(overrides: Partial<OrderView> = {}): OrderView {
  return {
    ...anOrderCard(),
    story:
      '我去政务服务中心给店里的两名员工办社会保险登记，第一次说缺劳动合同原件，第二次带了原件又说系统里查不到单位信息，让我回去等通知。\n我希望一次说清楚要带什么，尽快办好。',
    matterText: null,
    placeName: null,
    hallName: '示例区政务服务中心',
    triedOn: '2026-11-20',
    triedTimes: 2,
    enterpriseName: null,
    onBehalfOf: null,
    phoneVerified: true,
    cityNumber: null,
    files: [],
    clocks: [
      {
        kind: 'resolve',
        title: '办结',
        holder: bureau,
        startedAt: '2026-11-23T10:02:00+08:00',
        dueAt: '2026-11-26T17:00:00+08:00',
        originalDueAt: '2026-11-26T17:00:00+08:00',
        provisional: false,
        running: true,
        outcome: null,
        endedAt: null,
        light: 'green',
        countdown: '还剩 2 天 3 小时',
        explanation: '11-23 接单，不计入 · 11-24 第 1 个工作日 · 11-25 第 2 个 · 11-26 第 3 个，17:00 到期',
      },
    ],
    timeline: [
      moment(1, '2026-11-23T09:12:00+08:00', '您提交了反映', 'Report sent'),
      moment(2, '2026-11-23T09:12:00+08:00', '已按事项转到示例人社局', 'Passed on to 示例人社局'),
      moment(3, '2026-11-23T10:02:00+08:00', '示例人社局已接单', '示例人社局 has taken it on'),
      {
        ...moment(4, '2026-11-23T14:20:00+08:00', '示例人社局已与您联系', '示例人社局 has talked to you'),
        paragraphs: [
          {
            label: '联系情况',
            english: 'Note',
            text: '已电话联系，约定 11 月 24 日上午带营业执照到窗口当面核对。',
          },
        ],
      },
    ],
    commands: ['supplement', 'urge', 'withdraw'],
    assists: [],
    extensions: [],
    custody: [{ role: 'lead', unit: bureau, fromAt: '2026-11-23T10:02:00+08:00', toAt: null }],
    reply: null,
    evaluation: null,
    primaryNumber: null,
    mergedNumbers: [],
    similar: [],
    ...overrides,
  };
}

const moment = (seq: number, at: string, title: string, english: string): OrderView['timeline'][number] => ({
  seq,
  at,
  kind: 'step',
  title,
  english,
  paragraphs: [],
  by: null,
  internal: false,
  files: [],
});

/** The same order, answered and waiting for the reporter's judgement. */
export const aResolvedOrder = (overrides: Partial<OrderView> = {}): OrderView =>
  anOrder({
    state: 'resolved',
    stateWord: '已办结待回访',
    light: null,
    dueAt: null,
    countdown: null,
    round: 1,
    sentence: '示例人社局已办结。请您评价，也会有人打电话回访。',
    clocks: [],
    commands: ['supplement', 'evaluate'],
    reply: {
      found: '单位信息没有同步到社保系统，所以窗口查不到。',
      done: '已补录单位信息，两名员工的登记当天办好。',
      rule: '《社会保险登记管理办法》',
      next: '以后来办只需带营业执照和身份证。',
      result: 'solved',
      basis: null,
      cause: 'data-not-shared',
      at: '2026-11-24T11:00:00+08:00',
      unit: bureau,
    },
    ...overrides,
  });

export const aReceipt = (overrides: Partial<Receipt> = {}): Receipt => ({
  number: 'CM20261123000177',
  queryCode: '7K3MPX',
  version: 1,
  state: 'dispatched',
  sentence: '已转到示例人社局，将在 11 月 24 日 17:00 前接单。',
  nextSteps: [
    { text: '示例人社局接单', by: '2026-11-24T17:00:00+08:00' },
    { text: '接单后先打电话联系您', by: '2026-11-25T17:00:00+08:00' },
    { text: '办结后请您评价', by: null },
  ],
  token: 'order-token',
  ...overrides,
});

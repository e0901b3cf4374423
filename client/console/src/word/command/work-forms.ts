import { causes, complexities, results } from '../../../../../shared/order/vocabulary';
import { days, files, note, reason, unit } from './common-field';
import type { Field, Forms } from './field';

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const meansChoices = [
  { value: 'phone', label: '电话' },
  { value: 'visit', label: '上门或当面' },
  { value: 'message', label: '消息' },
];
const means: Field = {
  name: 'means',
  label: '方式',
  kind: 'choice',
  start: 'phone',
  choices: meansChoices,
};

/** Commands by which an order is sent, taken on, worked on and answered (spec 2). */
export const workForms: Forms = {
  dispatch: {
    title: '派单',
    intro: '派给一个单位，由它在 1 个工作日内接单。',
    fields: [unit, reason],
  },
  accept: { title: '接单', intro: '接单后开始计算时限，本单位负责到底。', fields: [] },
  return: {
    title: '退单',
    intro: '不归本单位办的，退给派单员重新派单。一件最多退两次。',
    fields: [reason, { ...unit, name: 'rightUnitId', label: '应由哪个单位办理（知道的话）', optional: true }],
  },
  contact: {
    title: '记录联系',
    intro: '以现在这个时间为准；更早的联系写在备注里。',
    fields: [
      {
        name: 'result',
        label: '结果',
        kind: 'choice',
        start: 'reached',
        choices: [
          { value: 'reached', label: '已联系上' },
          { value: 'unreached', label: '未联系上' },
        ],
      },
      means,
      note,
    ],
  },
  classify: {
    title: '定难易',
    intro: '简单当日办结，一般 3 个工作日，复杂 5 个工作日，都从接单算起。',
    fields: [
      { name: 'complexity', label: '难易程度', kind: 'choice', choices: choicesOf(complexities) },
      {
        ...reason,
        label: '调整的理由',
        optional: true,
        help: '已经定过的，必须写明',
        when: (order) => order.complexity !== null,
      },
    ],
  },
  explain: {
    title: '解释说明',
    intro: '确实难办的，把原因和下一步告诉反映人。办结期限不变。',
    fields: [
      reason,
      { name: 'plan', label: '下一步', kind: 'text' },
      { name: 'nextReportOn', label: '下次说明日期', kind: 'day' },
    ],
  },
  extend: {
    title: '申请延期',
    intro: '到期前可以申请一次；下一个工作日下班前不批，视为不同意。',
    fields: [reason, { ...days, start: 2 }],
  },
  'extend-decide': {
    title: '审批延期',
    fields: [
      {
        name: 'extensionId',
        label: '申请',
        kind: 'extension',
        start: (order) => order.extensions.find((each) => each.state === 'asked')?.id,
      },
      {
        name: 'granted',
        label: '决定',
        kind: 'choice',
        choices: [
          { value: true, label: '同意' },
          { value: false, label: '不同意' },
        ],
      },
      reason,
    ],
  },
  'request-supplement': {
    title: '请补材料',
    intro: '反映人会收到消息。时限不停。',
    fields: [{ name: 'missing', label: '还缺什么', kind: 'text' }],
  },
  resolve: {
    title: '办结答复',
    intro: '答复会原样发给反映人，请写得清楚、好懂。',
    fields: [
      {
        name: 'contact',
        label: '还没有记录联系：这次怎样联系上反映人的',
        kind: 'contact',
        choices: meansChoices,
        help: '没有联系上的，请先记录联系，再办结',
        when: (order) => order.clocks.some((clock) => clock.kind === 'contact' && clock.running),
      },
      { name: 'found', label: '查明情况', kind: 'text' },
      { name: 'done', label: '办理结果', kind: 'text' },
      { name: 'rule', label: '依据规定', kind: 'line' },
      { name: 'next', label: '后续安排', kind: 'text', optional: true },
      { name: 'result', label: '结果', kind: 'choice', start: 'solved', choices: choicesOf(results) },
      {
        name: 'basis',
        label: '法律或文件依据',
        kind: 'line',
        when: (_, { result }) => result === 'explained',
      },
      { name: 'cause', label: '原因', kind: 'choice', choices: choicesOf(causes) },
      { name: 'measure', label: '改进措施', kind: 'text', optional: true },
      { ...files, help: '会随答复一起给反映人看' },
    ],
  },
  decline: {
    title: '不予受理',
    intro: '依据和解释会告诉反映人；对方可以申诉一次。',
    fields: [
      { name: 'basis', label: '依据', kind: 'line' },
      { name: 'explanation', label: '解释', kind: 'text' },
      { name: 'rightDoor', label: '应去哪里', kind: 'line', optional: true },
    ],
  },
  'decline-consent': { title: '同意再次不予受理', fields: [reason] },
};

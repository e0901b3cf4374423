import type { OrderView } from '../../../../shared/order/view';
import { causes, complexities, results } from '../../../../shared/order/vocabulary';

type Start = string | number | boolean;
export interface Field {
  name: string;
  label: string;
  kind:
    | 'line'
    | 'text'
    | 'choice'
    | 'unit'
    | 'day'
    | 'number'
    | 'assist'
    | 'extension'
    | 'contact'
    | 'asks'
    | 'files';
  choices?: { value: Start; label: string }[];
  optional?: boolean;
  help?: string;
  start?: Start | ((order: OrderView) => Start | undefined);
  /** Asked for only where this holds. */
  when?: (order: OrderView, values: Record<string, unknown>) => boolean;
  /** Steers the form and is not sent. */
  aside?: boolean;
  /** Which units can be chosen: those below the holder, or all but the lead. */
  units?: 'below' | 'others';
  /** Which assists can be chosen: in these states, and only one's own. */
  assists?: string[];
  mine?: boolean;
}
type Group = 'work' | 'together' | 'answer' | 'note';
interface Form {
  title: string;
  group: Group;
  /** What the command brings about, in a sentence. */
  intro?: string;
  /** The words on its button, where they are not 确定 and the title. */
  confirm?: string;
  fields: Field[];
  /** Commands whose body carries no version (spec 2, Concurrency). */
  bare?: boolean;
}

/** The headings under which commands stand. */
export const commandGroups: { id: Group; title: string }[] = [
  { id: 'work', title: '办理' },
  { id: 'together', title: '找别的单位' },
  { id: 'answer', title: '回访与督办' },
  { id: 'note', title: '记录与催办' },
];

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const reason: Field = { name: 'reason', label: '理由', kind: 'text' };
const unit: Field = { name: 'unitId', label: '单位', kind: 'unit' };
/** The day on which the order itself is due, where that is still to come. */
const dueDay = (order: OrderView): string | undefined => {
  const day = order.dueAt?.slice(0, 10);
  return day && day > new Date().toISOString().slice(0, 10) ? day : undefined;
};
const assistDay: Field = {
  name: 'dueOn',
  label: '回复期限',
  kind: 'day',
  start: dueDay,
  help: '不晚于本件的期限；已不足一个工作日的，可到下一个工作日',
};
const meansChoices = [
  { value: 'phone', label: '电话' },
  { value: 'visit', label: '上门或当面' },
  { value: 'message', label: '消息' },
];
const request: Field = { name: 'request', label: '请求内容', kind: 'text' };
/** Photos and PDFs, where the command carries them (spec 2, 4). */
const files: Field = { name: 'files', label: '照片或文件', kind: 'files', optional: true };
const note: Field = { name: 'note', label: '备注', kind: 'text', optional: true };
const means: Field = {
  name: 'means',
  label: '方式',
  kind: 'choice',
  start: 'phone',
  choices: meansChoices,
};
const days: Field = { name: 'days', label: '工作日数', kind: 'number', start: 3 };

const ownAssist = (order: OrderView): string | undefined =>
  order.assists.find((each) => each.mine && each.state === 'open')?.id;
const firstAssist =
  (...states: string[]) =>
  (order: OrderView): string | undefined =>
    order.assists.find((each) => states.includes(each.state))?.id;

/** The form of each command: the body the API takes, in the order people think. */
export const commandForms: Record<string, Form> = {
  dispatch: {
    title: '派单',
    group: 'work',
    intro: '派给一个单位，由它在 1 个工作日内接单。',
    fields: [unit, reason],
  },
  accept: { title: '接单', group: 'work', intro: '接单后开始计算时限，本单位负责到底。', fields: [] },
  return: {
    title: '退单',
    group: 'work',
    intro: '不归本单位办的，退给派单员重新派单。一件最多退两次。',
    fields: [reason, { ...unit, name: 'rightUnitId', label: '应由哪个单位办理（知道的话）', optional: true }],
  },
  contact: {
    title: '记录联系',
    group: 'work',
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
    group: 'work',
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
  assist: {
    title: '请求协办',
    group: 'together',
    intro: '请别的单位配合。本单位的时限不停。',
    fields: [{ ...unit, units: 'others' }, request, assistDay, files],
  },
  'assist-reply': {
    title: '协办回复',
    group: 'together',
    bare: true,
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist', assists: ['open'], mine: true, start: ownAssist },
      {
        name: 'answer',
        label: '怎么答复',
        kind: 'choice',
        aside: true,
        start: 'reply',
        choices: [
          { value: 'reply', label: '回复协办' },
          { value: 'decline', label: '不应由本单位协办' },
        ],
      },
      { name: 'reply', label: '回复', kind: 'text', when: (_, { answer }) => answer !== 'decline' },
      { ...files, when: (_, { answer }) => answer !== 'decline' },
      {
        name: 'declineReason',
        label: '理由',
        kind: 'text',
        help: '只能提一次，由派单员裁定',
        when: (_, { answer }) => answer === 'decline',
      },
    ],
  },
  'assist-drop': {
    title: '取消协办',
    group: 'together',
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist', start: firstAssist('open', 'declined') },
      reason,
    ],
  },
  'assist-arbitrate': {
    title: '裁定协办',
    group: 'together',
    fields: [
      {
        name: 'assistId',
        label: '协办',
        kind: 'assist',
        assists: ['declined'],
        start: firstAssist('declined'),
      },
      {
        name: 'decision',
        label: '裁定',
        kind: 'choice',
        choices: [
          { value: 'must-reply', label: '应当协办' },
          { value: 'release', label: '不用协办' },
        ],
      },
      { ...assistDay, when: (_, { decision }) => decision === 'must-reply' },
      reason,
    ],
  },
  delegate: {
    title: '向下派单',
    group: 'together',
    intro: '交给下级单位具体办理，本单位仍然负责。',
    fields: [{ ...unit, units: 'below' }, request],
  },
  'delegate-return': { title: '交还上级', group: 'together', fields: [reason] },
  recall: { title: '收回办理', group: 'together', fields: [reason] },
  explain: {
    title: '解释说明',
    group: 'work',
    intro: '确实难办的，把原因和下一步告诉反映人。办结期限不变。',
    fields: [
      reason,
      { name: 'plan', label: '下一步', kind: 'text' },
      { name: 'nextReportOn', label: '下次说明日期', kind: 'day' },
    ],
  },
  extend: {
    title: '申请延期',
    group: 'work',
    intro: '到期前可以申请一次；下一个工作日下班前不批，视为不同意。',
    fields: [reason, { ...days, start: 2 }],
  },
  'extend-decide': {
    title: '审批延期',
    group: 'work',
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
  escalate: {
    title: '报请协调',
    group: 'together',
    intro: '跨部门、跨层级的难题，报区政务服务办协调。',
    fields: [reason],
  },
  coordinate: {
    title: '协调意见',
    group: 'together',
    intro: '记录协调意见；可以同时指定协办单位和期限。',
    fields: [
      { name: 'decision', label: '意见', kind: 'text' },
      { name: 'assists', label: '要哪些单位协办（期限有约束力）', kind: 'asks', optional: true },
    ],
  },
  transfer: {
    title: '变更主办',
    group: 'together',
    intro: '主办单位只能这样变更。时限接着算。',
    fields: [unit, reason],
  },
  'request-supplement': {
    title: '请补材料',
    group: 'work',
    intro: '反映人会收到消息。时限不停。',
    fields: [{ name: 'missing', label: '还缺什么', kind: 'text' }],
  },
  resolve: {
    title: '办结答复',
    group: 'work',
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
    group: 'work',
    intro: '依据和解释会告诉反映人；对方可以申诉一次。',
    fields: [
      { name: 'basis', label: '依据', kind: 'line' },
      { name: 'explanation', label: '解释', kind: 'text' },
      { name: 'rightDoor', label: '应去哪里', kind: 'line', optional: true },
    ],
  },
  'decline-consent': { title: '同意再次不予受理', group: 'work', fields: [reason] },
  'unit-callback': { title: '单位回访', group: 'answer', bare: true, fields: [] },
  'district-callback': { title: '区级回访', group: 'answer', bare: true, fields: [] },
  supervise: {
    title: '督办',
    group: 'answer',
    intro: '要求主办单位在期限内把这一件改好，通知单位负责人。',
    fields: [reason, { name: 'demand', label: '整改要求', kind: 'text' }, days],
  },
  excuse: {
    title: '免予通报',
    group: 'answer',
    intro: '这一问题不再列入通报，理由会留下。',
    fields: [reason],
  },
  reopen: { title: '重新办理', group: 'answer', intro: '重新交给主办单位办理。', fields: [reason, days] },
  close: {
    title: '归档',
    group: 'answer',
    intro: '归档后不再办理；反映人 15 天内仍可评价。',
    fields: [reason],
  },
  urge: {
    title: '催办',
    group: 'note',
    intro: '提醒现在的办理单位，会计入催办次数。',
    bare: true,
    fields: [note],
  },
  supplement: {
    title: '补充材料',
    group: 'note',
    intro: '反映人看得到。',
    bare: true,
    fields: [{ name: 'text', label: '内容', kind: 'text' }, files],
  },
  note: {
    title: '内部备注',
    group: 'note',
    intro: '只有工作人员看得到。',
    bare: true,
    fields: [{ name: 'text', label: '内容', kind: 'text' }, files],
  },
  merge: {
    title: '并案',
    group: 'together',
    intro: '并入另一件一起办，期限以较早的为准。',
    fields: [{ name: 'primaryNumber', label: '并入哪一件（编号）', kind: 'line' }, reason],
  },
  unmerge: {
    title: '撤销并案',
    group: 'together',
    intro: '恢复单独办理，期限照原来的算。',
    fields: [reason],
  },
  'withdrawal-callback': { title: '撤回回访', group: 'answer', bare: true, fields: [] },
};

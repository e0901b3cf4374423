import { causes, complexities, results, satisfactions } from '../../../../shared/order/vocabulary';

export interface Field {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'choice' | 'unit' | 'day' | 'number' | 'assist' | 'extension';
  choices?: { value: string | number | boolean; label: string }[];
  optional?: boolean;
  start?: string | number | boolean;
}
interface Form {
  title: string;
  fields: Field[];
  /** Commands whose body carries no version (spec 2, Concurrency). */
  bare?: boolean;
}

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const reason: Field = { name: 'reason', label: '理由', kind: 'text' };
const unit: Field = { name: 'unitId', label: '单位', kind: 'unit' };
const request: Field = { name: 'request', label: '请求内容', kind: 'text' };
const note: Field = { name: 'note', label: '备注', kind: 'text', optional: true };
const means: Field = {
  name: 'means',
  label: '方式',
  kind: 'choice',
  start: 'phone',
  choices: [
    { value: 'phone', label: '电话' },
    { value: 'visit', label: '上门或当面' },
    { value: 'message', label: '消息' },
  ],
};
const satisfaction: Field = {
  name: 'satisfaction',
  label: '满意度（不愿评价可不选）',
  kind: 'choice',
  optional: true,
  choices: Object.entries(satisfactions)
    .map(([value, label]) => ({ value: Number(value), label }))
    .reverse(),
};
const days: Field = { name: 'days', label: '工作日数', kind: 'number', start: 3 };

/** The form of each command: the body the API takes, in the order people think. */
export const commandForms: Record<string, Form> = {
  dispatch: { title: '派单', fields: [unit, reason] },
  accept: { title: '接单', fields: [] },
  return: {
    title: '退单',
    fields: [reason, { ...unit, name: 'rightUnitId', label: '应由哪个单位办理（知道的话）', optional: true }],
  },
  contact: {
    title: '记录联系',
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
    fields: [
      { name: 'complexity', label: '难易程度', kind: 'choice', choices: choicesOf(complexities) },
      { ...reason, optional: true, label: '理由（调整时必填）' },
    ],
  },
  assist: { title: '请求协办', fields: [unit, request, { name: 'dueOn', label: '期限', kind: 'day' }] },
  'assist-reply': {
    title: '协办回复',
    bare: true,
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist' },
      { name: 'reply', label: '回复', kind: 'text', optional: true },
      {
        name: 'declineReason',
        label: '不应由本单位协办的理由（与回复二选一）',
        kind: 'text',
        optional: true,
      },
    ],
  },
  'assist-drop': { title: '取消协办', fields: [{ name: 'assistId', label: '协办', kind: 'assist' }, reason] },
  'assist-arbitrate': {
    title: '裁定协办',
    fields: [
      { name: 'assistId', label: '协办', kind: 'assist' },
      {
        name: 'decision',
        label: '裁定',
        kind: 'choice',
        choices: [
          { value: 'must-reply', label: '应当协办' },
          { value: 'release', label: '不用协办' },
        ],
      },
      { name: 'dueOn', label: '回复期限', kind: 'day', optional: true },
      reason,
    ],
  },
  delegate: { title: '向下派单', fields: [unit, request] },
  'delegate-return': { title: '交还上级', fields: [reason] },
  recall: { title: '收回办理', fields: [reason] },
  explain: {
    title: '解释说明',
    fields: [
      reason,
      { name: 'plan', label: '下一步', kind: 'text' },
      { name: 'nextReportOn', label: '下次说明日期', kind: 'day' },
    ],
  },
  extend: { title: '申请延期', fields: [reason, { ...days, start: 2 }] },
  'extend-decide': {
    title: '审批延期',
    fields: [
      { name: 'extensionId', label: '申请', kind: 'extension' },
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
  escalate: { title: '报请协调', fields: [reason] },
  coordinate: { title: '协调意见', fields: [{ name: 'decision', label: '意见', kind: 'text' }] },
  transfer: { title: '变更主办', fields: [unit, reason] },
  'request-supplement': { title: '请补材料', fields: [{ name: 'missing', label: '还缺什么', kind: 'text' }] },
  resolve: {
    title: '办结答复',
    fields: [
      { name: 'found', label: '查明情况', kind: 'text' },
      { name: 'done', label: '办理结果', kind: 'text' },
      { name: 'rule', label: '依据规定', kind: 'line' },
      { name: 'next', label: '后续安排', kind: 'text', optional: true },
      { name: 'result', label: '结果', kind: 'choice', start: 'solved', choices: choicesOf(results) },
      { name: 'basis', label: '法律或文件依据（解释说明时必填）', kind: 'line', optional: true },
      { name: 'cause', label: '原因', kind: 'choice', choices: choicesOf(causes) },
      { name: 'measure', label: '改进措施', kind: 'text', optional: true },
    ],
  },
  decline: {
    title: '不予受理',
    fields: [
      { name: 'basis', label: '依据', kind: 'line' },
      { name: 'explanation', label: '解释', kind: 'text' },
      { name: 'rightDoor', label: '应去哪里', kind: 'line', optional: true },
    ],
  },
  'decline-consent': { title: '同意再次不予受理', fields: [reason] },
  'unit-callback': {
    title: '单位回访',
    bare: true,
    fields: [
      {
        name: 'result',
        label: '结果',
        kind: 'choice',
        choices: [
          { value: 'solved', label: '已解决' },
          { value: 'unsolved', label: '未解决' },
          { value: 'unreached', label: '未联系上' },
        ],
      },
      satisfaction,
      note,
    ],
  },
  'district-callback': {
    title: '区级回访',
    bare: true,
    fields: [
      {
        name: 'result',
        label: '结果',
        kind: 'choice',
        choices: [
          { value: 'confirmed', label: '确认已解决' },
          { value: 'unresolved', label: '发现未解决' },
          { value: 'misreported', label: '发现谎报瞒报' },
          { value: 'unreached', label: '未联系上' },
        ],
      },
      satisfaction,
      note,
    ],
  },
  supervise: { title: '督办', fields: [reason, { name: 'demand', label: '整改要求', kind: 'text' }, days] },
  excuse: { title: '免予通报', fields: [reason] },
  reopen: { title: '重新办理', fields: [reason, days] },
  close: { title: '归档', fields: [reason] },
  urge: { title: '催办', bare: true, fields: [note] },
  supplement: { title: '补充材料', bare: true, fields: [{ name: 'text', label: '内容', kind: 'text' }] },
  note: { title: '内部备注', bare: true, fields: [{ name: 'text', label: '内容', kind: 'text' }] },
  merge: {
    title: '并案',
    fields: [{ name: 'primaryNumber', label: '并入哪一件（编号）', kind: 'line' }, reason],
  },
  unmerge: { title: '撤销并案', fields: [reason] },
  'withdrawal-callback': {
    title: '撤回回访',
    bare: true,
    fields: [
      {
        name: 'pressured',
        label: '是否受到压力',
        kind: 'choice',
        choices: [
          { value: false, label: '没有，自愿撤回' },
          { value: true, label: '受到压力' },
        ],
      },
      note,
    ],
  },
};

/** What people do first stands first. */
export const mainCommands = [
  'accept',
  'dispatch',
  'contact',
  'classify',
  'resolve',
  'assist-reply',
  'unit-callback',
  'district-callback',
  'supervise',
  'close',
  'assist-arbitrate',
  'extend-decide',
];

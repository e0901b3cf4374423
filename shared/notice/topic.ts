import { formatMoment } from '../sla/instant';

/** What a message may need to say; all optional, a topic uses what it has. */
export interface NoticeFacts {
  number: string;
  unit: string | null;
  unitPhone: string | null;
  queryCode: string | null;
  acceptBy: number | null;
  contactBy: number | null;
  resolveBy: number | null;
  dispatchBy: number | null;
  words: Record<string, string>;
  params: Record<string, string | number | null>;
}

const by = (at: number | null) => (at === null ? '尽快' : `在 ${formatMoment(at)} 前`);
const word =
  (...names: string[]) =>
  ({ words }: NoticeFacts) =>
    names.map((name) => words[name]).find(Boolean) ?? '';

/** What stands for a placeholder such as {编号} in a text. */
const values: Record<string, (facts: NoticeFacts) => string> = {
  编号: (f) => f.number,
  单位: (f) => f.unit ?? '承办单位',
  单位电话: (f) => f.unitPhone ?? '承办单位',
  查询码: (f) => f.queryCode ?? '见回执',
  接单期限: (f) => by(f.acceptBy),
  联系期限: (f) => by(f.contactBy),
  办结期限: (f) => by(f.resolveBy),
  派单期限: (f) => by(f.dispatchBy),
  到期时间: (f) => by(Number(f.params.dueAt)),
  期限名称: (f) => String(f.params.clock ?? ''),
  天数: (f) => String(f.params.days ?? ''),
  次数: (f) => String(f.params.urged ?? 1),
  审批结果: (f) => (f.params.granted ? '已同意' : '未同意'),
  需补充: word('missing'),
  理由: word('reason'),
  下一步: word('plan'),
  答复: (f) => word('done', 'found')(f) || '请打开查看答复',
  解释: word('explanation'),
  依据: word('basis'),
  应去的部门: word('rightDoor'),
  请求: word('request'),
  整改要求: word('demand'),
};

export const knownPlaceholders = new Set(Object.keys(values));

/** A text with its placeholders filled; what people wrote is never taken for a placeholder itself. */
export const fillNotice = (text: string, facts: NoticeFacts): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    knownPlaceholders.has(name) ? (values[name]?.(facts) ?? '') : whole,
  );

/** The placeholders a text asks for, each once. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '')),
];
/** What the reporter reads (spec 5): who has it, by when, and what happens next. */
export const reporterTexts: Record<string, string> = {
  submitted: '您的诉求 {编号} 已收到，查询码 {查询码}。我们会告诉您由哪个单位办理。',
  dispatched: '您的诉求 {编号} 已交给{单位}，该单位将{接单期限}接单并与您联系。',
  're-dispatched': '您的诉求 {编号} 已改由{单位}办理，该单位将{接单期限}接单。您不用重新提交。',
  accepted: '{单位}已接单，将{联系期限}与您联系，{办结期限}办结诉求 {编号}。',
  delegated: '诉求 {编号} 正由{单位}具体办理，办结期限不变：{办结期限}。',
  assisted: '{单位}正在协助办理诉求 {编号}，办结期限不变：{办结期限}。',
  'due-moved': '诉求 {编号} 的办结期限已调整，现为{办结期限}。',
  'supplement-requested': '办理诉求 {编号} 还需要您补充：{需补充}。',
  unreached: '{单位}刚才没有联系上您（诉求 {编号}）。方便时请回电 {单位电话}。',
  explained: '关于诉求 {编号}：{理由} 下一步：{下一步}',
  extended: '诉求 {编号} 情况较复杂，办结时间延至{办结期限}。',
  resolved: '诉求 {编号} 已办结：{答复}。请您评价是否真正解决。',
  declined: '诉求 {编号} 不在受理范围：{解释} 依据：{依据} {应去的部门} 如不同意，30 天内可以申诉一次。',
  'evaluated-negative': '您对诉求 {编号} 的评价已收到。区行政服务中心会打电话向您了解情况。',
  supervised: '诉求 {编号} 没有办好，已要求{单位}重新办理，期限{办结期限}。',
  reopened: '诉求 {编号} 已重新办理，{单位}会再与您联系。',
  transferred: '诉求 {编号} 改由{单位}负责办理，您不用重新提交。',
  merged: '您反映的问题与另一件正在办理的诉求相同，已合并办理。结果会同样告诉您（{编号}）。',
  unmerged: '诉求 {编号} 已恢复单独办理。',
  closed: '诉求 {编号} 已归档，谢谢您的反映。',
  'late-contact': '我们晚了：{单位}还没有按时联系您（诉求 {编号}），已催促，请谅解。',
  'late-resolve': '我们晚了：诉求 {编号} 没有按时办结，已督促{单位}尽快办理，请谅解。',
  'late-rectify': '我们晚了：诉求 {编号} 没有按时整改，已上报督促，请谅解。',
};

/** What staff read. */
export const staffTexts: Record<string, string> = {
  dispatched: '新工单 {编号}，请{接单期限}接单。',
  're-dispatched': '工单 {编号} 已改派。',
  'to-dispatch': '工单 {编号} 没有规则可依，请{派单期限}派单。',
  returned: '工单 {编号} 被退回，请重新派单。{理由}',
  appealed: '诉求 {编号} 的反映人申诉，请处理。',
  'decline-consented': '已同意对申诉工单 {编号} 再次不予受理。',
  'assist-asked': '请协办工单 {编号}：{请求}',
  'assist-replied': '工单 {编号} 的协办已回复。',
  'assist-declined': '工单 {编号} 的协办单位提出不应由其协办。',
  'assist-dropped': '工单 {编号} 不再需要您单位协办。',
  'assist-arbitrated': '工单 {编号} 的协办争议已裁定。',
  delegated: '上级单位把工单 {编号} 交给您单位办理。',
  'delegate-returned': '工单 {编号} 由下级单位退回。',
  recalled: '工单 {编号} 已由上级单位收回。',
  'extension-asked': '工单 {编号} 申请延期 {天数} 个工作日，请审批。',
  'extension-decided': '工单 {编号} 的延期申请{审批结果}。',
  escalated: '工单 {编号} 需要跨部门协调。',
  coordinated: '工单 {编号} 已有协调意见，请查看。',
  transferred: '工单 {编号} 的主办单位已变更为{单位}。',
  resolved: '工单 {编号} 已办结，待回访。',
  'unit-callback-negative': '工单 {编号} 的单位回访结果不理想，请关注。',
  finding: '回访发现工单 {编号} 未真正解决，请督办。',
  'evaluated-negative': '工单 {编号} 收到差评，请跟进。',
  'withdrawal-pressed': '工单 {编号} 的反映人表示撤回时受到压力。',
  'withdrawal-callback-due': '工单 {编号} 在接单后被撤回，请回访一次。',
  supervised: '工单 {编号} 已被督办：{整改要求}',
  rectified: '督办的工单 {编号} 已由{单位}整改办结，待回访。',
  reopened: '工单 {编号} 已重新办理。',
  urged: '工单 {编号} 被催办，累计 {次数} 次。',
  supplemented: '工单 {编号} 有新的补充材料。',
  withdrawn: '工单 {编号} 已由反映人撤回。',
  merged: '工单 {编号} 有并案变化。',
  unmerged: '工单 {编号} 已撤销并案。',
  bulletin: '工单 {编号} 已列入通报，请查看。',
  'alarm-yellow': '工单 {编号} 快到期：{期限名称}，{到期时间}。',
  'alarm-red': '工单 {编号} 已超期：{期限名称}。',
  'alarm-red+1': '工单 {编号} 已超期一个工作日以上：{期限名称}。',
};

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
const who = (facts: NoticeFacts) => facts.unit ?? '承办单位';
const word = (facts: NoticeFacts, ...names: string[]) =>
  names.map((name) => facts.words[name]).find(Boolean) ?? '';

/** What the reporter reads (spec 5): who has it, by when, and what happens next. */
export const reporterTexts: Record<string, (facts: NoticeFacts) => string> = {
  submitted: (f) =>
    `您的诉求 ${f.number} 已收到，查询码 ${f.queryCode ?? '见回执'}。我们会告诉您由哪个单位办理。`,
  dispatched: (f) => `您的诉求 ${f.number} 已交给${who(f)}，该单位将${by(f.acceptBy)}接单并与您联系。`,
  're-dispatched': (f) =>
    `您的诉求 ${f.number} 已改由${who(f)}办理，该单位将${by(f.acceptBy)}接单。您不用重新提交。`,
  accepted: (f) => `${who(f)}已接单，将${by(f.contactBy)}与您联系，${by(f.resolveBy)}办结诉求 ${f.number}。`,
  delegated: (f) => `诉求 ${f.number} 正由${who(f)}具体办理，办结期限不变：${by(f.resolveBy)}。`,
  'due-moved': (f) => `诉求 ${f.number} 的办结期限已调整，现为${by(f.resolveBy)}。`,
  'supplement-requested': (f) => `办理诉求 ${f.number} 还需要您补充：${word(f, 'missing')}。`,
  unreached: (f) =>
    `${who(f)}刚才没有联系上您（诉求 ${f.number}）。方便时请回电 ${f.unitPhone ?? '承办单位'}。`,
  explained: (f) => `关于诉求 ${f.number}：${word(f, 'reason')} 下一步：${word(f, 'plan')}`,
  extended: (f) => `诉求 ${f.number} 情况较复杂，办结时间延至${by(f.resolveBy)}。`,
  resolved: (f) =>
    `诉求 ${f.number} 已办结：${word(f, 'done', 'found') || '请打开查看答复'}。请您评价是否真正解决。`,
  declined: (f) =>
    `诉求 ${f.number} 不在受理范围：${word(f, 'explanation')} 依据：${word(f, 'basis')} ${word(f, 'rightDoor')} 如不同意，30 天内可以申诉一次。`,
  'evaluated-negative': (f) => `您对诉求 ${f.number} 的评价已收到。区行政服务中心会打电话向您了解情况。`,
  supervised: (f) => `诉求 ${f.number} 没有办好，已要求${who(f)}重新办理，期限${by(f.resolveBy)}。`,
  reopened: (f) => `诉求 ${f.number} 已重新办理，${who(f)}会再与您联系。`,
  transferred: (f) => `诉求 ${f.number} 改由${who(f)}负责办理，您不用重新提交。`,
  merged: (f) => `您反映的问题与另一件正在办理的诉求相同，已合并办理。结果会同样告诉您（${f.number}）。`,
  unmerged: (f) => `诉求 ${f.number} 已恢复单独办理。`,
  closed: (f) => `诉求 ${f.number} 已归档，谢谢您的反映。`,
  'late-contact': (f) => `我们晚了：${who(f)}还没有按时联系您（诉求 ${f.number}），已催促，请谅解。`,
  'late-resolve': (f) => `我们晚了：诉求 ${f.number} 没有按时办结，已督促${who(f)}尽快办理，请谅解。`,
  'late-rectify': (f) => `我们晚了：诉求 ${f.number} 没有按时整改，已上报督促，请谅解。`,
};

/** What staff read. */
export const staffTexts: Record<string, (facts: NoticeFacts) => string> = {
  dispatched: (f) => `新工单 ${f.number}，请${by(f.acceptBy)}接单。`,
  're-dispatched': (f) => `工单 ${f.number} 已改派。`,
  'to-dispatch': (f) => `工单 ${f.number} 没有规则可依，请${by(f.dispatchBy)}派单。`,
  returned: (f) => `工单 ${f.number} 被退回，请重新派单。${word(f, 'reason')}`,
  appealed: (f) => `诉求 ${f.number} 的反映人申诉，请处理。`,
  'decline-consented': (f) => `已同意对申诉工单 ${f.number} 再次不予受理。`,
  'assist-asked': (f) => `请协办工单 ${f.number}：${word(f, 'request')}`,
  'assist-replied': (f) => `工单 ${f.number} 的协办已回复。`,
  'assist-declined': (f) => `工单 ${f.number} 的协办单位提出不应由其协办。`,
  'assist-dropped': (f) => `工单 ${f.number} 不再需要您单位协办。`,
  'assist-arbitrated': (f) => `工单 ${f.number} 的协办争议已裁定。`,
  delegated: (f) => `上级单位把工单 ${f.number} 交给您单位办理。`,
  'delegate-returned': (f) => `工单 ${f.number} 由下级单位退回。`,
  recalled: (f) => `工单 ${f.number} 已由上级单位收回。`,
  'extension-asked': (f) => `工单 ${f.number} 申请延期 ${f.params.days ?? ''} 个工作日，请审批。`,
  'extension-decided': (f) => `工单 ${f.number} 的延期申请${f.params.granted ? '已同意' : '未同意'}。`,
  escalated: (f) => `工单 ${f.number} 需要跨部门协调。`,
  coordinated: (f) => `工单 ${f.number} 已有协调意见，请查看。`,
  transferred: (f) => `工单 ${f.number} 的主办单位已变更为${who(f)}。`,
  resolved: (f) => `工单 ${f.number} 已办结，待回访。`,
  'unit-callback-negative': (f) => `工单 ${f.number} 的单位回访结果不理想，请关注。`,
  finding: (f) => `回访发现工单 ${f.number} 未真正解决，请督办。`,
  'evaluated-negative': (f) => `工单 ${f.number} 收到差评，请跟进。`,
  'withdrawal-pressed': (f) => `工单 ${f.number} 的反映人表示撤回时受到压力。`,
  'withdrawal-callback-due': (f) => `工单 ${f.number} 在接单后被撤回，请回访一次。`,
  supervised: (f) => `工单 ${f.number} 已被督办：${word(f, 'demand')}`,
  reopened: (f) => `工单 ${f.number} 已重新办理。`,
  urged: (f) => `工单 ${f.number} 被催办，累计 ${f.params.urged ?? 1} 次。`,
  supplemented: (f) => `工单 ${f.number} 有新的补充材料。`,
  withdrawn: (f) => `工单 ${f.number} 已由反映人撤回。`,
  merged: (f) => `工单 ${f.number} 有并案变化。`,
  unmerged: (f) => `工单 ${f.number} 已撤销并案。`,
  bulletin: (f) => `工单 ${f.number} 已列入通报，请查看。`,
  'alarm-yellow': (f) => `工单 ${f.number} 快到期：${f.params.clock ?? ''}，${by(Number(f.params.dueAt))}。`,
  'alarm-red': (f) => `工单 ${f.number} 已超期：${f.params.clock ?? ''}。`,
  'alarm-red+1': (f) => `工单 ${f.number} 已超期一个工作日以上：${f.params.clock ?? ''}。`,
};

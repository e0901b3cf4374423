import { complexities, results } from '../order/vocabulary';
import { formatMoment } from '../sla/instant';

export interface LineFacts {
  kind: string;
  data: Record<string, unknown>;
  unit(id: unknown): string;
}

/** The clocks of spec 3 in plain words. */
export const clockWords: Record<string, string> = {
  resolve: '办结',
  rectify: '整改',
  contact: '先行联系',
  accept: '接单',
  dispatch: '派单',
  assist: '协办',
};
const callbacks: Record<string, string> = {
  solved: '已解决',
  unsolved: '未解决',
  unreached: '未联系上',
  confirmed: '确认已解决',
  unresolved: '发现未解决',
  misreported: '发现不实',
};
const named = (words: Record<string, string>, key: unknown) => words[String(key)] ?? '';

/** One line of the timeline in plain words (spec 2: "the event list is the timeline people see"). */
const titles: Record<string, (line: LineFacts) => string> = {
  'order.submitted': () => '诉求已提交',
  'order.registered': ({ data, unit }) => `${unit(data.hallUnitId)}窗口已登记`,
  'order.not-routed': () => '没有规则能确定单位，等待派单员派单',
  'order.dispatched': ({ data, unit }) =>
    `${data.formerUnitId ? '已改派给' : '已派给'}${unit(data.unitId)}${data.why ? `（${data.why}）` : ''}`,
  'order.accepted': ({ data, unit }) => `${unit(data.unitId)}已接单`,
  'order.returned': ({ data, unit }) => `${unit(data.unitId)}退回，等待重新派单`,
  'order.contacted': ({ data, unit }) =>
    data.result === 'reached'
      ? `${unit(data.unitId)}已联系反映人`
      : `${unit(data.unitId)}联系反映人，未联系上`,
  'order.classified': ({ data }) =>
    `难易程度定为“${named(complexities, data.to)}”${data.bySystem ? '（系统）' : ''}`,
  'due.moved': ({ data }) =>
    `${named(clockWords, data.clock)}期限由 ${formatMoment(Number(data.from))} 调整为 ${formatMoment(Number(data.to))}`,
  'assist.asked': ({ data, unit }) => `请${unit(data.unitId)}协办`,
  'assist.replied': ({ data, unit }) => `${unit(data.unitId)}已回复协办`,
  'assist.declined': ({ data, unit }) => `${unit(data.unitId)}提出不应协办`,
  'assist.dropped': ({ data, unit }) => `不再请${unit(data.unitId)}协办`,
  'assist.arbitrated': ({ data, unit }) =>
    data.decision === 'release' ? `已裁定${unit(data.unitId)}不用协办` : `已裁定${unit(data.unitId)}应当协办`,
  'order.delegated': ({ data, unit }) => `${unit(data.from)}交由${unit(data.unitId)}具体办理`,
  'delegation.returned': ({ data, unit }) => `${unit(data.from)}把办理交还${unit(data.unitId)}`,
  'delegation.recalled': ({ data, unit }) => `${unit(data.unitId)}收回自行办理`,
  'order.explained': () => '承办单位作出解释说明',
  'supplement.requested': () => '需要反映人补充材料',
  'order.supplemented': ({ data }) => (data.byReporter ? '反映人补充了材料' : '工作人员补充了材料'),
  'extension.asked': ({ data }) => `申请延期 ${data.days} 个工作日`,
  'extension.decided': ({ data }) =>
    data.granted ? '延期申请已同意' : data.lapsed ? '延期申请逾期未批，视为不同意' : '延期申请未同意',
  'order.escalated': () => '已报请协调',
  'order.coordinated': () => '已形成协调意见',
  'order.transferred': ({ data, unit }) => `主办单位变更为${unit(data.unitId)}`,
  'order.resolved': ({ data, unit }) => `${unit(data.unitId)}已办结：${named(results, data.result)}`,
  'order.resolved-with-primary': () => '合并办理的诉求已办结',
  'order.closed-with-primary': () => '合并办理的诉求已归档',
  'order.declined': () => '不予受理',
  'decline.consented': () => '已同意再次不予受理',
  'order.appealed': () => '反映人申诉',
  'order.evaluated': ({ data }) =>
    `反映人评价：${data.solved ? '已解决' : '未解决'}，${['', '非常不满意', '不满意', '基本满意', '满意', '非常满意'][Number(data.satisfaction)]}`,
  'unit-callback.made': ({ data }) =>
    `单位回访：${named(callbacks, data.result)}${data.self ? '（由办理人本人回访）' : ''}`,
  'district-callback.made': ({ data }) => `区级回访：${named(callbacks, data.result)}`,
  'order.supervised': ({ data, unit }) => `已对${unit(data.unitId)}督办，限 ${data.days} 个工作日整改`,
  'finding.excused': () => '该问题不再通报',
  'bulletin.named': () => '已列入通报',
  'order.reopened': () => '重新办理',
  'order.closed': ({ data }) => (data.withoutEvaluation ? '已归档（未取得评价）' : '已归档'),
  'order.urged': ({ data }) => (data.byReporter ? '反映人催办' : '工作人员催办'),
  'note.added': () => '内部备注',
  'order.merged': () => '并入另一件相同的诉求',
  'order.took-under': () => '并入了一件相同的诉求',
  'order.unmerged': () => '恢复单独办理',
  'order.let-go': () => '一件并入的诉求恢复单独办理',
  'order.merged-answer-negative': () => '并入诉求的反映人表示未解决',
  'order.withdrawn': () => '反映人撤回',
  'withdrawal-callback.made': ({ data }) =>
    data.pressured ? '撤回回访：反映人表示受到压力' : '撤回回访：自愿撤回',
  'alarm.sounded': ({ data }) =>
    `${named(clockWords, data.clock) || '事项'}期限${data.level === 'yellow' ? '快到了' : '已过'}`,
  'order.joined-account': () => '反映人把诉求加入了自己的账号',
  'order.phone-verified': () => '反映人的手机号已核实',
  'order.erased': () => '反映人要求删除，内容已删除',
  'order.anonymised': () => '保存期满，内容已删除',
  'personal.revealed': ({ unit, data }) => `${unit(data.unitId)}查看了联系方式`,
};

/** Every kind of line that has a title. */
export const lineKinds = Object.keys(titles);

/** The title of a line; an unknown kind is a defect and throws. */
export function timelineTitle(line: LineFacts): string {
  const title = titles[line.kind];
  if (!title) throw new Error(`No title for the event ${line.kind}`);
  return title(line);
}

/** The same line as the reporter reads it on the own order: addressed, not spoken of. */
export const toReporter = (title: string): string =>
  title.startsWith('并入诉求的反映人') ? '另一件合并办理的诉求还没有解决' : title.replaceAll('反映人', '您');

/** Labels of the words people wrote. */
export const wordLabels: Record<string, string> = {
  reason: '理由',
  note: '备注',
  statedAt: '所述联系时间',
  request: '请求',
  reply: '回复',
  plan: '下一步',
  missing: '需补充',
  found: '查明情况',
  done: '办理结果',
  rule: '依据规定',
  next: '后续',
  basis: '法律或文件依据',
  measure: '改进措施',
  explanation: '解释',
  rightDoor: '应去的部门',
  comment: '评语',
  demand: '整改要求',
  decision: '协调意见',
  text: '内容',
};

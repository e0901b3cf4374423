/** What an inspector looks for: looks at personal data, exports, sign-ins, changes of people and rules, the orders' own. */
export const eventGroups = {
  look: '查看个人信息',
  export: '导出',
  'sign-in': '登录与账号',
  change: '人员、规则与数据变更',
  order: '工单办理',
} as const;
export type EventGroup = keyof typeof eventGroups;

/** Every kind of record in a few words. */
const words: Record<string, string> = {
  'personal.revealed': '查看联系方式',
  'caller.looked-up': '按电话查找诉求',
  'ledger.exported': '导出台账',
  'ledger.printed': '打印工单清单',
  'export.finished': '导出完成',
  'evidence.exported': '导出证据包',
  'roots.exported': '导出每日根值',
  'reporter.exported': '反映人导出本人信息',
  'reporter.erased': '反映人删除本人信息',
  'staff.signed-in': '登录',
  'staff.slowed-down': '多次输错密码，账号暂缓登录',
  'staff.sessions-ended': '结束登录',
  'staff.password-changed': '修改自己的密码',
  'staff.password-reset': '重置他人密码',
  'staff.totp-set-up': '启用动态验证码',
  'staff.identity-linked': '关联政务账号',
  'staff.identity-unlinked': '解除政务账号',
  'staff.saved': '人员变更',
  'unit.saved': '单位变更',
  'unit.contact-added': '新增单位联系方式',
  'unit.contact-dropped': '删去单位联系方式',
  'rules.changed': '规则变更',
  'settings.changed': '设置变更',
  'template.changed': '消息文字变更',
  'messages.resent': '重发消息',
  'bulletin.published': '发布通报',
  'problem-list.confirmed': '确认问题清单',
  'order.submitted': '提交诉求',
  'order.registered': '窗口登记',
  'order.not-routed': '等待派单',
  'order.dispatched': '派单',
  'order.accepted': '接单',
  'order.returned': '退单',
  'order.contacted': '先行联系',
  'order.classified': '定难易',
  'due.moved': '期限调整',
  'assist.asked': '请求协办',
  'assist.replied': '协办回复',
  'assist.declined': '不协办',
  'assist.dropped': '取消协办',
  'assist.arbitrated': '协办裁定',
  'order.delegated': '向下派单',
  'delegation.returned': '下级退回',
  'delegation.recalled': '收回办理',
  'order.explained': '解释说明',
  'supplement.requested': '要求补充',
  'order.supplemented': '补充材料',
  'extension.asked': '申请延期',
  'extension.decided': '延期审批',
  'order.escalated': '报请协调',
  'order.coordinated': '协调意见',
  'order.transferred': '变更主办',
  'order.resolved': '办结',
  'order.resolved-with-primary': '随主件办结',
  'order.closed-with-primary': '随主件归档',
  'order.declined': '不予受理',
  'decline.consented': '同意不予受理',
  'order.appealed': '申诉',
  'order.evaluated': '评价',
  'unit-callback.made': '单位回访',
  'district-callback.made': '区级回访',
  'order.supervised': '督办',
  'finding.excused': '不再通报',
  'bulletin.named': '列入通报',
  'order.reopened': '重新办理',
  'order.closed': '归档',
  'order.urged': '催办',
  'note.added': '内部备注',
  'order.merged': '并案',
  'order.took-under': '并入一件',
  'order.unmerged': '撤销并案',
  'order.let-go': '放回一件',
  'order.merged-answer-negative': '并案反映人未解决',
  'order.withdrawn': '撤回',
  'withdrawal-callback.made': '撤回回访',
  'alarm.sounded': '期限提醒',
  'order.joined-account': '加入账号',
  'order.phone-verified': '核实手机号',
  'order.erased': '按要求删除内容',
  'order.anonymised': '到期删除内容',
};

const ofOrders =
  /^(order|assist|delegation|supplement|extension|decline|unit-callback|district-callback|withdrawal-callback|finding|due|alarm|note)\.|^bulletin\.named$/;

/** Where a kind of record belongs; one that is not known by name is sorted by its form. */
export function eventGroup(kind: string): EventGroup {
  if (/\.(revealed|looked-up)$/.test(kind)) return 'look';
  if (/\.(exported|printed)$|^export\./.test(kind)) return 'export';
  if (/^staff\.(?!saved)/.test(kind)) return 'sign-in';
  return ofOrders.test(kind) ? 'order' : 'change';
}

/** A kind of record in a few words; one without its own is named by where it belongs. */
export const eventWord = (kind: string): string => words[kind] ?? `${eventGroups[eventGroup(kind)]}（其他）`;

/** The closed lists of spec 1, 2, 4 and 7, each with its Chinese word: the one place where both live. */
export const stateWords = {
  submitted: '待派单',
  dispatched: '待接单',
  handling: '办理中',
  resolved: '已办结待回访',
  rectifying: '督办整改中',
  closed: '已归档',
  declined: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
} as const;

export const channels = {
  wechat: '微信小程序',
  alipay: '支付宝小程序',
  suishenban: '随申办',
  'enterprise-cloud': '企业云崇明旗舰店',
  'enterprise-web': '企业专属网页',
  ywtb: '一网通办',
  kiosk: '自助终端',
  'hall-qr': '大厅二维码',
  window: '大厅窗口',
  'city-portal': '市总门户',
  phone: '电话',
  h5: '手机网页',
} as const;
export type Channel = keyof typeof channels;

export const stages = {
  'not-accepted': '申请了，没有被受理',
  'not-approved': '受理了，没有通过审批',
  'not-finished': '审批了，一直没有办完',
  'not-solved-at-centre': '到办事大厅，没有得到解决',
  other: '其他办事中遇到的问题',
} as const;
export type Stage = keyof typeof stages;

export const complexities = { simple: '简单', ordinary: '一般', complex: '复杂' } as const;
export type Complexity = keyof typeof complexities;

export const causes = {
  'unclear-guide': '办事指南或材料清单不清楚',
  'process-design': '流程设计不合理',
  'system-fault': '系统故障',
  'data-not-shared': '部门之间数据没有共享',
  'staff-conduct': '人员态度或业务能力',
  'policy-law': '政策或法律规定',
  legacy: '历史遗留',
  'reporter-material': '申请人材料问题',
  other: '其他',
} as const;
export type Cause = keyof typeof causes;

export const satisfactions = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
} as const;
export type Satisfaction = 1 | 2 | 3 | 4 | 5;

export const results = { solved: '已解决', partly: '部分解决', explained: '已解释说明' } as const;
export type Result = keyof typeof results;

export const roles = {
  clerk: '窗口办理专员',
  handler: '处置专员',
  'unit-lead': '单位负责人',
  dispatcher: '派单员',
  supervisor: '督办主管',
  inspector: '监督检查员',
  admin: '系统管理员',
} as const;
export type Role = keyof typeof roles;

export const unitKinds = {
  department: '事项主管部门',
  centre: '政务服务中心',
  subcentre: '分中心',
  district_centre: '区行政服务中心',
  district_office: '区政务服务办',
  inspection: '区纪委监委',
} as const;
export type UnitKind = keyof typeof unitKinds;

export const evaluationTags = {
  fast: '办得快',
  clear: '讲得清楚',
  kind: '态度好',
  fair: '处理公道',
  slow: '办得慢',
  unclear: '没讲清楚',
  cold: '态度不好',
  again: '让我多跑了路',
} as const;
export type EvaluationTag = keyof typeof evaluationTags;

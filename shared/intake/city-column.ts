import { findHeader } from './sheet-header';

/** The columns of a city portal sheet (spec 4): the title of our own template first, then other words for the same. */
export const cityColumns = {
  cityNumber: ['市平台编号', '市工单编号', '工单编号', '工单号', '诉求编号', '流水号', '编号'],
  receivedAt: ['收到时间', '转办时间', '接收时间', '受理时间', '登记时间', '提交时间', '诉求时间'],
  name: ['姓名', '反映人', '诉求人', '联系人', '申请人'],
  kind: ['身份', '反映人类别', '用户类型', '类别'],
  phone: ['手机号', '联系电话', '手机', '电话', '联系方式'],
  enterpriseName: ['企业名称', '单位名称', '公司名称'],
  creditCode: ['统一社会信用代码', '信用代码'],
  matter: ['事项', '事项名称', '办理事项', '办件事项', '事项编码'],
  place: ['办理地点', '办理大厅', '大厅', '街镇', '乡镇', '地点'],
  stage: ['卡在哪一步', '问题环节', '退出环节', '环节'],
  triedOn: ['办理日期', '申请日期'],
  triedTimes: ['办理次数', '申请次数'],
  story: ['诉求内容', '反映内容', '问题描述', '具体情况', '内容', '描述'],
} as const;
export type CityColumn = keyof typeof cityColumns;
export const cityTitle = (column: CityColumn): string => cityColumns[column][0];

const needed = ['cityNumber', 'name', 'story'] as const;

/** The line that names the columns, or which of them are missing. */
export const findCityHeader = (rows: string[][]) => findHeader<CityColumn>(rows, cityColumns, needed);

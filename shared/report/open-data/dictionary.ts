import { leastPeople, merged } from './merge-small';

interface Column {
  title: string;
  meaning: string;
  type: '文字' | '整数';
  values: string;
}
const noValue = `空表示不足 ${leastPeople} 件或可以推算出不足 ${leastPeople} 件，不公布`;

/** What lines are told apart by, in the order of the columns. */
export const dimensions: Column[] = [
  { title: '季度', meaning: '诉求提交或登记所在的季度', type: '文字', values: '如 2026年第1季度' },
  {
    title: '承办单位',
    meaning: '主办单位；还没有接单的为派给的单位',
    type: '文字',
    values: '单位名称；未派单',
  },
  { title: '事项', meaning: '诉求所涉的政务服务事项', type: '文字', values: '事项名称；未选事项' },
  { title: '反映人类别', meaning: '个人或企业', type: '文字', values: '个人；企业' },
  { title: '反映渠道', meaning: '诉求从哪里来', type: '文字', values: '渠道名称' },
  { title: '乡镇', meaning: '办事地所在的乡镇', type: '文字', values: '乡镇名称；未填' },
].map((each) => ({ ...each, type: '文字', values: `${each.values}；${merged}` }));

/** Which dimension gives way first where too few people are alike: town, channel, matter, quarter, kind, unit. */
export const coarsen = [5, 4, 2, 0, 3, 1];

export const measures: Column[] = [
  ['已办结', '至少办结过一次的件数'],
  ['其中一次办好', '没有督办、申诉、重新办理的件数'],
  ['办结已计时', '办结期限已经完成或已经超期的件数'],
  ['其中按时办结', '在期限内办结的件数'],
  ['有答复', '最后一轮有“是否解决”答复的件数'],
  ['其中已解决', '答复为已解决的件数'],
  ['有评价', '最后一轮有满意度评价的件数'],
  ['其中满意', '评价为基本满意及以上的件数'],
].map(([title = '', meaning = '']) => ({
  title,
  meaning,
  type: '整数',
  values: `0 或不小于 ${leastPeople}；${noValue}`,
}));

export const columns: Column[] = [
  ...dimensions,
  { title: '件数', meaning: '符合左边各列的诉求件数', type: '整数', values: `不小于 ${leastPeople}` },
  ...measures,
];

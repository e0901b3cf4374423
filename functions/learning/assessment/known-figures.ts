import { definitions } from '../../figure/definitions';

export interface KnownFigure {
  id: string;
  title: string;
  formula: string;
}

/** Duties that are no figures of orders. */
const duties: KnownFigure[] = [
  {
    id: 'improvements-done',
    title: '改进按期完成率',
    formula: '按期完成的措施 ÷ 到期的措施，按措施期限所在日期统计',
  },
  {
    id: 'list-confirmed',
    title: '问题清单按月确认',
    formula: '确认过清单的月数 ÷ 已过去的月数',
  },
  {
    id: 'report-submitted',
    title: '单位月报按时提交',
    formula: '次月 10 日前提交月报的月数 ÷ 已到期的月数',
  },
];

/** What an indicator can be built on: every rate of spec 7, and the units' duties. */
export const knownFigures = (): KnownFigure[] => [
  ...definitions
    .filter(({ ofCounter }) => ofCounter !== null)
    .map(({ id, title, formula }) => ({ id, title, formula })),
  ...duties,
];

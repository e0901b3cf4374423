import type { Indicator } from './indicator';

const line = (figure: string, title: string, weight: number, zero: number, full: number): Indicator => ({
  figure,
  title,
  weight,
  formula: { kind: 'linear', zero, full },
});

/** What counts until the supervisor sets a first version: speed 45, result 35, duty 20. */
export const defaultRule: Indicator[] = [
  line('on-time-accept', '接单按时率', 10, 60, 100),
  line('on-time-contact', '联系按时率', 15, 60, 100),
  line('on-time-resolve', '办结按时率', 20, 60, 100),
  line('solved', '解决率', 20, 50, 95),
  line('satisfied', '满意率', 15, 60, 95),
  line('unit-callback-cover', '单位回访覆盖', 5, 60, 100),
  line('first-time-right', '一次办好率', 5, 50, 95),
  line('improvements-done', '改进按期完成率', 5, 50, 100),
  line('list-confirmed', '问题清单按月确认', 3, 50, 100),
  line('report-submitted', '单位月报按时提交', 2, 50, 100),
];

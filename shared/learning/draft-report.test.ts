import { draftReport } from './draft-report';
import type { ReportFigures } from './unit-report';

const figure = (id: string, count: number, of: number | null = null) => ({
  id,
  title: id,
  formula: '',
  count,
  of,
});
const figures: ReportFigures = {
  figures: [
    figure('received', 12),
    figure('withdrawn', 1),
    figure('declined', 0),
    figure('on-time-contact', 11, 12),
    figure('on-time-resolve', 9, 12),
    figure('solved', 8, 10),
    figure('satisfied', 0, 0),
    figure('supervised', 1, 12),
    figure('reopened', 2, 12),
  ],
  causes: [{ name: '系统故障', n: 7 }],
  matters: [{ name: '社会保险登记', n: 9 }],
};
const nothing = { open: [], done: [], planned: [] };

it('tells a month in whole sentences, and says where there is nothing to count', () => {
  expect(draftReport('2026-11', figures, nothing).summary).toBe(
    [
      '2026 年 11 月，本单位收到诉求 12 件，其中撤回 1 件、不予受理 0 件。',
      '联系按时率 91.7%（11/12），办结按时率 75.0%（9/12），解决率 80.0%（8/10），满意率没有可统计的。',
      '被督办 1 件，重新办理 2 件。',
    ].join('\n'),
  );
});

it('names what was reported most and why, the open problems, the finished measures and those to come', () => {
  const items = {
    open: ['清单不一致', '系统打不开'],
    done: ['清单不一致：合成一张'],
    planned: [{ title: '系统打不开', measure: '扩容', due: '2026-12-20' }],
  };
  const { problems, measures, plans } = draftReport('2026-11', figures, items);
  expect(problems).toBe(
    [
      '反映较多的事项：社会保险登记（9 件）。',
      '主要原因：系统故障（7 件）。',
      '问题清单中还没有解决的：',
      '1. 清单不一致',
      '2. 系统打不开',
    ].join('\n'),
  );
  expect(measures).toBe('本月完成的改进：\n1. 清单不一致：合成一张');
  expect(plans).toBe('1. 系统打不开：扩容（2026-12-20 前完成）');
});

it('says of an empty month that nothing came', () => {
  const empty = { figures: [], causes: [], matters: [] };
  expect(draftReport('2026-11', empty, nothing)).toEqual({
    summary: '2026 年 11 月，本单位没有收到诉求。',
    problems: '本月没有突出问题。',
    measures: '本月没有完成的改进措施。',
    plans: '',
  });
});

import { useMemo } from 'react';
import { formatMonth } from '../../../../../../shared/learning/month';
import { Chart, type Series } from '../../../part/chart';
import { Grid } from '../../../part/grid';
import type { EffectView } from '../../../query/problem';

const perMonth = (value: number | null) => (value === null ? '—' : `${value.toFixed(1)} 件`);

function phaseOf(month: string, { doneMonth, runningMonth }: EffectView): string {
  const running = month === runningMonth ? '（本月未完）' : '';
  if (doneMonth === null) return `没有完成的措施${running}`;
  if (month < doneMonth) return '措施前';
  return `${month === doneMonth ? '措施当月' : '措施后'}${running}`;
}

function seriesOf(effect: EffectView): Series[] {
  const { months, doneMonth, before } = effect;
  const part = (name: string, wanted: (month: string) => boolean): Series => ({
    name,
    kind: 'bar',
    values: months.map(({ month, count }) => (wanted(month) ? count : null)),
  });
  if (doneMonth === null) return [part('每月件数', () => true)];
  return [
    part('措施前', (month) => month < doneMonth),
    part('措施当月', (month) => month === doneMonth),
    part('措施后', (month) => month > doneMonth),
    ...(before === null
      ? []
      : [
          {
            name: '措施前月平均',
            kind: 'line' as const,
            values: months.map(() => Number(before.toFixed(2))),
          },
        ]),
  ];
}

/** Reports per month before and after the measure: a sentence, a chart, and the table behind it (spec 7). */
export function EffectCard({ effect, district }: { effect: EffectView; district: boolean }) {
  const series = useMemo(() => seriesOf(effect), [effect]);
  const labels = useMemo(() => effect.months.map(({ month }) => month), [effect]);
  const warns = effect.verdict === 'recurred' || effect.verdict === 'not-fallen';
  return (
    <section className="card" data-testid="effect">
      <h3>成效</h3>
      <p className={warns ? 'light red' : ''} style={{ whiteSpace: 'normal' }}>
        {warns ? <span aria-hidden="true">▲ </span> : null}
        {effect.words}
        {effect.recurredIn ? `（${formatMonth(effect.recurredIn)}）` : ''}
        {effect.doneMonth
          ? `。措施前每月 ${perMonth(effect.before)}（${effect.monthsBefore} 个月），措施后每月 ${perMonth(effect.after)}（${effect.monthsAfter} 个整月）。`
          : '。'}
      </p>
      <Chart title="每月件数，措施前后" labels={labels} series={series} stacked />
      <p className="muted">
        {district ? '全区' : '本单位及下级'}
        同一事项、同一原因的诉求，按提交月份统计。原因在办结时认定，近月的数以后可能增加。
      </p>
      <details>
        <summary>看每月的数</summary>
        <Grid<EffectView['months'][number]>
          rowKey="month"
          size="small"
          pagination={false}
          dataSource={effect.months}
          columns={[
            { title: '月份', dataIndex: 'month' },
            { title: '件数', dataIndex: 'count' },
            { title: '阶段', key: 'phase', render: (_, row) => phaseOf(row.month, effect) },
          ]}
        />
      </details>
    </section>
  );
}

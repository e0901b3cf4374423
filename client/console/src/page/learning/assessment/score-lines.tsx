import type { AssessedUnit } from '../../../../../../shared/learning/assessment/result';
import type { ScoreLine } from '../../../../../../shared/learning/assessment/score';
import { Grid } from '../../../part/grid';

const percent = (value: number | null) => (value === null ? '—' : `${value}%`);

/** A unit's score line by line, each with its sum written out (spec 7). */
export function ScoreLines({ unit }: { unit: AssessedUnit }) {
  return (
    <>
      <Grid<ScoreLine>
        rowKey="figure"
        size="small"
        pagination={false}
        scroll={{ x: 900 }}
        dataSource={unit.lines}
        columns={[
          { title: '指标', dataIndex: 'title', width: 150 },
          { title: '数', key: 'n', width: 100, render: (_, line) => `${line.count} / ${line.of}` },
          { title: '比率', key: 'value', width: 90, render: (_, line) => percent(line.value) },
          { title: '分值', dataIndex: 'weight', width: 70 },
          {
            title: '得分',
            key: 'points',
            width: 80,
            render: (_, line) => (line.points === null ? '不计分' : <b>{line.points}</b>),
          },
          { title: '怎么算', dataIndex: 'formula' },
          { title: '算式', dataIndex: 'sum', width: 270 },
        ]}
      />
      <p style={{ marginTop: 12 }}>
        {unit.score === null
          ? `能计分的指标只有 ${unit.weight} 分，不到一半，不给总分。`
          : `得 ${unit.points} 分，计分的指标共 ${unit.weight} 分，折合 ${unit.points} ÷ ${unit.weight} × 100 = `}
        {unit.score === null ? null : <b>{unit.score} 分</b>}
      </p>
    </>
  );
}

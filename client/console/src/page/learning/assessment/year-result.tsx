import { Button, Modal, Spin } from 'antd';
import { useState } from 'react';
import type { AssessedUnit } from '../../../../../../shared/learning/assessment/result';
import { Grid } from '../../../part/grid';
import { Refusal } from '../../../part/refusal';
import { useYear } from '../../../query/assessment';
import { Freeze } from './freeze';
import { ScoreLines } from './score-lines';

/** So few units stand open with all their lines. */
const fewUnits = 3;

function Ranking({ units, onOpen }: { units: AssessedUnit[]; onOpen: (unit: AssessedUnit) => void }) {
  return (
    <Grid<AssessedUnit>
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 640 }}
      dataSource={units}
      columns={[
        { title: '名次', key: 'rank', width: 80, render: (_, unit) => unit.rank ?? '不排名' },
        { title: '单位', dataIndex: 'name' },
        { title: '收到', dataIndex: 'received', width: 90 },
        {
          title: '得分',
          key: 'score',
          width: 110,
          render: (_, unit) => (unit.score === null ? '不计总分' : <b>{unit.score}</b>),
        },
        {
          title: '计分的指标',
          key: 'weight',
          width: 120,
          render: (_, unit) => `${unit.weight} 分`,
        },
        {
          title: '逐项',
          key: 'lines',
          width: 90,
          render: (_, unit) => (
            <Button size="small" aria-label={`看逐项：${unit.name}`} onClick={() => onOpen(unit)}>
              看逐项
            </Button>
          ),
        },
      ]}
    />
  );
}

/** A year's result: ranks, scores, every line of the sum, and what was left out. */
export function YearResult({ year, mayFreeze }: { year: number; mayFreeze: boolean }) {
  const found = useYear(year);
  const [open, setOpen] = useState<AssessedUnit | null>(null);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Refusal error={found.error} />;
  const { units, exclusions, ruleVersion } = found.data;
  return (
    <>
      <Freeze year={found.data} may={mayFreeze} />
      <p className="muted">
        {ruleVersion === 0 ? '按系统初始规则计算' : `按规则第 ${ruleVersion} 版计算`}；一项不足 10
        件不计分，收到不足 10 件不排名。
      </p>
      {units.length > fewUnits ? <Ranking units={units} onOpen={setOpen} /> : null}
      {units.length <= fewUnits
        ? units.map((unit) => (
            <section key={unit.id} className="card">
              <h3>
                {unit.name}　{unit.score === null ? '不计总分' : `${unit.score} 分`}
                {unit.rank === null ? '' : `　第 ${unit.rank} 名`}
              </h3>
              <ScoreLines unit={unit} />
            </section>
          ))
        : null}
      <h3 style={{ marginTop: 20 }}>不计入的工单（{exclusions.length} 件）</h3>
      {exclusions.map((each) => (
        <p key={`${each.number}${each.unitId}`}>
          {each.number}　{each.unit}　{each.reason}
          <span className="muted">
            　{each.proposedBy}申请，{each.decidedBy}同意
          </span>
        </p>
      ))}
      <Modal
        open={open !== null}
        width={1080}
        title={open ? `${open.name}　${year} 年逐项得分` : ''}
        footer={null}
        onCancel={() => setOpen(null)}
      >
        {open ? <ScoreLines unit={open} /> : null}
      </Modal>
    </>
  );
}

import { Button, Spin } from 'antd';
import { useState } from 'react';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import { type RuleVersion, useRules } from '../../../query/assessment';
import { NewRule } from './new-rule';

function Version({ rule, open }: { rule: RuleVersion; open: boolean }) {
  return (
    <details className="card" open={open}>
      <summary>
        <b>第 {rule.version} 版</b>　{rule.fromYear === null ? '' : `${rule.fromYear} 年起　`}
        {rule.note}
        <span className="muted">
          　{rule.by ?? ''} {rule.at ? `${rule.at.slice(0, 4)}-${shortTime(rule.at)}` : ''}
        </span>
      </summary>
      <Grid<RuleVersion['indicators'][number]>
        rowKey="figure"
        size="small"
        pagination={false}
        scroll={{ x: 600 }}
        dataSource={rule.indicators}
        columns={[
          { title: '指标', dataIndex: 'title', width: 220 },
          { title: '分值', dataIndex: 'weight', width: 80 },
          { title: '怎么算', dataIndex: 'words' },
        ]}
      />
    </details>
  );
}

/** Every version of the rule, the newest open; the supervisor adds another. */
export function RuleVersions({ may }: { may: boolean }) {
  const found = useRules();
  const [editing, setEditing] = useState(false);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Refusal error={found.error} />;
  const { items, figures } = found.data;
  const [newest] = items;
  return (
    <>
      {may && !editing ? (
        <p>
          <Button type="primary" onClick={() => setEditing(true)} data-testid="new-rule">
            新的一版
          </Button>
        </p>
      ) : null}
      {editing && newest ? (
        <NewRule start={newest} figures={figures} onDone={() => setEditing(false)} />
      ) : null}
      {items.map((rule, at) => (
        <Version key={rule.version} rule={rule} open={at === 0} />
      ))}
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { Grid } from '../../../part/grid';
import { PickUnit } from '../../../part/pick';
import { request } from '../../../request/request';

interface Line {
  code: string;
  name: string;
  owners: string;
  was?: string;
}
interface Bad {
  line: number;
  code: string | null;
  column: string;
  message: string;
  unknownUnit?: string;
}
export interface Plan {
  digest: string;
  unused: string[];
  counts: { added: number; changed: number; gone: number; same: number; bad: number };
  added: Line[];
  changed: Line[];
  gone: Line[];
  bad: Bad[];
}

function Teach({ alias, onTaught }: { alias: string; onTaught: () => void }) {
  const [unitId, setUnit] = useState<string | null>(null);
  const teach = useMutation({
    mutationFn: () => request('POST', '/admin/matters/aliases', { alias, unitId }),
    onSuccess: onTaught,
  });
  return (
    <Space wrap style={{ margin: '4px 0' }}>
      “{alias}”就是
      <PickUnit value={unitId} onChange={setUnit} label={`“${alias}”是哪个单位`} />
      <Button disabled={!unitId} loading={teach.isPending} onClick={() => teach.mutate()}>
        记住
      </Button>
      {teach.error ? <Alert type="error" title={teach.error.message} /> : null}
    </Space>
  );
}

function Lines({ title, count, lines }: { title: string; count: number; lines: Line[] }) {
  if (count === 0) return null;
  const changed = lines.some((each) => each.was);
  return (
    <details open={count <= 50}>
      <summary>
        <b>
          {title} {count} 项
        </b>
        {count > lines.length ? `（只列前 ${lines.length} 项）` : ''}
      </summary>
      <Grid<Line>
        rowKey="code"
        size="small"
        pagination={lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 760 }}
        dataSource={lines}
        columns={[
          { title: '名称', dataIndex: 'name' },
          { title: '承办', dataIndex: 'owners', width: 260 },
          ...(changed ? [{ title: '原来', dataIndex: 'was', width: 260 }] : []),
          { title: '编码', dataIndex: 'code', width: 180, ellipsis: true },
        ]}
      />
    </details>
  );
}

/** What a sheet would change, and the lines that cannot be used, each with its reason. */
export function PlanView({ plan, onTaught }: { plan: Plan; onTaught: () => void }) {
  const { counts, bad, unused } = plan;
  const unknown = [...new Set(bad.flatMap((each) => each.unknownUnit ?? []))];
  return (
    <div aria-live="polite">
      <p data-testid="plan">
        新增 {counts.added} 项，变更 {counts.changed} 项，停用 {counts.gone} 项，不变 {counts.same} 项；
        {counts.bad > 0 ? `${counts.bad} 行有问题，不会导入。` : '没有问题行。'}
      </p>
      {unused.length > 0 ? <p className="muted">没有用到的列：{unused.join('、')}</p> : null}
      {unknown.slice(0, 20).map((alias) => (
        <Teach key={alias} alias={alias} onTaught={onTaught} />
      ))}
      {bad.length > 0 ? (
        <Grid<Bad>
          rowKey="line"
          size="small"
          pagination={bad.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 640 }}
          dataSource={bad}
          columns={[
            { title: '行', dataIndex: 'line', width: 70 },
            { title: '编码', dataIndex: 'code', width: 200, ellipsis: true, render: (code) => code ?? '—' },
            { title: '问题', key: 'said', render: (_, row) => `${row.column}：${row.message}` },
          ]}
        />
      ) : null}
      <Lines title="新增" count={counts.added} lines={plan.added} />
      <Lines title="变更" count={counts.changed} lines={plan.changed} />
      <Lines title="停用" count={counts.gone} lines={plan.gone} />
    </div>
  );
}

import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import { type EvidenceOrder, type ProblemView, useProblemStep } from '../../../query/problem';
import { numbersIn } from './new-problem';

/** The orders that show the problem; whoever may change the item adds others or takes some off. */
export function EvidenceCard({ item }: { item: ProblemView }) {
  const step = useProblemStep(item);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(null);
  const may = item.commands.includes('edit');
  const change = async (body: { add?: string[]; drop?: string[] }) => {
    setError(null);
    try {
      await step('POST', 'evidence', body);
      setText('');
    } catch (refused) {
      setError(refused);
    }
  };
  const { items, hidden } = item.evidence;
  return (
    <section className="card">
      <h3>依据工单（{items.length + hidden} 件）</h3>
      <Refusal error={error} />
      <Grid<EvidenceOrder>
        rowKey="number"
        size="small"
        pagination={false}
        scroll={{ x: 560 }}
        dataSource={items}
        locale={{ emptyText: '没有可以看的工单' }}
        columns={[
          {
            title: '编号',
            key: 'number',
            width: 180,
            render: (_, row) => <Link to={`/orders/${row.number}`}>{row.number}</Link>,
          },
          { title: '事项', key: 'matter', render: (_, row) => row.matter ?? '不清楚' },
          { title: '状态', dataIndex: 'stateWord', width: 120 },
          { title: '提交', key: 'at', width: 110, render: (_, row) => shortTime(row.submittedAt) },
          ...(may
            ? [
                {
                  title: '操作',
                  key: 'drop',
                  width: 80,
                  render: (_: unknown, row: EvidenceOrder) => (
                    <Button size="small" onClick={() => void change({ drop: [row.number] })}>
                      移出
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {hidden > 0 ? <p className="muted">另有 {hidden} 件由其他单位办理，这里看不到。</p> : null}
      {may ? (
        <Space.Compact style={{ marginTop: 12, width: '100%', maxWidth: 480 }}>
          <Input
            aria-label="要加的工单编号"
            placeholder="工单编号，可以贴多个"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            disabled={numbersIn(text).length === 0}
            onClick={() => void change({ add: numbersIn(text) })}
          >
            加入
          </Button>
        </Space.Compact>
      ) : null}
    </section>
  );
}

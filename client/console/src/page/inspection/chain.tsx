import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { Link } from 'react-router';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';

interface Line {
  seq: number;
  at: string;
  title: string;
  detail: string;
  by: string;
  role: string | null;
  from: string | null;
  unit: string | null;
  hash: string;
}
const columns = [
  { title: '序', dataIndex: 'seq', width: 60 },
  { title: '时间', key: 'at', width: 120, render: (_: unknown, line: Line) => shortTime(line.at) },
  {
    title: '记录',
    key: 'title',
    render: (_: unknown, line: Line) => (line.detail ? `${line.title}：${line.detail}` : line.title),
  },
  {
    title: '谁',
    key: 'by',
    width: 160,
    render: (_: unknown, line: Line) => (line.role ? `${line.by}，${line.role}` : line.by),
  },
  { title: '单位', dataIndex: 'unit', width: 190 },
  { title: '从哪里', dataIndex: 'from', width: 190 },
  {
    title: '校验值',
    key: 'hash',
    width: 190,
    render: (_: unknown, line: Line) => <code title={line.hash}>{line.hash.slice(0, 16)}…</code>,
  },
];

/** An order's chain from its first record, and its evidence as a file that can be checked without this system. */
export function Chain({ number }: { number: string }) {
  const chain = useQuery({
    queryKey: ['chain', number],
    queryFn: () => request<{ items: Line[]; length: number }>('GET', `/inspection/orders/${number}/chain`),
  });
  return (
    <section className="card">
      <h3>工单 {number} 的证据链</h3>
      <Space wrap style={{ marginBottom: 12 }}>
        <Button href={`/api/keeping/orders/${number}/evidence.zip`} download data-testid="evidence-pack">
          下载证据包
        </Button>
        <Link to={`/orders/${number}`}>打开工单</Link>
        <span className="muted">下载会记入留痕；证据包里有核验程序，不用本系统也能核验。</span>
      </Space>
      {chain.error ? <Alert type="error" showIcon title={chain.error.message} /> : null}
      <Grid<Line>
        rowKey="seq"
        size="small"
        pagination={false}
        loading={chain.isPending}
        columns={columns}
        dataSource={chain.data?.items ?? []}
        scroll={{ x: 1100 }}
      />
    </section>
  );
}

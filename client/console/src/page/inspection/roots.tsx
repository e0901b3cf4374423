import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { Grid } from '../../part/grid';
import { request } from '../../request/request';

interface Root {
  day: string;
  events: number;
  root: string;
}
const columns = [
  { title: '日期', dataIndex: 'day', width: 120 },
  { title: '记录数', dataIndex: 'events', width: 100 },
  { title: '根值', key: 'root', render: (_: unknown, line: Root) => <code>{line.root}</code> },
];

/** The root over each day's records; whoever keeps a copy elsewhere can prove later what was there (spec 8). */
export function Roots() {
  const roots = useQuery({
    queryKey: ['roots'],
    queryFn: () => request<{ items: Root[] }>('GET', '/audit/roots'),
  });
  return (
    <section className="card">
      <h3>每日根值</h3>
      <Space wrap style={{ marginBottom: 12 }}>
        <Button href="/api/inspection/roots.csv" download data-testid="roots-csv">
          导出全部
        </Button>
        <span className="muted">把它存到别处，以后就能证明当天的记录没有动过。</span>
      </Space>
      {roots.error ? <Alert type="error" showIcon title={roots.error.message} /> : null}
      <Grid<Root>
        rowKey="day"
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        loading={roots.isPending}
        columns={columns}
        dataSource={roots.data?.items ?? []}
        scroll={{ x: 760 }}
        locale={{ emptyText: '过了今天才有第一天的根值' }}
      />
    </section>
  );
}

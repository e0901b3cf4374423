import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { request } from '../../../request/request';

interface Change {
  id: number;
  at: string;
  by: string;
  said: string;
}
const columns = [
  { title: '时间', key: 'at', width: 120, render: (_: unknown, each: Change) => shortTime(each.at) },
  { title: '谁', dataIndex: 'by', width: 120 },
  { title: '改了什么', dataIndex: 'said' },
];

/** The newest changes of settings, read from the ledger. `changedAt` tells when to read again. */
export function History({ changedAt }: { changedAt: Record<string, string | null> }) {
  const changes = useQuery({
    queryKey: ['settings', 'history', changedAt],
    queryFn: () => request<{ items: Change[] }>('GET', '/admin/settings/history'),
  });
  return (
    <section className="card">
      <h3>最近的改动</h3>
      {changes.error ? <Alert type="error" showIcon title={changes.error.message} /> : null}
      <Grid<Change>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 620 }}
        loading={changes.isPending}
        columns={columns}
        dataSource={changes.data?.items ?? []}
        locale={{ emptyText: '还没有人改过设置' }}
      />
    </section>
  );
}

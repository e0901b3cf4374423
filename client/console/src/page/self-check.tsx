import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { clockWords } from '../../../../shared/notice/timeline';
import { Grid } from '../part/grid';
import { shortTime } from '../part/light';
import { request } from '../request/request';

interface Problem {
  number: string;
  problem: string;
  foundAt: string;
}

function problemWords(problem: string): string {
  const [what, clock = ''] = problem.split(':');
  const named = clockWords[clock] ?? clock;
  if (what === 'clock') return `缺少“${named}”的时限`;
  if (what === 'alarm') return `“${named}”的提醒没有排上`;
  return '没有人负责';
}
const columns = [
  {
    title: '工单',
    key: 'number',
    width: 200,
    render: (_: unknown, row: Problem) => <Link to={`/orders/${row.number}`}>{row.number}</Link>,
  },
  { title: '问题', key: 'problem', render: (_: unknown, row: Problem) => problemWords(row.problem) },
  {
    title: '发现时间',
    key: 'foundAt',
    width: 150,
    render: (_: unknown, row: Problem) => shortTime(row.foundAt),
  },
];

/** What the daily self-check found: open orders without an owner, a clock or a next alarm. */
export default function SelfCheck() {
  const found = useQuery({
    queryKey: ['self-check'],
    queryFn: () => request<{ items: Problem[] }>('GET', '/desk/self-check'),
  });
  return (
    <>
      <h2>每日自检</h2>
      <p className="muted">系统每天检查一遍：每件在办工单都要有人负责、有时限、有提醒。</p>
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      <Grid<Problem>
        rowKey={(row) => `${row.number} ${row.problem}`}
        size="middle"
        pagination={false}
        loading={found.isPending}
        columns={columns}
        dataSource={found.data?.items ?? []}
        scroll={{ x: 600 }}
        locale={{ emptyText: '没有发现问题' }}
      />
    </>
  );
}

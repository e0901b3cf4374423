import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Cause } from '../../../../../../shared/order/vocabulary';
import { Grid } from '../../../part/grid';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import type { Named } from '../../../query/problem';
import { request } from '../../../request/request';

interface Candidate {
  cause: Cause;
  causeWord: string;
  matter: Named;
  n: number;
  last: string;
  orders: string[];
}

/** The address that opens an item for it. */
function openAt({ cause, matter, orders }: Candidate): string {
  const search = new URLSearchParams({
    cause,
    source: 'cause',
    orders: orders.join(','),
    matter: matter.id,
    matterName: matter.name,
  });
  return `/problems/new?${search}`;
}

/** Causes that came again and again in the last 90 days and stand on no list yet. */
export function Candidates({ may }: { may: boolean }) {
  const found = useQuery({
    queryKey: ['problems', 'candidates'],
    queryFn: () => request<{ items: Candidate[] }>('GET', '/learning/problems/candidates'),
  });
  return (
    <>
      <p className="muted">最近 90 天里，同一事项、同一原因出现两次以上，还没有列入清单的。</p>
      <Refusal error={found.error} />
      <Grid<Candidate>
        rowKey={(row) => `${row.cause}${row.matter.id}`}
        pagination={false}
        loading={found.isPending}
        scroll={{ x: 700 }}
        dataSource={found.data?.items ?? []}
        locale={{ emptyText: '没有反复出现而未列入的原因' }}
        columns={[
          { title: '事项', key: 'matter', render: (_, row) => row.matter.name },
          { title: '原因', dataIndex: 'causeWord', width: 220 },
          { title: '件数', dataIndex: 'n', width: 80 },
          { title: '最近一件', key: 'last', width: 130, render: (_, row) => shortTime(row.last) },
          ...(may
            ? [
                {
                  title: '操作',
                  key: 'open',
                  width: 110,
                  render: (_: unknown, row: Candidate) => <Link to={openAt(row)}>列入清单</Link>,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

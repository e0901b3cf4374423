import { Alert } from 'antd';
import { useMemo } from 'react';
import { Chart, type Series } from '../../part/chart';
import { GroupTable } from './group-table';
import { figureOf, numberOf, useGroups } from './query';

const columns = ['received', 'withdrawn', 'declined', 'on-time-resolve', 'solved', 'satisfied', 'urged'];

/** Where reports come in, and what becomes of them. */
export default function Channels({ query }: { query: URLSearchParams }) {
  const found = useGroups(query, 'channel', columns);
  const items = useMemo(() => found.data?.items ?? [], [found.data]);
  const labels = useMemo(() => items.map((each) => each.name), [items]);
  const series = useMemo(
    (): Series[] => [
      { name: '收到', kind: 'bar', values: items.map((row) => numberOf(figureOf(row, 'received'))) },
    ],
    [items],
  );
  return (
    <section className="card">
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {items.length > 0 ? <Chart title="各渠道收到的件数" labels={labels} series={series} lying /> : null}
      <GroupTable
        items={items}
        by="channel"
        query={query}
        heading="渠道"
        figures={columns}
        loading={found.isPending}
      />
    </section>
  );
}

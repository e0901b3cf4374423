import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { Chart, type Series } from '../../part/chart';
import { Grid } from '../../part/grid';
import { request } from '../../request/request';
import { useShow } from './behind';

interface Way {
  from: string | null;
  fromName: string | null;
  to: string | null;
  toName: string | null;
  n: number;
}
const nameOf = ({ fromName, toName }: Way) => `${fromName ?? '未填'} → ${toName ?? '尚未改派'}`;
const mostBars = 15;

/** Which unit gave orders back, and where they went next. */
export default function Returns({ query }: { query: URLSearchParams }) {
  const found = useQuery({
    queryKey: ['figures-returns', query.toString()],
    queryFn: () => request<{ total: number; items: Way[] }>('GET', `/figures/returns?${query}`),
  });
  const show = useShow();
  const items = useMemo(() => found.data?.items ?? [], [found.data]);
  const top = useMemo(() => items.slice(0, mostBars), [items]);
  const labels = useMemo(() => top.map(nameOf), [top]);
  const series = useMemo(
    (): Series[] => [{ name: '退单', kind: 'bar', values: top.map(({ n }) => n) }],
    [top],
  );
  return (
    <section className="card">
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {items.length > 0 ? (
        <>
          <p>这段时间共退单 {found.data?.total} 次。来回最多的两个单位，值得一起商定归谁办。</p>
          <Chart title="退单流向" labels={labels} series={series} lying />
        </>
      ) : null}
      <Grid<Way>
        rowKey={(row) => `${row.from} ${row.to}`}
        size="small"
        pagination={false}
        loading={found.isPending}
        scroll={{ x: 560 }}
        dataSource={items}
        locale={{ emptyText: '这段时间没有退单' }}
        columns={[
          { title: '退出单位', key: 'from', render: (_, row) => row.fromName ?? '未填' },
          { title: '后来派给', key: 'to', render: (_, row) => row.toName ?? '尚未改派' },
          {
            title: '次数',
            key: 'n',
            width: 100,
            render: (_, row) => (
              <button
                type="button"
                className="number"
                aria-label={`${nameOf(row)}，${row.n} 次，查看工单`}
                onClick={() =>
                  show.lines(
                    nameOf(row),
                    `/figures/returns/orders?${query}&fromUnit=${row.from ?? 'none'}&toUnit=${row.to ?? 'none'}`,
                  )
                }
              >
                {row.n}
              </button>
            ),
          },
        ]}
      />
    </section>
  );
}

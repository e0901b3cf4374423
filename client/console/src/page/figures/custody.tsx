import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { Chart, type Series } from '../../part/chart';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';
import { useShow } from './behind';
import { hours } from './query';

interface Held {
  unit: string;
  name: string;
  role: 'dispatcher' | 'unit' | 'delegate' | 'assist';
  n: number;
  median: number | null;
  p90: number | null;
  open: number;
  since: string | null;
}
const roleWords = { dispatcher: '待派单', unit: '主办', delegate: '下级承办', assist: '协办' };
const mostBars = 20;

/** Times count by whole months: those that the period touches. */
function monthsOf(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of ['from', 'to']) next.set(name, (query.get(name) ?? '').slice(0, 7));
  for (const name of ['unit', 'below']) {
    const value = query.get(name);
    if (value) next.set(name, value);
  }
  return next;
}

/** How long orders lay with each holder, in office hours, and what lies there now (spec 3, 7). */
export default function CustodyTimes({ query }: { query: URLSearchParams }) {
  const months = useMemo(() => monthsOf(query), [query]);
  const found = useQuery({
    queryKey: ['figures-custody', months.toString()],
    queryFn: () => request<{ items: Held[] }>('GET', `/figures/custody?${months}`),
  });
  const show = useShow();
  const items = useMemo(() => found.data?.items ?? [], [found.data]);
  const leads = useMemo(
    () =>
      items
        .filter(({ role, median }) => role === 'unit' && median !== null)
        .sort((a, b) => (b.median ?? 0) - (a.median ?? 0))
        .slice(0, mostBars),
    [items],
  );
  const labels = useMemo(() => leads.map(({ name, n }) => `${name}（${n}）`), [leads]);
  const series = useMemo(
    (): Series[] => [
      { name: '小时', kind: 'bar', values: leads.map(({ median }) => Math.round((median ?? 0) / 6) / 10) },
    ],
    [leads],
  );
  const lines = (row: Held, part: 'open' | 'ended', n: number) =>
    n === 0 ? (
      0
    ) : (
      <button
        type="button"
        className="number"
        aria-label={`${row.name}，${roleWords[row.role]}，${part === 'open' ? '手上' : '经手'} ${n} 件，查看工单`}
        onClick={() =>
          show.lines(
            `${row.name} · ${roleWords[row.role]}`,
            `/figures/custody/orders?${months}&holder=${row.unit}&role=${row.role}&part=${part}`,
          )
        }
      >
        {n}
      </button>
    );
  return (
    <section className="card">
      <p className="muted">
        工单在每个单位手上停了多久，按办公时间计，统计 {months.get('from')} 到 {months.get('to')}{' '}
        转出的；约数，误差不超过半成。只按单位筛选。
      </p>
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {leads.length > 0 ? (
        <Chart title="主办单位经手时长的中位数，小时" labels={labels} series={series} lying />
      ) : null}
      <Grid<Held>
        rowKey={(row) => `${row.unit} ${row.role}`}
        size="small"
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        loading={found.isPending}
        scroll={{ x: 820 }}
        dataSource={items}
        locale={{ emptyText: '这段时间没有经手记录' }}
        columns={[
          { title: '单位', dataIndex: 'name' },
          { title: '身份', key: 'role', width: 100, render: (_, row) => roleWords[row.role] },
          { title: '转出', key: 'n', width: 90, render: (_, row) => lines(row, 'ended', row.n) },
          { title: '一半在多久内', key: 'median', width: 130, render: (_, row) => hours(row.median) },
          { title: '九成在多久内', key: 'p90', width: 130, render: (_, row) => hours(row.p90) },
          { title: '现在手上', key: 'open', width: 100, render: (_, row) => lines(row, 'open', row.open) },
          { title: '最早的从', key: 'since', width: 130, render: (_, row) => shortTime(row.since) || '—' },
        ]}
      />
    </section>
  );
}

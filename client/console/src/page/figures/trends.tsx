import { Alert, Segmented, Select, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { Chart, type Series } from '../../part/chart';
import { Grid } from '../../part/grid';
import { NumberLink } from './number-link';
import {
  type By,
  figureOf,
  type Grouped,
  narrowedTo,
  numberOf,
  periodBefore,
  stretchesOf,
  useGroups,
} from './query';

const stretches: { value: By; label: string }[] = [
  { value: 'day', label: '按日' },
  { value: 'week', label: '按周' },
  { value: 'month', label: '按月' },
  { value: 'year', label: '按年' },
];
const choices = [
  { value: 'received', label: '收到' },
  { value: 'on-time-accept', label: '接单按时率' },
  { value: 'on-time-contact', label: '联系按时率' },
  { value: 'on-time-resolve', label: '办结按时率' },
  { value: 'solved', label: '解决率' },
  { value: 'satisfied', label: '满意率' },
  { value: 'first-time-right', label: '一次办好率' },
  { value: 'unit-callback-cover', label: '单位回访覆盖' },
  { value: 'supervised', label: '被督办' },
  { value: 'reopened', label: '重新办理' },
];
const nameOf = (key: string, by: By) => {
  if (by === 'year') return `${key.slice(0, 4)} 年`;
  if (by === 'month') return key.slice(0, 7);
  return by === 'week' ? `${key.slice(5)} 起` : key.slice(5);
};

interface Row {
  name: string;
  start: string;
  now: Grouped | undefined;
  earlier: string | undefined;
  before: Grouped | undefined;
}
const difference = ({ now, before }: Row, id: string): string => {
  const none = id === 'received' ? 0 : null;
  const [a, b] = [numberOf(figureOf(now, id)) ?? none, numberOf(figureOf(before, id)) ?? none];
  if (a === null || b === null) return '—';
  const change = Math.round((a - b) * 10) / 10;
  const unit = id === 'received' ? '' : ' 个百分点';
  if (change === 0) return '持平';
  return `${change > 0 ? '▲' : '▼'} ${Math.abs(change)}${unit}`;
};

/** How a figure moves by day, week, month or year, held against the days before or the year before (spec 7). */
export default function Trends({ query }: { query: URLSearchParams }) {
  const [by, setBy] = useState<By>('day');
  const [against, setAgainst] = useState<'before' | 'year'>('before');
  const [id, setId] = useState('received');
  const earlier = useMemo(() => periodBefore(query, against), [query, against]);
  const wanted = useMemo(() => [id], [id]);
  const now = useGroups(query, by, wanted);
  const before = useGroups(earlier, by, wanted);
  const rows = useMemo((): Row[] => {
    const those = stretchesOf(earlier, by);
    const find = (items: Grouped[] | undefined, start: string | undefined) =>
      items?.find((each) => each.key === start);
    return stretchesOf(query, by).map((start, at) => ({
      name: nameOf(start, by),
      start,
      now: find(now.data?.items, start),
      earlier: those[at],
      before: find(before.data?.items, those[at]),
    }));
  }, [now.data, before.data, query, earlier, by]);
  const labels = useMemo(() => rows.map((row) => row.name), [rows]);
  const counts = id === 'received';
  const series = useMemo((): Series[] => {
    const value = (row: Grouped | undefined) => numberOf(figureOf(row, id)) ?? (counts ? 0 : null);
    return [
      { name: '本期', kind: counts ? 'bar' : 'line', values: rows.map((row) => value(row.now)) },
      {
        name: against === 'year' ? '去年同期' : '上期',
        kind: 'line',
        broken: true,
        values: rows.map((row) => value(row.before)),
      },
    ];
  }, [rows, id, counts, against]);
  const problem = now.error ?? before.error;
  return (
    <section className="card">
      <div className="spans">
        <Select
          aria-label="看哪项数字"
          style={{ width: 180 }}
          value={id}
          options={choices}
          onChange={setId}
        />
        <Segmented
          aria-label="怎样分段"
          value={by}
          options={stretches}
          onChange={(value) => setBy(value as By)}
        />
        <Segmented
          aria-label="与什么相比"
          value={against}
          onChange={(value) => setAgainst(value as 'before' | 'year')}
          options={[
            { value: 'before', label: '与上期比' },
            { value: 'year', label: '与去年同期比' },
          ]}
        />
      </div>
      {problem ? <Alert type="error" title={problem.message} /> : null}
      {now.isPending ? <Spin /> : null}
      {now.data && rows.length > 0 ? (
        <Chart
          title={`${choices.find((each) => each.value === id)?.label}，本期与对比期`}
          labels={labels}
          series={series}
          percent={!counts}
        />
      ) : null}
      <Grid<Row>
        rowKey="start"
        size="small"
        pagination={rows.length > 62 ? { pageSize: 62, showSizeChanger: false } : false}
        dataSource={rows}
        scroll={{ x: 560 }}
        locale={{ emptyText: '没有数字' }}
        columns={[
          { title: '时段', dataIndex: 'name', width: 130 },
          {
            title: '本期',
            key: 'now',
            render: (_, row) => (
              <NumberLink
                figure={figureOf(row.now, id)}
                query={narrowedTo(query, by, row.start)}
                where={row.name}
              />
            ),
          },
          {
            title: against === 'year' ? '去年同期' : '上期',
            key: 'before',
            render: (_, row) => (
              <>
                <NumberLink
                  figure={figureOf(row.before, id)}
                  query={narrowedTo(earlier, by, row.earlier ?? row.start)}
                  where={row.earlier ?? ''}
                />
                {row.earlier ? <span className="muted">　{row.earlier}</span> : null}
              </>
            ),
          },
          { title: '变化', key: 'change', render: (_, row) => difference(row, id) },
        ]}
      />
    </section>
  );
}

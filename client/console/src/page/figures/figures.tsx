import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Segmented, Select, Space, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { towns } from '../../../../../shared/catalogue/towns';
import { causes, channels, complexities } from '../../../../../shared/order/vocabulary';
import { Chart } from '../../part/chart';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { PickMatter, PickUnit } from '../../part/pick';
import { request } from '../../request/request';

interface Figure {
  id: string;
  title: string;
  formula: string;
  count: number;
  of: number | null;
}
interface Measured {
  figures: Figure[];
  satisfaction: { average: number | null; levels: number[] };
  handling: {
    n: number;
    work: { median: number | null; p90: number | null };
    natural: { median: number | null; p90: number | null };
    first: { median: number | null; p90: number | null };
  };
}
interface Grouped extends Measured {
  key: string | null;
  name: string;
  n: number;
  ranked: boolean;
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const share = ({ count, of }: Figure): string =>
  of === null ? String(count) : of === 0 ? '—' : `${((count / of) * 100).toFixed(1)}%`;
const rateOf = (measured: Measured | undefined, id: string): number | null => {
  const found = measured?.figures.find((each) => each.id === id);
  if (!found) return null;
  if (found.of === null) return found.count;
  return found.of === 0 ? null : Math.round((found.count / found.of) * 1000) / 10;
};
const hours = (minutes: number | null) => (minutes === null ? '—' : `${(minutes / 60).toFixed(1)} 小时`);
const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The same number of days before: what a trend is held against. */
function periodBefore(query: URLSearchParams): URLSearchParams {
  const [from, to] = [query.get('from') ?? today(), query.get('to') ?? today()];
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const before = new URLSearchParams(query);
  before.set('from', dayBefore(from, days));
  before.set('to', dayBefore(to, days));
  return before;
}

const useMeasured = (query: URLSearchParams) =>
  useQuery({
    queryKey: ['figures', query.toString()],
    queryFn: () => request<Measured>('GET', `/figures/summary?${query}`),
  });
const useGroups = (query: URLSearchParams, by: string) =>
  useQuery({
    queryKey: ['figures', by, query.toString()],
    queryFn: () => request<{ items: Grouped[] }>('GET', `/figures/groups?${query}&by=${by}`),
  });

function Filters({ query, set }: { query: URLSearchParams; set: (name: string, value?: string) => void }) {
  const pick = (name: string, label: string, words: Record<string, string>) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ width: 150 }}
      value={query.get(name) ?? undefined}
      options={options(words)}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <Space wrap style={{ marginBottom: 14 }} className="noprint">
      <Input
        type="date"
        aria-label="从哪天起"
        style={{ width: 150 }}
        value={query.get('from') ?? ''}
        onChange={(event) => set('from', event.target.value)}
      />
      <Input
        type="date"
        aria-label="到哪天止"
        style={{ width: 150 }}
        value={query.get('to') ?? ''}
        onChange={(event) => set('to', event.target.value)}
      />
      {pick('channel', '渠道', channels)}
      <PickUnit
        label="单位及下级"
        value={query.get('unit')}
        onChange={(value) => set('unit', value ?? undefined)}
      />
      <PickMatter
        label="事项"
        value={query.get('matter')}
        onChange={(value) => set('matter', value ?? undefined)}
      />
      {pick('town', '乡镇', Object.fromEntries(towns.map(({ code, name }) => [code, name])))}
      {pick('reporterKind', '反映人', { person: '个人', enterprise: '企业' })}
      {pick('complexity', '难易', complexities)}
      {pick('cause', '原因', causes)}
    </Space>
  );
}

interface Row {
  number: string;
  stateWord: string;
  matter: string | null;
  unit: string | null;
  submittedAt: string;
}

/** The orders behind a figure. */
function Behind({ figure, query, onClose }: { figure: Figure; query: URLSearchParams; onClose: () => void }) {
  const [part, setPart] = useState<'counts' | 'of' | 'missed'>('counts');
  const pages = useInfiniteQuery({
    queryKey: ['figure-orders', figure.id, part, query.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Row[]; next: string | null }>(
        'GET',
        `/figures/orders?${query}&figure=${figure.id}&part=${part}&limit=50${pageParam && `&cursor=${pageParam}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  return (
    <Modal open width={860} title={figure.title} footer={null} onCancel={onClose}>
      <p className="muted">{figure.formula}</p>
      {figure.of === null ? null : (
        <Segmented
          aria-label="看哪一部分"
          value={part}
          onChange={(value) => setPart(value as 'counts' | 'of' | 'missed')}
          options={[
            { value: 'counts', label: `符合的 ${figure.count}` },
            { value: 'missed', label: `不符合的 ${figure.of - figure.count}` },
            { value: 'of', label: `全部 ${figure.of}` },
          ]}
        />
      )}
      {pages.error ? <Alert type="error" title={pages.error.message} /> : null}
      <Grid<Row>
        rowKey="number"
        size="small"
        pagination={false}
        loading={pages.isPending}
        scroll={{ x: 700 }}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: '没有' }}
        columns={[
          {
            title: '编号',
            key: 'number',
            width: 180,
            render: (_, row) => <Link to={`/orders/${row.number}`}>{row.number}</Link>,
          },
          { title: '状态', dataIndex: 'stateWord', width: 110 },
          { title: '事项', dataIndex: 'matter' },
          { title: '主办单位', dataIndex: 'unit' },
          { title: '提交', key: 'at', width: 120, render: (_, row) => shortTime(row.submittedAt) },
        ]}
      />
      <Space style={{ marginTop: 12 }}>
        {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
        <Button href={`/api/reports/exports/figure-orders.xlsx?${query}&figure=${figure.id}&part=${part}`}>
          导出表格
        </Button>
      </Space>
    </Modal>
  );
}

function Cards({ query }: { query: URLSearchParams }) {
  const now = useMeasured(query);
  const before = useMeasured(periodBefore(query));
  const [shown, setShown] = useState<Figure | null>(null);
  if (now.isPending) return <Spin />;
  if (!now.data) return <Alert type="error" title={now.error?.message ?? '读取失败'} />;
  const { figures, satisfaction, handling } = now.data;
  const earlier = (figure: Figure) => {
    const found = before.data?.figures.find((each) => each.id === figure.id);
    return found ? `上期 ${share(found)}` : '';
  };
  return (
    <>
      <div className="queues">
        {figures.map((figure) => (
          <button
            key={figure.id}
            type="button"
            className="queue figure"
            onClick={() => setShown(figure)}
            data-testid={`figure-${figure.id}`}
          >
            {figure.title}
            <b>{share(figure)}</b>
            <span className="muted">
              {figure.of === null ? '' : `${figure.count} / ${figure.of}　`}
              {earlier(figure)}
            </span>
          </button>
        ))}
      </div>
      <section className="card">
        <h3>办理用时（接单到最后一次办结）</h3>
        <p>
          共 {handling.n} 件。办公时间：中位数 {hours(handling.work.median)}，九成在{' '}
          {hours(handling.work.p90)}以内；自然时间：中位数 {hours(handling.natural.median)}，九成在{' '}
          {hours(handling.natural.p90)}以内；首次办结中位数 {hours(handling.first.median)}。
        </p>
        <p>
          满意度平均 {satisfaction.average === null ? '—' : satisfaction.average.toFixed(2)}
          ，非常不满意到非常满意依次为 {satisfaction.levels.join('、')} 件。
        </p>
      </section>
      {shown ? <Behind figure={shown} query={query} onClose={() => setShown(null)} /> : null}
    </>
  );
}

const views = [
  { by: 'day', label: '按日', lying: false },
  { by: 'week', label: '按周', lying: false },
  { by: 'month', label: '按月', lying: false },
  { by: 'unit', label: '按单位', lying: true },
  { by: 'channel', label: '按渠道', lying: true },
  { by: 'matter', label: '按事项', lying: true },
  { by: 'cause', label: '按原因', lying: true },
  { by: 'stage', label: '按环节', lying: true },
  { by: 'town', label: '按乡镇', lying: true },
];
const shownFigures = [
  'on-time-accept',
  'on-time-contact',
  'on-time-resolve',
  'solved',
  'satisfied',
  'first-time-right',
];

/** One dimension: a chart of what came in, and the table with everything behind it. No rank below ten. */
function Groups({ query }: { query: URLSearchParams }) {
  const [by, setBy] = useState('day');
  const found = useGroups(query, by);
  const view = views.find((each) => each.by === by);
  const items = useMemo(() => found.data?.items ?? [], [found.data]);
  const top = useMemo(() => (view?.lying ? items.slice(0, 20) : items), [items, view]);
  const labels = useMemo(() => top.map((each) => each.name), [top]);
  const series = useMemo(
    () => [{ name: '收到', kind: 'bar' as const, values: top.map((each) => each.n) }],
    [top],
  );
  return (
    <section className="card">
      <div className="sideways">
        <Segmented
          aria-label="怎样分组"
          value={by}
          onChange={(value) => setBy(String(value))}
          options={views.map((each) => ({ value: each.by, label: each.label }))}
        />
      </div>
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {items.length > 0 ? (
        <Chart
          title={`收到的件数，${view?.label}`}
          labels={labels}
          series={series}
          lying={Boolean(view?.lying)}
        />
      ) : null}
      <Grid<Grouped>
        rowKey={(row) => row.key ?? 'none'}
        size="small"
        pagination={false}
        loading={found.isPending}
        scroll={{ x: 900 }}
        dataSource={items}
        locale={{ emptyText: '这段时间没有工单' }}
        columns={[
          {
            title: '名次',
            key: 'rank',
            width: 70,
            render: (_, row, at) => (row.ranked && view?.lying ? at + 1 : '—'),
          },
          { title: '名称', dataIndex: 'name' },
          { title: '收到', dataIndex: 'n', width: 80 },
          ...shownFigures.map((id) => ({
            title: items[0]?.figures.find((each) => each.id === id)?.title ?? '',
            key: id,
            width: 110,
            render: (_: unknown, row: Grouped) => {
              const value = rateOf(row, id);
              return value === null ? '—' : `${value}%`;
            },
          })),
        ]}
      />
    </section>
  );
}

/** Figures of the district or the own unit, with the period before, by every dimension, down to the orders (spec 7). */
export default function FiguresPage() {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => {
    const next = new URLSearchParams(search);
    if (!next.get('from')) next.set('from', dayBefore(today(), 29));
    if (!next.get('to')) next.set('to', today());
    return next;
  }, [search]);
  const set = (name: string, value?: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <>
      <h2>统计</h2>
      <Filters query={query} set={set} />
      <Cards query={query} />
      <Groups query={query} />
    </>
  );
}

import { Alert, Button, Input, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { OrderCard } from '../../../../shared/order/view';
import { causes, channels, complexities, stateWords } from '../../../../shared/order/vocabulary';
import { lightWords } from '../../../../shared/sla/light';
import { Grid } from '../part/grid';
import { LedgerTools } from '../part/ledger-tools';
import { Light, shortTime } from '../part/light';
import { PickMatter, PickUnit } from '../part/pick';
import { useOrders } from '../query/desk';

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const columns = [
  {
    title: '灯',
    key: 'light',
    width: 96,
    render: (_: unknown, card: OrderCard) => <Light light={card.light} />,
  },
  {
    title: '期限',
    key: 'due',
    width: 150,
    render: (_: unknown, card: OrderCard) =>
      card.dueAt ? (
        <>
          {shortTime(card.dueAt)}
          <div className="muted">{card.countdown}</div>
        </>
      ) : (
        '—'
      ),
  },
  {
    title: '编号',
    key: 'number',
    width: 180,
    render: (_: unknown, card: OrderCard) => (
      <Link to={`/orders/${card.number}`} data-testid={`order-row-${card.number}`}>
        {card.number}
      </Link>
    ),
  },
  { title: '状态', dataIndex: 'stateWord', width: 110 },
  {
    title: '内容',
    key: 'what',
    width: 300,
    render: (_: unknown, card: OrderCard) => (
      <>
        <div>{card.matter ?? '事项不清楚'}</div>
        <div className="muted">{card.excerpt}</div>
      </>
    ),
  },
  {
    title: '反映人',
    key: 'who',
    width: 120,
    render: (_: unknown, card: OrderCard) => (
      <>
        {card.reporterName}
        <div className="muted">{card.reporterPhone}</div>
      </>
    ),
  },
  {
    title: '现在由谁办',
    key: 'holder',
    width: 180,
    render: (_: unknown, card: OrderCard) => card.holder?.name ?? '派单员',
  },
  {
    title: '提交',
    key: 'age',
    width: 130,
    render: (_: unknown, card: OrderCard) => (
      <>
        {shortTime(card.submittedAt)}
        <div className="muted">{card.age}前</div>
      </>
    ),
  },
  { title: '标记', key: 'flags', width: 130, render: (_: unknown, card: OrderCard) => card.flags.join('、') },
];

/** The list of orders: filters in the address, so that a view can be kept and shared. */
export default function Orders() {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const orders = useOrders(search.toString());
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'cursor') next.delete('cursor');
    setSearch(next);
  };
  return (
    <>
      <h2>工单</h2>
      <div className="commands noprint" style={{ marginBottom: 14 }}>
        <Select
          aria-label="状态"
          allowClear
          placeholder="状态"
          style={{ width: 150 }}
          value={search.get('state') ?? undefined}
          options={options(stateWords)}
          onChange={(value) => set('state', value)}
        />
        <Select
          aria-label="灯"
          allowClear
          placeholder="灯"
          style={{ width: 120 }}
          value={search.get('light') ?? undefined}
          options={options(lightWords)}
          onChange={(value) => set('light', value)}
        />
        <Select
          aria-label="渠道"
          allowClear
          placeholder="渠道"
          style={{ width: 160 }}
          value={search.get('channel') ?? undefined}
          options={options(channels)}
          onChange={(value) => set('channel', value)}
        />
        <Select
          aria-label="排序"
          style={{ width: 130 }}
          value={search.get('sort') ?? 'due'}
          options={[
            { value: 'due', label: '按期限' },
            { value: 'newest', label: '最新在前' },
            { value: 'oldest', label: '最早在前' },
          ]}
          onChange={(value) => set('sort', value)}
        />
        <Select
          aria-label="难易"
          allowClear
          placeholder="难易"
          style={{ width: 110 }}
          value={search.get('complexity') ?? undefined}
          options={options(complexities)}
          onChange={(value) => set('complexity', value)}
        />
        <Select
          aria-label="原因"
          allowClear
          placeholder="原因"
          style={{ width: 170 }}
          value={search.get('cause') ?? undefined}
          options={options(causes)}
          onChange={(value) => set('cause', value)}
        />
        <PickUnit
          label="单位及下级"
          value={search.get('unit')}
          onChange={(value) => set('unit', value ?? undefined)}
        />
        <PickMatter
          label="事项"
          value={search.get('matter')}
          onChange={(value) => set('matter', value ?? undefined)}
        />
        <Input
          type="date"
          aria-label="提交从哪天起"
          style={{ width: 150 }}
          value={search.get('from') ?? ''}
          onChange={(change) => set('from', change.target.value || undefined)}
        />
        <Input
          type="date"
          aria-label="提交到哪天止"
          style={{ width: 150 }}
          value={search.get('to') ?? ''}
          onChange={(change) => set('to', change.target.value || undefined)}
        />
        <Input.Search
          aria-label="内容中的字词"
          placeholder="内容中的字词"
          allowClear
          style={{ width: 240 }}
          defaultValue={search.get('q') ?? ''}
          onSearch={(value) => set('q', value.trim())}
        />
      </div>
      <LedgerTools search={search} onOpen={(query) => setSearch(new URLSearchParams(query))} />
      {orders.error ? <Alert type="error" title={orders.error.message} style={{ marginBottom: 12 }} /> : null}
      <Grid<OrderCard>
        rowKey="number"
        size="middle"
        scroll={{ x: 1250 }}
        loading={orders.isPending}
        pagination={false}
        columns={columns}
        dataSource={orders.data?.items ?? []}
        onRow={(card) => ({ onDoubleClick: () => void navigate(`/orders/${card.number}`) })}
        locale={{ emptyText: '没有符合条件的工单' }}
      />
      <div className="commands noprint" style={{ marginTop: 12 }}>
        {search.get('cursor') ? <Button onClick={() => set('cursor', undefined)}>回到第一页</Button> : null}
        {orders.data?.next ? (
          <Button onClick={() => set('cursor', orders.data.next ?? undefined)}>下一页</Button>
        ) : null}
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Space, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayBack, PickDays } from '../../part/days';
import { shortTime } from '../../part/light';
import { PagedGrid } from '../../part/paged-grid';
import { PickUnit } from '../../part/pick';
import { request } from '../../request/request';

interface Pattern {
  id: string;
  title: string;
  definition: string;
  count: number;
}
interface Hit {
  number: string;
  at: string;
  said: string;
  by: string | null;
  unit: string | null;
  stateWord: string;
}

const columns = [
  {
    title: '工单',
    key: 'number',
    width: 190,
    render: (_: unknown, hit: Hit) => <Link to={`/orders/${hit.number}`}>{hit.number}</Link>,
  },
  { title: '情况', dataIndex: 'said', width: 190 },
  { title: '时间', key: 'at', width: 120, render: (_: unknown, hit: Hit) => shortTime(hit.at) },
  { title: '主办单位', dataIndex: 'unit' },
  { title: '经办人', dataIndex: 'by', width: 120 },
  { title: '现在', dataIndex: 'stateWord', width: 100 },
];

/** The orders that show one pattern. */
function Hits({ pattern, query }: { pattern: Pattern; query: string }) {
  return (
    <section className="card" aria-label={pattern.title}>
      <h3>{pattern.title}</h3>
      <p className="muted">{pattern.definition} 只是线索，不等于有问题，请打开工单核实。</p>
      <PagedGrid<Hit>
        path={`/inspection/patterns/${pattern.id}?${query}`}
        columns={columns}
        rowKey={(hit) => `${hit.number} ${hit.at}`}
        width={860}
        nothing="这段时间没有这种情况"
      />
    </section>
  );
}

/** What is worth a look in a period: each pattern with its definition, its count and its orders (spec 6). */
export default function Patterns() {
  const [days, setDays] = useState(() => ({ from: dayBack(30), to: dayBack(0) }));
  const [unit, setUnit] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const query = new URLSearchParams({ ...days, ...(unit ? { unit } : {}) }).toString();
  const found = useQuery({
    queryKey: ['patterns', query],
    queryFn: () => request<{ items: Pattern[]; counted: number }>('GET', `/inspection/patterns?${query}`),
  });
  const items = found.data?.items ?? [];
  const open = items.find((each) => each.id === shown);
  const most = found.data?.counted ?? 0;
  return (
    <>
      <h2>监督线索</h2>
      <Space wrap align="end" style={{ marginBottom: 14 }}>
        <PickDays value={days} onChange={setDays} />
        <PickUnit label="哪个单位（含下级）" value={unit} onChange={setUnit} />
      </Space>
      {found.error ? <Alert type="error" showIcon title={found.error.message} /> : null}
      {found.isPending ? <Spin /> : null}
      <div className="queues">
        {items.map(({ id, title, definition, count }) => (
          <button
            key={id}
            type="button"
            className="queue figure"
            aria-pressed={id === shown}
            onClick={() => setShown(id === shown ? null : id)}
            data-testid={`pattern-${id}`}
          >
            {title}
            <b>{count >= most ? `${most} 以上` : count}</b>
            <span className="muted">{definition}</span>
          </button>
        ))}
      </div>
      {open ? <Hits key={`${open.id} ${query}`} pattern={open} query={query} /> : null}
    </>
  );
}

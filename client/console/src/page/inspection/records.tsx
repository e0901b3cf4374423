import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type EventGroup, eventGroups } from '../../../../../shared/notice/event-word';
import { dayBack, PickDays } from '../../part/days';
import { shortTime } from '../../part/light';
import { PagedGrid } from '../../part/paged-grid';
import { PickUnit } from '../../part/pick';
import { PickPerson } from '../../part/pick-person';
import { request } from '../../request/request';

interface Line {
  id: number;
  at: string;
  title: string;
  detail: string;
  by: string;
  role: string | null;
  from: string | null;
  unit: string | null;
  number: string | null;
}
interface Filter {
  group: EventGroup | '';
  kind: string | null;
  staff: string | null;
  unit: string | null;
  number: string;
  from: string;
  to: string;
}

const addressOf = ({ from, to, ...rest }: Filter): string => {
  const query = new URLSearchParams({ from, to });
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return query.toString();
};
const columns = [
  { title: '时间', key: 'at', width: 120, render: (_: unknown, line: Line) => shortTime(line.at) },
  {
    title: '谁',
    key: 'by',
    width: 150,
    render: (_: unknown, line: Line) => (line.role ? `${line.by}，${line.role}` : line.by),
  },
  { title: '单位', dataIndex: 'unit', width: 160 },
  { title: '从哪里', dataIndex: 'from', width: 150 },
  { title: '做了什么', dataIndex: 'title', width: 210 },
  { title: '说明', dataIndex: 'detail' },
  {
    title: '工单',
    key: 'number',
    width: 190,
    render: (_: unknown, line: Line) =>
      line.number ? <Link to={`/orders/${line.number}`}>{line.number}</Link> : null,
  },
];

/** Which kinds of record there are, of one group or of all. */
function PickKind({ group, value, onChange }: Pick<Filter, 'group'> & Picked) {
  const kinds = useQuery({
    queryKey: ['event-kinds'],
    queryFn: () =>
      request<{ items: { kind: string; word: string; group: EventGroup }[] }>('GET', '/inspection/kinds'),
    staleTime: 60_000,
  });
  const options = (kinds.data?.items ?? [])
    .filter((each) => !group || each.group === group)
    .map((each) => ({ value: each.kind, label: each.word }));
  return (
    <Select
      aria-label="哪种记录"
      placeholder="哪种记录"
      style={{ width: 200 }}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={(picked) => onChange(picked ?? null)}
      options={options}
    />
  );
}
interface Picked {
  value: string | null;
  onChange: (value: string | null) => void;
}

/** The ledger: who did what and when, who looked at personal data and why, who exported, who signed in (spec 8). */
export default function Records() {
  const [filter, setFilter] = useState<Filter>(() => ({
    group: 'look',
    kind: null,
    staff: null,
    unit: null,
    number: '',
    from: dayBack(30),
    to: dayBack(0),
  }));
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const groups = [{ value: '', label: '全部' }].concat(
    Object.entries(eventGroups).map(([value, label]) => ({ value, label })),
  );
  return (
    <>
      <h2>留痕记录</h2>
      <Radio.Group
        aria-label="哪一类记录"
        optionType="button"
        buttonStyle="solid"
        options={groups}
        value={filter.group}
        onChange={(event) => change({ group: event.target.value as Filter['group'], kind: null })}
        style={{ marginBottom: 12 }}
      />
      <Space wrap align="end" style={{ marginBottom: 12 }}>
        <PickDays value={filter} onChange={change} />
        <PickKind group={filter.group} value={filter.kind} onChange={(kind) => change({ kind })} />
        <PickPerson
          source="/inspection/people"
          label="谁做的"
          value={filter.staff}
          onChange={(staff) => change({ staff })}
        />
        <PickUnit label="哪个单位" value={filter.unit} onChange={(unit) => change({ unit })} />
        <Input.Search
          aria-label="工单编号"
          placeholder="工单编号"
          allowClear
          style={{ width: 240 }}
          onSearch={(number) => change({ number: number.trim().toUpperCase() })}
          data-testid="records-number"
        />
      </Space>
      <PagedGrid<Line>
        path={`/inspection/events?${addressOf(filter)}`}
        columns={columns}
        rowKey="id"
        width={1180}
        nothing="这段时间没有这样的记录"
      />
    </>
  );
}

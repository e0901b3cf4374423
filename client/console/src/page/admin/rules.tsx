import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Radio, Space, Table } from 'antd';
import { useState } from 'react';
import { PickMatter, PickPlace, PickUnit } from '../../part/pick';
import { request } from '../../request/request';

interface Rule {
  id: string;
  matter?: string;
  unit: string;
  place: string | null;
  validFrom: string;
  validTo: string | null;
}
interface Page {
  items: Rule[];
  places: Rule[];
  next: string | null;
}
interface Edit {
  add: Record<string, unknown>[];
  end: { id: string; lastDay: string }[];
}
interface Tried {
  tried: number;
  changed: number;
  newlyDecided: number;
  newlyUndecided: number;
  items: { number: string; before: string; after: string; agreesWithFinal: boolean | null }[];
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const period = (rule: Rule) => `${rule.validFrom} 起${rule.validTo ? `，至 ${rule.validTo}` : ''}`;

function NewRule({ onEdit }: { onEdit: (edit: Edit) => void }) {
  const [kind, setKind] = useState<'matter' | 'place'>('matter');
  const [matterId, setMatter] = useState<string | null>(null);
  const [unitId, setUnit] = useState<string | null>(null);
  const [placeKey, setPlace] = useState<string | null>(null);
  const [validFrom, setFrom] = useState(today());
  const ready = unitId && (kind === 'matter' ? matterId : placeKey);
  const look = () => {
    const rule = { kind, unitId, placeKey, validFrom };
    onEdit({ add: [kind === 'matter' ? { ...rule, matterId } : rule], end: [] });
  };
  return (
    <Space wrap>
      <Radio.Group
        aria-label="按什么派单"
        value={kind}
        onChange={(change) => setKind(change.target.value as 'matter' | 'place')}
        options={[
          { value: 'matter', label: '按事项' },
          { value: 'place', label: '按地点' },
        ]}
      />
      {kind === 'matter' ? <PickMatter value={matterId} onChange={setMatter} label="事项" /> : null}
      <PickPlace
        value={placeKey}
        onChange={setPlace}
        label={kind === 'matter' ? '地点（不选就是全区）' : '地点'}
      />
      <PickUnit value={unitId} onChange={setUnit} label="承办单位" />
      <Input
        type="date"
        aria-label="从哪天起"
        value={validFrom}
        onChange={(change) => setFrom(change.target.value)}
        style={{ width: 160 }}
      />
      <Button type="primary" disabled={!ready} onClick={look} data-testid="try-rule">
        先试派
      </Button>
    </Space>
  );
}

function Outcome({ tried }: { tried: Tried }) {
  return (
    <>
      <p data-testid="dry-run">
        用最近 90 天的 {tried.tried} 件工单试派：{tried.changed} 件会派到别处，
        {tried.newlyDecided} 件不再需要人工派单，{tried.newlyUndecided} 件改为人工派单。
      </p>
      {tried.items.length > 0 ? (
        <Table
          rowKey="number"
          size="small"
          pagination={false}
          dataSource={tried.items}
          columns={[
            { title: '工单', dataIndex: 'number', width: 190 },
            { title: '原来', dataIndex: 'before' },
            { title: '改后', dataIndex: 'after' },
            {
              title: '与实际承办',
              key: 'agrees',
              width: 110,
              render: (_: unknown, row: Tried['items'][number]) =>
                row.agreesWithFinal === null ? '—' : row.agreesWithFinal ? '一致' : '不一致',
            },
          ]}
        />
      ) : null}
    </>
  );
}

/** Routing rules: which unit does what and where, tried on past orders before they are saved (spec 2, Routing). */
export default function RulesPage() {
  const client = useQueryClient();
  const [q, setQ] = useState('');
  const [edit, setEdit] = useState<Edit | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['rules', q],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<Page>(
        'GET',
        `/admin/rules?limit=30${q ? `&q=${encodeURIComponent(q)}` : ''}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  const trial = useMutation({
    mutationFn: (wanted: Edit) => request<Tried>('POST', '/admin/rules/dry-run', wanted),
  });
  const save = useMutation({
    mutationFn: (wanted: Edit) => request('POST', '/admin/rules', wanted),
    onSuccess: async () => {
      setEdit(null);
      trial.reset();
      await client.invalidateQueries({ queryKey: ['rules'] });
    },
  });
  const look = (wanted: Edit) => {
    setEdit(wanted);
    save.reset();
    trial.mutate(wanted);
  };
  const end = (rule: Rule) =>
    look({ add: [], end: [{ id: rule.id, lastDay: rule.validFrom > today() ? rule.validFrom : today() }] });
  const columns = (named: boolean) => [
    ...(named ? [{ title: '事项', dataIndex: 'matter' }] : []),
    {
      title: '地点',
      key: 'place',
      width: 200,
      render: (_: unknown, rule: Rule) => rule.place ?? '全区',
    },
    { title: '承办单位', dataIndex: 'unit', width: 220 },
    { title: '有效期', key: 'period', width: 240, render: (_: unknown, rule: Rule) => period(rule) },
    {
      title: '',
      key: 'end',
      width: 110,
      render: (_: unknown, rule: Rule) =>
        rule.validTo ? null : (
          <Button size="small" onClick={() => end(rule)}>
            今天结束
          </Button>
        ),
    },
  ];
  const problem = pages.error ?? trial.error ?? save.error;
  return (
    <>
      <h2>派单规则</h2>
      {problem ? <Alert type="error" title={problem.message} /> : null}
      {save.isSuccess ? <Alert type="success" title="已保存，新来的工单按新规则派单。" /> : null}
      <Card title="新增一条">
        <NewRule onEdit={look} />
        {edit && trial.data ? (
          <div className="impact">
            <Outcome tried={trial.data} />
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate(edit)}
              data-testid="save-rule"
            >
              保存
            </Button>
          </div>
        ) : null}
      </Card>
      <h3>按地点</h3>
      <Table<Rule>
        rowKey="id"
        size="small"
        pagination={false}
        columns={columns(false)}
        dataSource={pages.data?.pages[0]?.places ?? []}
        locale={{ emptyText: '没有' }}
      />
      <h3>按事项</h3>
      <Input.Search
        placeholder="事项名称或拼音首字母"
        aria-label="查找事项"
        allowClear
        style={{ maxWidth: 360 }}
        onSearch={setQ}
      />
      <Table<Rule>
        rowKey="id"
        size="small"
        pagination={false}
        columns={columns(true)}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: '没有' }}
      />
      {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
    </>
  );
}

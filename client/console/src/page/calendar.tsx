import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Radio, Space, Table, Tabs } from 'antd';
import { useState } from 'react';
import { clockWords } from '../../../../shared/notice/timeline';
import { shortTime } from '../part/light';
import { request } from '../request/request';

interface Day {
  date: string;
  name: string;
  isOffDay: boolean;
}
interface Kept {
  years: { year: number; days: Day[] }[];
  overrides: Day[];
  missing: number[];
}
interface Preview {
  year: { year: number; days: Day[] } | null;
  missing: string[];
  count: number;
  items: { number: string; clock: string; from: string; to: string; provisional: boolean }[];
}
type Edit = Record<string, unknown>;

const dayColumns = [
  { title: '日期', dataIndex: 'date', width: 130 },
  { title: '名称', dataIndex: 'name' },
  {
    title: '安排',
    key: 'off',
    width: 90,
    render: (_: unknown, day: Day) => (day.isOffDay ? '休息' : '上班'),
  },
];
const movedColumns = [
  { title: '工单', dataIndex: 'number', width: 190 },
  {
    title: '时限',
    key: 'clock',
    width: 110,
    render: (_: unknown, row: { clock: string }) => clockWords[row.clock],
  },
  { title: '原来', key: 'from', render: (_: unknown, row: { from: string }) => shortTime(row.from) },
  { title: '改为', key: 'to', render: (_: unknown, row: { to: string }) => shortTime(row.to) },
];

/** A pasted text is a year's file when it begins like one, otherwise the words of the notice. */
function editOf(text: string): Edit {
  if (!text.trim().startsWith('{')) return { notice: text };
  const { year, papers, days } = JSON.parse(text) as Edit;
  return { year: { year, ...(papers ? { papers } : {}), days } };
}

function Notice({ onEdit }: { onEdit: (edit: Edit) => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const look = () => {
    try {
      onEdit(editOf(text));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Space direction="vertical" style={{ width: '100%' }}>
      <label htmlFor="notice">把放假通知连标题一起粘贴在这里，也可以粘贴年份文件的内容。</label>
      <Input.TextArea id="notice" rows={8} value={text} onChange={(change) => setText(change.target.value)} />
      {wrong ? <Alert type="error" title="文件内容不完整，请重新粘贴。" /> : null}
      <Button type="primary" disabled={text.trim().length < 10} onClick={look} data-testid="look">
        先看影响
      </Button>
    </Space>
  );
}

function DistrictDay({ onEdit }: { onEdit: (edit: Edit) => void }) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [isOffDay, setOff] = useState(true);
  return (
    <Space direction="vertical">
      <label htmlFor="day">日期</label>
      <Input id="day" type="date" value={date} onChange={(change) => setDate(change.target.value)} />
      <label htmlFor="day-name">原因，例如“台风停办”</label>
      <Input id="day-name" value={name} maxLength={40} onChange={(change) => setName(change.target.value)} />
      <Radio.Group
        aria-label="这一天的安排"
        value={isOffDay}
        onChange={(change) => setOff(Boolean(change.target.value))}
        options={[
          { value: true, label: '不办公' },
          { value: false, label: '照常办公' },
        ]}
      />
      <Button
        type="primary"
        disabled={!date || name.trim().length < 2}
        onClick={() => onEdit({ override: { date, name, isOffDay } })}
      >
        先看影响
      </Button>
    </Space>
  );
}

function Impact({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.missing.length > 0 ? (
        <Alert type="warning" title={`通知里没有写到：${preview.missing.join('、')}`} />
      ) : null}
      {preview.year ? (
        <Table<Day>
          rowKey="date"
          size="small"
          pagination={false}
          columns={dayColumns}
          dataSource={preview.year.days}
        />
      ) : null}
      <p data-testid="impact">
        {preview.count === 0 ? '没有在办工单的时限会变。' : `有 ${preview.count} 个时限会变，前 200 个如下。`}
      </p>
      {preview.count > 0 ? (
        <Table
          rowKey={(row) => `${row.number} ${row.clock}`}
          size="small"
          pagination={false}
          columns={movedColumns}
          dataSource={preview.items}
        />
      ) : null}
    </>
  );
}

/** The working calendar: what is kept, a change looked at before it is saved, district days (spec 3). */
export default function CalendarPage() {
  const client = useQueryClient();
  const [edit, setEdit] = useState<Edit | null>(null);
  const kept = useQuery({ queryKey: ['calendar'], queryFn: () => request<Kept>('GET', '/calendar') });
  const preview = useMutation({
    mutationFn: (wanted: Edit) => request<Preview>('POST', '/calendar/preview', wanted),
  });
  const save = useMutation({
    mutationFn: (wanted: Edit) => request<{ moved: number }>('POST', '/calendar', wanted),
    onSuccess: async () => {
      setEdit(null);
      preview.reset();
      await client.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
  const look = (wanted: Edit) => {
    setEdit(wanted);
    save.reset();
    preview.mutate(wanted);
  };
  const problem = kept.error ?? preview.error ?? save.error;
  return (
    <>
      <h2>日历</h2>
      {problem ? <Alert type="error" title={problem.message} /> : null}
      {(kept.data?.missing ?? []).map((year) => (
        <Alert
          key={year}
          type="warning"
          title={`${year} 年的放假安排还没有录入，相关时限先按法定节日估算。`}
        />
      ))}
      {save.data ? <Alert type="success" title={`已保存，${save.data.moved} 个时限随之调整。`} /> : null}
      <Card>
        <Tabs
          items={[
            { key: 'notice', label: '录入一年', children: <Notice onEdit={look} /> },
            { key: 'day', label: '本区停办或加班', children: <DistrictDay onEdit={look} /> },
          ]}
        />
        {edit && preview.data ? (
          <div className="impact">
            <Impact preview={preview.data} />
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate(edit)}
              data-testid="save"
            >
              保存
            </Button>
          </div>
        ) : null}
      </Card>
      <h3>本区自定的日子</h3>
      <Table<Day>
        rowKey="date"
        size="small"
        pagination={false}
        columns={[
          ...dayColumns,
          {
            title: '',
            key: 'drop',
            width: 90,
            render: (_: unknown, day: Day) => (
              <Button onClick={() => look({ dropOverride: day.date })}>取消</Button>
            ),
          },
        ]}
        dataSource={kept.data?.overrides ?? []}
        locale={{ emptyText: '没有' }}
      />
      <h3>已录入的年份</h3>
      {(kept.data?.years ?? []).map((year) => (
        <details key={year.year}>
          <summary>{year.year} 年</summary>
          <Table<Day>
            rowKey="date"
            size="small"
            pagination={false}
            columns={dayColumns}
            dataSource={year.days}
          />
        </details>
      ))}
    </>
  );
}

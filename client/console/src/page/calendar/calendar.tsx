import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Table, Tabs } from 'antd';
import { useState } from 'react';
import { request } from '../../request/request';
import { type Day, dayColumns, type Edit, type Kept, type Preview } from './day';
import { DistrictDay } from './district-day';
import { Impact } from './impact';
import { Notice } from './notice';
import { YearForm } from './year-form';

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
            { key: 'notice', label: '粘贴通知', children: <Notice onEdit={look} /> },
            {
              key: 'form',
              label: '逐日填写',
              children: <YearForm years={kept.data?.years ?? []} onEdit={look} />,
            },
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

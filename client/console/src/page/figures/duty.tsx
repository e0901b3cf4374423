import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Input, Spin } from 'antd';
import { useState } from 'react';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';
import { today } from './query';

interface Absent {
  unit: string;
  name: string;
  waiting: number;
  since: string;
  people: string[];
  lastSeenAt: string | null;
}

/** Units with work waiting whose handler and deputy did not sign in on a working day (spec 7, Duty list). */
export default function Duty() {
  const [day, setDay] = useState('');
  const found = useQuery({
    queryKey: ['figures-duty', day],
    queryFn: () =>
      request<{ day: string; workingDay: boolean; items: Absent[] }>(
        'GET',
        `/figures/duty${day ? `?day=${day}` : ''}`,
      ),
  });
  const shown = found.data;
  return (
    <section className="card">
      <div className="spans">
        <label htmlFor="duty-day">哪一天</label>
        <Input
          id="duty-day"
          type="date"
          style={{ width: 160 }}
          max={today()}
          value={day || (shown?.day ?? '')}
          onChange={(event) => setDay(event.target.value)}
        />
        <span className="muted">有工作等着办，处置专员和副手当天都没有登录的单位。</span>
      </div>
      {found.error ? <Alert type="error" title={found.error.message} /> : null}
      {found.isPending ? <Spin /> : null}
      {shown && !shown.workingDay ? <Empty description="这一天不是工作日" /> : null}
      {shown?.workingDay ? (
        <Grid<Absent>
          rowKey="unit"
          size="small"
          pagination={false}
          scroll={{ x: 720 }}
          dataSource={shown.items}
          locale={{ emptyText: '有工作的单位都有人登录了' }}
          columns={[
            { title: '单位', dataIndex: 'name' },
            { title: '等着办', dataIndex: 'waiting', width: 90 },
            { title: '最早的从', key: 'since', width: 130, render: (_, row) => shortTime(row.since) },
            {
              title: '处置专员、副手',
              key: 'people',
              render: (_, row) => (row.people.length > 0 ? row.people.join('、') : '没有安排人'),
            },
            {
              title: '上次登录',
              key: 'seen',
              width: 150,
              render: (_, row) => (row.lastSeenAt ? shortTime(row.lastSeenAt) : '九十天内没有'),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

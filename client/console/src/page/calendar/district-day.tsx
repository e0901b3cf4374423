import { Button, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import type { Edit } from './day';

/** A day on which the district does otherwise than the State Council's notice, such as a typhoon day. */
export function DistrictDay({ onEdit }: { onEdit: (edit: Edit) => void }) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [isOffDay, setOff] = useState(true);
  return (
    <Space orientation="vertical">
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

import { Button, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import type { Day, Edit, Kept } from './day';
import { lawfulDays } from './lawful-days';

interface Row extends Day {
  key: number;
}
let lastKey = 0;
const rowsOf = (days: Day[]): Row[] =>
  days.map((day) => {
    lastKey += 1;
    return { ...day, key: lastKey };
  });
const kinds = [
  { value: true, label: '休息' },
  { value: false, label: '调休上班' },
];

function DayRow({ row, onChange, onDrop }: { row: Row; onChange: (row: Row) => void; onDrop: () => void }) {
  const about = row.date || '新的一天';
  return (
    <Space wrap>
      <Input
        type="date"
        aria-label={`${about}：日期`}
        value={row.date}
        onChange={(change) => onChange({ ...row, date: change.target.value })}
      />
      <Input
        aria-label={`${about}：名称`}
        placeholder="名称，例如：国庆节"
        maxLength={40}
        value={row.name}
        onChange={(change) => onChange({ ...row, name: change.target.value })}
      />
      <Select
        aria-label={`${about}：安排`}
        style={{ width: 120 }}
        value={row.isOffDay}
        options={kinds}
        onChange={(isOffDay) => onChange({ ...row, isOffDay })}
      />
      <Button aria-label={`删去 ${about}`} onClick={onDrop}>
        删去
      </Button>
    </Space>
  );
}

/** A whole year day by day: begun from what is kept of it, else from the holidays by law (spec 3). */
export function YearForm({ years, onEdit }: { years: Kept['years']; onEdit: (edit: Edit) => void }) {
  const [year, setYear] = useState<number | null>(null);
  const [rows, setRows] = useState<Row[]>([]);
  const open = (wanted: number | null) => {
    setYear(wanted);
    if (wanted === null || wanted < 2000 || wanted > 2099) return setRows([]);
    const kept = years.find((each) => each.year === wanted);
    setRows(rowsOf(kept ? kept.days : lawfulDays(wanted)));
  };
  const days = rows.map(({ key: _, ...day }) => day);
  const ready = year !== null && rows.length > 0 && rows.every((row) => row.date && row.name.trim() !== '');
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <label htmlFor="form-year">哪一年</label>
      <InputNumber id="form-year" min={2000} max={2099} precision={0} value={year} onChange={open} />
      {rows.map((row) => (
        <DayRow
          key={row.key}
          row={row}
          onChange={(changed) => setRows(rows.map((each) => (each.key === row.key ? changed : each)))}
          onDrop={() => setRows(rows.filter((each) => each.key !== row.key))}
        />
      ))}
      {year === null ? null : (
        <Button onClick={() => setRows([...rows, ...rowsOf([{ date: '', name: '', isOffDay: true }])])}>
          加一天
        </Button>
      )}
      <Button
        type="primary"
        disabled={!ready}
        data-testid="look-form"
        onClick={() =>
          onEdit({ year: { year, days: [...days].sort((a, b) => a.date.localeCompare(b.date)) } })
        }
      >
        先看影响
      </Button>
    </Space>
  );
}

import { Input, Space } from 'antd';
import { Field } from './field';

/** Today and some days back, as the district's clock says. */
export const dayBack = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

interface Days {
  from: string;
  to: string;
}

/** From day to day; both count. */
export function PickDays({ value, onChange }: { value: Days; onChange: (days: Days) => void }) {
  const pick = (which: keyof Days) => (event: { target: { value: string } }) => {
    if (event.target.value) onChange({ ...value, [which]: event.target.value });
  };
  return (
    <Space wrap align="end">
      <Field label="从">
        {(id) => <Input id={id} type="date" value={value.from} max={value.to} onChange={pick('from')} />}
      </Field>
      <Field label="到">
        {(id) => <Input id={id} type="date" value={value.to} min={value.from} onChange={pick('to')} />}
      </Field>
    </Space>
  );
}

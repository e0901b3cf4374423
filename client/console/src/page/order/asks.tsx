import { Button, Input } from 'antd';
import { PickUnit } from '../../part/pick';
import './command.css';

interface Ask {
  unitId: string | null;
  request: string;
  dueOn: string;
}
interface Asked {
  id?: string;
  value?: Ask[];
  onChange?: (value: Ask[]) => void;
}
const most = 9;

/** Units that must assist by a day: a line each, as many as the case needs. */
export function Asks({ id, value = [], onChange }: Asked) {
  const put = (at: number, patch: Partial<Ask>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...patch } : each)));
  return (
    <div className="asks" id={id}>
      {value.map((ask, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are added and removed at the end only
        <fieldset key={at}>
          <legend>第 {at + 1} 个协办单位</legend>
          <PickUnit
            value={ask.unitId}
            onChange={(unitId) => put(at, { unitId })}
            label={`第 ${at + 1} 个协办单位`}
          />
          <Input
            aria-label="要它做什么"
            placeholder="要它做什么"
            value={ask.request}
            onChange={(event) => put(at, { request: event.target.value })}
          />
          <Input
            type="date"
            aria-label="回复期限"
            value={ask.dueOn}
            onChange={(event) => put(at, { dueOn: event.target.value })}
          />
        </fieldset>
      ))}
      <Button
        size="small"
        disabled={value.length >= most}
        onClick={() => onChange?.([...value, { unitId: null, request: '', dueOn: '' }])}
      >
        添加协办单位
      </Button>{' '}
      {value.length > 0 ? (
        <Button size="small" type="text" onClick={() => onChange?.(value.slice(0, -1))}>
          去掉最后一个
        </Button>
      ) : null}
    </div>
  );
}

import { Input, InputNumber, Radio, Select } from 'antd';
import type { OrderView } from '../../../../../shared/order/view';
import { Attach } from '../../part/attach/attach';
import { TextEntry } from '../../part/text-entry';
import { type UnitItem, useUnits } from '../../query/order';
import type { Field } from '../../word/command/field';
import { Asks } from './asks';
import './command.css';

interface Bound {
  field: Field;
  order: OrderView;
  id?: string;
  value?: never;
  onChange?: never;
}

function isBelow(unit: UnitItem, above: string, all: UnitItem[]): boolean {
  if (unit.parentId === null) return false;
  if (unit.parentId === above) return true;
  const parent = all.find((each) => each.id === unit.parentId);
  return parent !== undefined && parent !== unit && isBelow(parent, above, all);
}

/** The units that may be meant: for work handed down only those below, otherwise all but one's own. */
function unitsFor(field: Field, order: OrderView, all: UnitItem[]): UnitItem[] {
  const usable = all.filter((each) => each.usable);
  const holder = order.holder?.id ?? '';
  if (field.units === 'below') return usable.filter((each) => isBelow(each, holder, all));
  return field.units === 'others' ? usable.filter((each) => each.id !== order.lead?.id) : usable;
}

function optionsFor(field: Field, order: OrderView, units: UnitItem[]) {
  if (field.kind === 'unit')
    return unitsFor(field, order, units).map((each) => ({ value: each.id, label: each.name }));
  if (field.kind === 'extension')
    return order.extensions
      .filter((each) => each.state === 'asked')
      .map((each) => ({ value: each.id, label: `延期 ${each.days} 个工作日` }));
  const states = field.assists ?? ['open', 'declined'];
  return order.assists
    .filter((each) => states.includes(each.state) && (!field.mine || each.mine))
    .map((each) => ({ value: each.id, label: `${each.unit.name}（${each.stateWord}）` }));
}

function Choice({ field, id, value, onChange, ...rest }: Bound) {
  const common = { ...(id ? { id } : {}), value, onChange };
  if ((field.choices?.length ?? 0) <= 5)
    return (
      <Radio.Group {...common}>
        {field.choices?.map((each) => (
          <Radio
            key={String(each.value)}
            value={each.value}
            data-testid={`field-${field.name}-${each.value}`}
          >
            {each.label}
          </Radio>
        ))}
      </Radio.Group>
    );
  return (
    <select
      {...common}
      aria-required={!field.optional}
      {...('aria-describedby' in rest ? { 'aria-describedby': String(rest['aria-describedby']) } : {})}
      className="native-select"
      data-testid={`field-${field.name}`}
    >
      <option value="">请选择</option>
      {field.choices?.map((each) => (
        <option key={String(each.value)} value={String(each.value)}>
          {each.label}
        </option>
      ))}
    </select>
  );
}

/** The control of one field of a command's form. */
export function Control(bound: Bound) {
  const { field, order, ...rest } = bound;
  const units = useUnits();
  const common = { ...rest, 'data-testid': `field-${field.name}` };
  switch (field.kind) {
    case 'choice':
    case 'contact':
      return <Choice {...bound} />;
    case 'unit':
    case 'assist':
    case 'extension':
      return (
        <Select
          {...common}
          showSearch={{ optionFilterProp: 'label' }}
          options={optionsFor(field, order, units.data?.items ?? [])}
          placeholder="输入名称查找"
          notFoundContent="没有可选的"
        />
      );
    case 'asks':
      return <Asks {...rest} />;
    case 'files':
      return <Attach {...rest} />;
    case 'number':
      return <InputNumber {...common} min={1} max={30} />;
    case 'day':
      return <Input {...common} type="date" />;
    case 'line':
      return <Input {...common} />;
    default:
      return <TextEntry {...common} order={order} />;
  }
}

import { Alert, Button, Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { OrderView } from '../../../../shared/order/view';
import { useRunCommand, useUnits } from '../query/order';
import { Refused } from '../request/request';
import { commandForms, type Field, mainCommands } from '../word/command-form';
import { TextEntry } from './text-entry';

function Control({
  field,
  order,
  ...bound
}: {
  field: Field;
  order: OrderView;
  id?: string;
  value?: never;
  onChange?: never;
}) {
  const units = useUnits();
  const common = { ...bound, 'data-testid': `field-${field.name}` };
  if (field.kind === 'choice' && (field.choices?.length ?? 0) <= 4) {
    return (
      <Radio.Group {...bound}>
        {field.choices?.map(({ value, label }) => (
          <Radio key={String(value)} value={value} data-testid={`field-${field.name}-${value}`}>
            {label}
          </Radio>
        ))}
      </Radio.Group>
    );
  }
  if (field.kind === 'choice') {
    return (
      <select {...common} className="ant-input" style={{ width: '100%', height: 36 }}>
        <option value="">请选择</option>
        {field.choices?.map(({ value, label }) => (
          <option key={String(value)} value={String(value)}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  const options = {
    unit: units.data?.items
      .filter((each) => each.usable)
      .map((each) => ({ value: each.id, label: each.name })),
    assist: order.assists
      .filter((each) => ['open', 'declined'].includes(each.state))
      .map((each) => ({ value: each.id, label: each.unit.name })),
    extension: order.extensions
      .filter((each) => each.state === 'asked')
      .map((each) => ({ value: each.id, label: `延期 ${each.days} 个工作日` })),
  };
  if (field.kind === 'unit' || field.kind === 'assist' || field.kind === 'extension') {
    return (
      <Select
        {...common}
        showSearch={{ optionFilterProp: 'label' }}
        options={options[field.kind] ?? []}
        placeholder="输入名称查找"
      />
    );
  }
  if (field.kind === 'number') return <InputNumber {...common} min={1} max={30} />;
  if (field.kind === 'day') return <Input {...common} type="date" />;
  return field.kind === 'line' ? <Input {...common} /> : <TextEntry {...common} order={order} />;
}

/** Turns what the form holds into the body the API takes. */
function bodyOf(command: string, values: Record<string, unknown>, order: OrderView): Record<string, unknown> {
  const form = commandForms[command];
  const filled = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  const numbers =
    form?.fields.filter((field) => field.name === 'satisfaction').map((field) => field.name) ?? [];
  const body = Object.fromEntries(
    filled.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
  );
  return form?.bare ? body : { version: order.version, ...body };
}

function CommandForm({ command, order, onDone }: { command: string; order: OrderView; onDone: () => void }) {
  const run = useRunCommand(order.number);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm();
  const shape = commandForms[command];
  const submit = async (values: Record<string, unknown>) => {
    setBusy(true);
    setRefused(null);
    try {
      await run(command, bodyOf(command, values, order));
      onDone();
    } catch (error) {
      setRefused(error instanceof Refused ? error : new Refused(0, '', '没有提交成功，请再试一次。'));
    }
    setBusy(false);
  };
  const start = Object.fromEntries((shape?.fields ?? []).map((field) => [field.name, field.start]));
  return (
    <Form form={form} layout="vertical" initialValues={start} onFinish={submit}>
      {refused ? (
        <Alert
          type="error"
          showIcon
          title={refused.message}
          description={refused.errors.map((each) => each.message).join('；')}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      {shape?.fields.map((field) => (
        <Form.Item
          key={field.name}
          name={field.name}
          label={field.label}
          rules={field.optional ? [] : [{ required: true, message: '请填写' }]}
        >
          <Control field={field} order={order} />
        </Form.Item>
      ))}
      {shape?.fields.length === 0 ? <p>确定{shape.title}吗？</p> : null}
      <Button type="primary" htmlType="submit" loading={busy} data-testid="command-submit">
        确定{shape?.title}
      </Button>
    </Form>
  );
}

const weight = (command: string) => {
  const at = mainCommands.indexOf(command);
  return at < 0 ? mainCommands.length : at;
};

/** The buttons this person has now, as the server says, and the form of each. */
export function CommandPanel({ order }: { order: OrderView }) {
  const [open, setOpen] = useState<string | null>(null);
  const offered = order.commands
    .filter((command) => commandForms[command])
    .sort((a, b) => weight(a) - weight(b));
  if (offered.length === 0) return <p className="muted">现在没有需要您做的事。</p>;
  return (
    <div className="commands">
      {offered.map((command) => (
        <Button
          key={command}
          type={weight(command) < mainCommands.length ? 'primary' : 'default'}
          onClick={() => setOpen(command)}
          data-testid={`command-${command}`}
        >
          {commandForms[command]?.title}
        </Button>
      ))}
      <Modal
        open={open !== null}
        title={open ? commandForms[open]?.title : ''}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        {open ? <CommandForm key={open} command={open} order={order} onDone={() => setOpen(null)} /> : null}
      </Modal>
    </div>
  );
}

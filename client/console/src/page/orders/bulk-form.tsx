import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import type { BulkCommand, BulkResult } from '../../../../../shared/order/bulk';
import { Refusal } from '../../part/refusal';
import { useUnits } from '../../query/order';
import { request } from '../../request/request';
import type { Field } from '../../word/command/field';
import { commandForms } from '../../word/command-form';
import { BulkResults } from './bulk-results';
import type { Chosen } from './use-choosing';

interface Bound {
  id?: string;
  value?: string;
  onChange?: (value: unknown) => void;
}

function Entry({ field, ...bound }: { field: Field } & Bound) {
  const units = useUnits();
  if (field.kind === 'choice')
    return (
      <Radio.Group
        {...bound}
        options={(field.choices ?? []).map(({ value, label }) => ({ value: String(value), label }))}
      />
    );
  if (field.kind === 'unit')
    return (
      <Select
        {...bound}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入名称查找"
        options={(units.data?.items ?? [])
          .filter((each) => each.usable)
          .map((each) => ({ value: each.id, label: each.name }))}
      />
    );
  return (
    <Input.TextArea
      {...bound}
      autoSize={{ minRows: 3 }}
      maxLength={1000}
      data-testid={`bulk-field-${field.name}`}
    />
  );
}

const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

interface Asked {
  command: BulkCommand;
  orders: Chosen[];
  /** With the numbers that were refused, once it was tried. */
  onClose: (refused?: string[]) => void;
}

/** One form for all chosen orders, and afterwards how it went with each. */
export function BulkForm({ command, orders, onClose }: Asked) {
  const client = useQueryClient();
  const shape = commandForms[command];
  // A file goes with one order alone.
  const fields = (shape?.fields ?? []).filter((field) => field.kind !== 'files');
  const run = useMutation({
    mutationFn: (input: Record<string, unknown>) =>
      request<{ results: BulkResult[] }>('POST', '/desk/bulk', { command, orders, input: filled(input) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['summary'] });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  const results = run.data?.results;
  const close = () => onClose(results?.filter((each) => !each.done).map((each) => each.number));
  return (
    <Modal
      open
      title={`${shape?.title ?? ''}，${orders.length} 件`}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      {results ? (
        <BulkResults title={shape?.title ?? ''} results={results} onClose={close} />
      ) : (
        <Form layout="vertical" onFinish={(values: Record<string, unknown>) => run.mutate(values)}>
          <Refusal error={run.error} />
          {shape?.intro ? <p>{shape.intro}</p> : null}
          {fields.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={field.when ? `${field.label}（改动过的才要）` : field.label}
              rules={field.optional || field.when ? [] : [{ required: true, message: '请填写' }]}
            >
              <Entry field={field} />
            </Form.Item>
          ))}
          <p className="muted">逐件办理，和单独办理的规则一样；不能办的会说明原因，不影响其他的。</p>
          <Button type="primary" htmlType="submit" loading={run.isPending} data-testid="bulk-submit">
            确定{shape?.title} {orders.length} 件
          </Button>
        </Form>
      )}
    </Modal>
  );
}

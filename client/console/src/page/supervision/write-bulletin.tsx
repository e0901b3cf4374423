import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../part/refusal';
import { useOrders } from '../../query/desk';
import { useUnits } from '../../query/order';
import { request } from '../../request/request';

interface Typed {
  title: string;
  text: string;
  unitIds: string[];
  orderNumbers?: string[];
}
const need = [{ required: true, message: '请填写' }];

/** Names units and the orders where something was found; the orders that wait for it are offered, and bring their units. */
export function WriteBulletin({ orders, onDone }: { orders: string[]; onDone: () => void }) {
  const units = useUnits();
  const due = useOrders('queue=bulletin&limit=100');
  const [refused, setRefused] = useState<unknown>(null);
  const [form] = Form.useForm<Typed>();
  const cards = due.data?.items ?? [];
  const unitsOf = (numbers: string[]) =>
    cards.filter(({ number }) => numbers.includes(number)).flatMap(({ lead }) => lead?.id ?? []);
  const addUnits = (numbers: string[]) => {
    const before: string[] = form.getFieldValue('unitIds') ?? [];
    form.setFieldValue('unitIds', [...new Set([...before, ...unitsOf(numbers)])]);
  };
  const submit = async (typed: Typed) => {
    try {
      await request('POST', '/desk/bulletins', { ...typed, orderNumbers: typed.orderNumbers ?? [] });
      setRefused(null);
      form.resetFields();
      onDone();
    } catch (error) {
      setRefused(error);
    }
  };
  if (due.isPending) return null;
  return (
    <section className="card" style={{ maxWidth: 760 }}>
      <h3>写通报</h3>
      <Refusal error={refused} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ orderNumbers: orders, unitIds: [...new Set(unitsOf(orders))] }}
        onFinish={submit}
      >
        <Form.Item name="title" label="标题" rules={need}>
          <Input data-testid="bulletin-title" />
        </Form.Item>
        <Form.Item
          name="orderNumbers"
          label={`涉及的工单（待通报 ${cards.length} 件）`}
          extra="选了工单，会带出它的主办单位"
        >
          <Select
            mode="tags"
            tokenSeparators={[' ', '，', '、', ',']}
            onChange={addUnits}
            options={cards.map((card) => ({
              value: card.number,
              label: `${card.number}　${card.lead?.name ?? ''}　${card.matter ?? ''}`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="unitIds" label="通报哪些单位" rules={need}>
          <Select
            mode="multiple"
            options={units.data?.items.map((each) => ({ value: each.id, label: each.name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="text" label="内容" rules={need}>
          <Input.TextArea rows={5} data-testid="bulletin-text" />
        </Form.Item>
        <Button type="primary" htmlType="submit" data-testid="bulletin-submit">
          发布
        </Button>
      </Form>
    </section>
  );
}

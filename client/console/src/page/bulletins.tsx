import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { shortTime } from '../part/light';
import { useUnits } from '../query/order';
import type { Me } from '../query/staff';
import { request } from '../request/request';

interface Bulletin {
  id: string;
  title: string;
  text: string;
  at: string;
  units: string[];
}

function Write({ onDone }: { onDone: () => void }) {
  const units = useUnits();
  const [problem, setProblem] = useState('');
  const [form] = Form.useForm();
  const submit = async (typed: { title: string; text: string; unitIds: string[]; numbers?: string }) => {
    const orderNumbers = (typed.numbers ?? '').split(/[\s,，、]+/).filter(Boolean);
    try {
      await request('POST', '/desk/bulletins', {
        title: typed.title,
        text: typed.text,
        unitIds: typed.unitIds,
        orderNumbers,
      });
      form.resetFields();
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const need = [{ required: true, message: '请填写' }];
  return (
    <section className="card" style={{ maxWidth: 760 }}>
      <h3>写通报</h3>
      {problem ? <Alert type="error" title={problem} /> : null}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="title" label="标题" rules={need}>
          <Input />
        </Form.Item>
        <Form.Item name="unitIds" label="通报哪些单位" rules={need}>
          <Select
            mode="multiple"
            options={units.data?.items.map((each) => ({ value: each.id, label: each.name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="numbers" label="涉及的工单编号（用空格隔开）">
          <Input />
        </Form.Item>
        <Form.Item name="text" label="内容" rules={need}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          发布
        </Button>
      </Form>
    </section>
  );
}

/** Bulletins: written by the supervisor, read by the units they name and by inspection. */
export default function Bulletins({ me }: { me: Me }) {
  const mayWrite = me.roles.some((each) => each.role === 'supervisor');
  const found = useQuery({
    queryKey: ['bulletins'],
    queryFn: () => request<{ items: Bulletin[] }>('GET', '/desk/bulletins'),
  });
  return (
    <>
      <h2>通报</h2>
      {mayWrite ? <Write onDone={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty description="还没有通报" /> : null}
      {found.data?.items.map((each) => (
        <section className="card" key={each.id}>
          <h3>{each.title}</h3>
          <p className="muted">
            {shortTime(each.at)}　{each.units.join('、')}
          </p>
          <p className="story">{each.text}</p>
          <Button size="small" href={`/api/reports/bulletins/${each.id}/bulletin.docx`}>
            下载文档
          </Button>
        </section>
      ))}
    </>
  );
}

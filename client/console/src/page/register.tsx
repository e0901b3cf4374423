import { Alert, AutoComplete, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { causes, stages } from '../../../../shared/order/vocabulary';
import type { Me } from '../query/staff';
import { Refused, request } from '../request/request';

interface Receipt {
  number: string;
  queryCode: string;
  sentence: string;
}
interface Typed {
  name: string;
  phone?: string;
  matter?: string;
  stage: string;
  story: string;
  outcome: string;
  reply?: string;
  cause?: string;
  basis?: string;
}

function Slip({ receipt, onNext }: { receipt: Receipt; onNext: () => void }) {
  return (
    <section className="card slip">
      <h2>登记回执</h2>
      编号<b data-testid="slip-number">{receipt.number}</b>
      查询码<b data-testid="slip-code">{receipt.queryCode}</b>
      <p>{receipt.sentence}</p>
      <p>凭编号和查询码可以查看进度、评价结果。</p>
      <div className="commands noprint" style={{ justifyContent: 'center' }}>
        <Button type="primary" onClick={() => window.print()}>
          打印回执
        </Button>
        <Button onClick={onNext}>登记下一位</Button>
      </div>
    </section>
  );
}

/** Every visitor is registered; the outcome decides how far the order goes at once (spec 2). */
export default function Register({ me }: { me: Me }) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [found, setFound] = useState<{ value: string; id: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<Typed>();
  const outcome = Form.useWatch('outcome', form);
  const clerk = me.roles.some((held) => held.role === 'clerk');
  if (receipt) return <Slip receipt={receipt} onNext={() => setReceipt(null)} />;
  const search = async (q: string) => {
    const answer = await request<{ items: { id: string; name: string }[] }>(
      'GET',
      `/public/matters?limit=10&q=${encodeURIComponent(q)}`,
    );
    setFound(answer.items.map(({ id, name }) => ({ value: name, id })));
  };
  const submit = async (typed: Typed) => {
    setBusy(true);
    const known = found.find((each) => each.value === typed.matter);
    const matter = known ? { matterId: known.id } : typed.matter ? { matterText: typed.matter } : {};
    const { reply, cause, basis } = typed;
    const settled =
      typed.outcome === 'on-the-spot'
        ? { reply, cause }
        : typed.outcome === 'out-of-scope'
          ? { reply, basis }
          : {};
    const body = {
      channel: clerk ? 'window' : 'phone',
      reporter: { kind: 'person', name: typed.name, ...(typed.phone ? { phone: typed.phone } : {}) },
      report: { stage: typed.stage, story: typed.story, ...matter },
      outcome: typed.outcome,
      ...settled,
    };
    try {
      setReceipt(await request<Receipt>('POST', '/desk/orders', body));
      setRefused(null);
      form.resetFields();
    } catch (error) {
      setRefused(error instanceof Refused ? error : null);
    }
    setBusy(false);
  };
  const need = (message: string) => [{ required: true, message }];
  return (
    <section className="card" style={{ maxWidth: 760 }}>
      <h2>{clerk ? '窗口登记' : '电话登记'}</h2>
      {refused ? (
        <Alert
          type="error"
          showIcon
          title={refused.message}
          description={refused.errors.map((each) => each.message).join('；')}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ stage: 'not-solved-at-centre', outcome: 'route' }}
      >
        <Form.Item name="name" label="姓名" rules={need('请填写姓名')}>
          <Input autoFocus data-testid="field-name" />
        </Form.Item>
        <Form.Item name="phone" label="手机号（没有可以不填，凭回执查询）">
          <Input inputMode="tel" maxLength={11} data-testid="field-phone" />
        </Form.Item>
        <Form.Item name="matter" label="事项（可输入名称、拼音或首字母）">
          <AutoComplete options={found} onSearch={(q) => void search(q)} data-testid="field-matter" />
        </Form.Item>
        <Form.Item name="stage" label="卡在哪一步">
          <Radio.Group options={Object.entries(stages).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="story"
          label="发生了什么（至少 10 个字）"
          rules={[{ required: true, min: 10, message: '请至少写 10 个字' }]}
        >
          <Input.TextArea rows={4} maxLength={2000} showCount data-testid="field-story" />
        </Form.Item>
        <Form.Item name="outcome" label="怎么办">
          <Radio.Group
            options={[
              { value: 'route', label: '派给单位' },
              ...(clerk
                ? [
                    { value: 'own', label: '本中心办理' },
                    { value: 'on-the-spot', label: '当场解决' },
                  ]
                : []),
              { value: 'out-of-scope', label: '不在受理范围' },
            ]}
          />
        </Form.Item>
        {outcome === 'on-the-spot' || outcome === 'out-of-scope' ? (
          <Form.Item name="reply" label={outcome === 'on-the-spot' ? '答复' : '解释'} rules={need('请填写')}>
            <Input.TextArea rows={3} data-testid="field-reply" />
          </Form.Item>
        ) : null}
        {outcome === 'on-the-spot' ? (
          <Form.Item name="cause" label="原因" rules={need('请选择原因')}>
            <Radio.Group options={Object.entries(causes).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        ) : null}
        {outcome === 'out-of-scope' ? (
          <Form.Item name="basis" label="依据" rules={need('请填写依据')}>
            <Input data-testid="field-basis" />
          </Form.Item>
        ) : null}
        <Button type="primary" htmlType="submit" size="large" loading={busy} data-testid="register-submit">
          登记
        </Button>
      </Form>
    </section>
  );
}

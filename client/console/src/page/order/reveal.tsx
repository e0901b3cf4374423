import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../part/refusal';
import { request } from '../../request/request';
import './story.css';

interface Clear {
  name: string | null;
  phone: string | null;
  enterpriseName: string | null;
  onBehalfOf: string | null;
}

/**
 * Name and phone in clear; each look is recorded with its reason (spec 6): the one that is plain from what is being done,
 * otherwise one that is asked for. On a phone the number can be dialled.
 */
export function Reveal({ number, because }: { number: string; because?: string }) {
  const [open, setOpen] = useState(false);
  const [clear, setClear] = useState<Clear | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const look = async ({ reason }: { reason: string }) => {
    try {
      setClear(await request<Clear>('POST', `/orders/${number}/reveal`, { reason }));
      setRefused(null);
    } catch (error) {
      setRefused(error);
    }
  };
  if (clear)
    return (
      <p className="revealed" data-testid="revealed">
        <b>{clear.name}</b>
        {clear.phone ? <a href={`tel:${clear.phone}`}>{clear.phone}</a> : <span>未留电话</span>}
        {clear.enterpriseName ? <span>{clear.enterpriseName}</span> : null}
        {clear.onBehalfOf ? <span>代 {clear.onBehalfOf} 反映</span> : null}
      </p>
    );
  if (!open)
    return (
      <>
        <Button
          size={because ? 'middle' : 'small'}
          onClick={() => (because ? void look({ reason: because }) : setOpen(true))}
          data-testid="reveal"
        >
          {because ? `显示号码（记为“${because}”）` : '查看联系方式'}
        </Button>
        <Refusal error={refused} />
      </>
    );
  return (
    <Form layout="vertical" className="reveal" onFinish={look}>
      <Refusal error={refused} />
      <Form.Item
        name="reason"
        label="为什么要看（会留痕）"
        rules={[{ required: true, min: 2, message: '请写明理由' }]}
      >
        <Input autoFocus data-testid="reveal-reason" />
      </Form.Item>
      <Button htmlType="submit" data-testid="reveal-submit">
        查看
      </Button>
      <Button type="text" onClick={() => setOpen(false)}>
        取消
      </Button>
    </Form>
  );
}

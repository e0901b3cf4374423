import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover, Space } from 'antd';
import type { OrderView } from '../../../../shared/order/view';
import { request } from '../request/request';
import { shortTime } from './light';

interface Template {
  id: string;
  title: string;
  text: string;
  unit: string | null;
}

/** {编号} and the like, filled from the order; what is not known stays to be typed. */
export function fillTemplate(text: string, order: OrderView): string {
  const values: Record<string, string | null> = {
    编号: order.number,
    事项: order.matter,
    单位: order.lead?.name ?? order.holder?.name ?? null,
    期限: order.dueAt ? shortTime(order.dueAt) : null,
  };
  return text.replace(/\{(编号|事项|单位|期限)\}/g, (whole, name: string) => values[name] ?? whole);
}

function Templates({ order, onPick }: { order: OrderView; onPick: (text: string) => void }) {
  const found = useQuery({
    queryKey: ['reply-templates'],
    queryFn: () => request<{ items: Template[] }>('GET', '/console/reply-templates'),
  });
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: (id: string) => request('DELETE', `/console/reply-templates/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reply-templates'] }),
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return <p className="muted">还没有常用语。写好一段话后，点“存为常用语”。</p>;
  return (
    <div style={{ maxWidth: 420, maxHeight: 320, overflow: 'auto' }}>
      {items.map((each) => (
        <p key={each.id}>
          <Button size="small" onClick={() => onPick(fillTemplate(each.text, order))}>
            {each.title}
          </Button>{' '}
          <span className="muted">{each.unit ?? '我的'}</span>{' '}
          {each.unit ? null : (
            <Button size="small" type="text" onClick={() => drop.mutate(each.id)}>
              删去
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}

interface Entry {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  order: OrderView;
  'data-testid'?: string;
}

/** A longer text, begun from a template or kept as one. */
export function TextEntry({ order, value = '', onChange, ...bound }: Entry) {
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () =>
      request('POST', '/console/reply-templates', { title: value.trim().slice(0, 16), text: value.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reply-templates'] }),
  });
  const add = (text: string) => onChange?.(value ? `${value}\n${text}` : text);
  return (
    <>
      <Input.TextArea
        {...bound}
        rows={3}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Space style={{ marginTop: 4 }}>
        <Popover trigger="click" title="常用语" content={<Templates order={order} onPick={add} />}>
          <Button size="small">常用语</Button>
        </Popover>
        <Button
          size="small"
          disabled={value.trim().length < 2}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {keep.isSuccess ? '已存' : '存为常用语'}
        </Button>
      </Space>
    </>
  );
}

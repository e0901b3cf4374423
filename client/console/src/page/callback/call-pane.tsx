import { Alert, Spin } from 'antd';
import { Link } from 'react-router';
import { useOrder } from '../../query/order';
import { Outcome } from '../order/outcome';
import '../order/command.css';
import type { CallList } from './call-lists';
import { CallbackForm } from './callback-form';

/** The chosen order: what was reported and answered, and the call. */
export function CallPane({ list, number, onDone }: { list: CallList; number: string; onDone: () => void }) {
  const found = useOrder(number);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" showIcon title={found.error?.message ?? '没有找到这件工单'} />;
  const order = found.data;
  const command = list.call === 'declined-check' ? 'note' : list.call;
  const may = order.commands.some((each) => each === command);
  return (
    <div data-order={number}>
      <section className="card doing">
        <h3>
          {order.matter ?? '事项不清楚'}　<Link to={`/orders/${number}`}>{number}</Link>
        </h3>
        {may ? (
          <CallbackForm call={list.call} order={order} onDone={onDone} />
        ) : (
          <p>这一件是您办理的，请办理人以外的同事回访，或者已经有人回访过了。</p>
        )}
      </section>
      <section className="card">
        <h3>反映的事</h3>
        <p className="story">{order.story}</p>
      </section>
      <Outcome order={order} />
    </div>
  );
}

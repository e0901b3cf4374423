import { Alert, Spin } from 'antd';
import { useParams } from 'react-router';
import { useOrder } from '../../query/order';
import type { Me } from '../../query/staff';
import { Assists } from './assists';
import { Clocks } from './clocks';
import { CommandPanel } from './command-panel';
import { Custody } from './custody';
import { OrderHead } from './order-head';
import { Outcome } from './outcome';
import { Related } from './related';
import { Story } from './story';
import { Timeline } from './timeline';
import { useCommand } from './use-command';
import './order.css';

/** One order: what happened, what may be done now, and by when. */
export default function OrderPage({ me }: { me: Me }) {
  const { number = '' } = useParams();
  const found = useOrder(number);
  const doing = useCommand();
  if (found.isPending) return <Spin />;
  if (!found.data)
    return (
      <div data-order={number}>
        <Alert type="error" showIcon title={found.error?.message ?? '没有找到这件工单'} />
      </div>
    );
  const order = found.data;
  return (
    <div data-order={order.number} className="order-page">
      <OrderHead order={order} me={me} doing={doing} />
      <div className="order">
        <div className="order-side">
          <CommandPanel key={order.number} order={order} doing={doing} />
          <Clocks order={order} />
          <Assists order={order} />
          <Custody order={order} />
          <Related order={order} />
        </div>
        <div className="order-main">
          <Story order={order} />
          <Outcome order={order} />
          <Timeline order={order} />
        </div>
      </div>
    </div>
  );
}

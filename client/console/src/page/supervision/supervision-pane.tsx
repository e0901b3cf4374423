import { Alert, Button, Spin } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Light, shortTime } from '../../part/light';
import { useOrder } from '../../query/order';
import { commandForms } from '../../word/command-form';
import { Clocks } from '../order/clocks';
import { CommandForm } from '../order/command-form';
import '../order/order.css';
import { Demands } from './demands';
import type { SupervisionList } from './supervision-lists';
import '../order/command.css';

interface Shown {
  list: SupervisionList;
  number: string;
  onDone: () => void;
}

/** The chosen order: what was found and demanded, what the unit answered, and the form of what is to be done. */
export function SupervisionPane({ list, number, onDone }: Shown) {
  const found = useOrder(number);
  const drafts = useRef({});
  const [open, setOpen] = useState<string | null>(null);
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" showIcon title={found.error?.message ?? '没有找到这件工单'} />;
  const order = found.data;
  const may = list.commands.filter((command) => order.commands.includes(command));
  const done = () => {
    setOpen(null);
    onDone();
  };
  return (
    <div data-order={number} className="order-page">
      <section className="card">
        <h3>
          {order.matter ?? '事项不清楚'}　<Link to={`/orders/${number}`}>{number}</Link>
        </h3>
        <p className="order-facts">
          <span>主办 {order.lead?.name ?? '—'}</span>
          <Light light={order.light} />
          {order.dueAt ? (
            <span className="muted">
              {shortTime(order.dueAt)} 到期，{order.countdown}
            </span>
          ) : null}
        </p>
        <Demands order={order} />
        {open === null ? (
          <p className="form-end">
            {may.map((command, at) => (
              <Button
                key={command}
                type={at === 0 ? 'primary' : 'default'}
                onClick={() => setOpen(command)}
                data-testid={`do-${command}`}
              >
                {commandForms[command]?.title}
              </Button>
            ))}
            {list.id === 'bulletin' && may.length > 0 ? (
              <Link to={`/bulletins?orders=${number}`} className="as-button" data-testid="name-it">
                写入通报
              </Link>
            ) : null}
          </p>
        ) : (
          <CommandForm
            key={open}
            command={open}
            order={order}
            drafts={drafts}
            given={{}}
            onDone={done}
            onClose={() => setOpen(null)}
          />
        )}
      </section>
      <Clocks order={order} />
    </div>
  );
}

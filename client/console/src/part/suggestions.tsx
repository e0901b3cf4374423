import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { OrderView } from '../../../../shared/order/view';
import { useRunCommand } from '../query/order';
import { request } from '../request/request';

interface Answer {
  units: { unit: { id: string; name: string }; probability: number; reason: string }[];
  duplicates: { number: string; reason: string }[];
}

/** Ranked units with reason and probability: one click dispatches, a person decides (spec 2, rule 5). */
export function Suggestions({ order }: { order: OrderView }) {
  const run = useRunCommand(order.number);
  const { message } = App.useApp();
  const found = useQuery({
    queryKey: ['suggestions', order.number],
    queryFn: () => request<Answer>('GET', `/desk/orders/${order.number}/suggestions`),
  });
  const send = async (unitId: string, reason: string) => {
    try {
      await run('dispatch', { version: order.version, unitId, reason });
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <div style={{ marginTop: 14 }}>
      {found.data?.units.map((each) => (
        <p key={each.unit.id}>
          <Button size="small" onClick={() => void send(each.unit.id, each.reason)}>
            派给{each.unit.name}
          </Button>{' '}
          <span className="muted">
            把握 {Math.round(each.probability * 100)}%，{each.reason}
          </span>
        </p>
      ))}
      {found.data?.duplicates.map((each) => (
        <p key={each.number}>
          可能重复：<Link to={`/orders/${each.number}`}>{each.number}</Link>{' '}
          <span className="muted">{each.reason}</span>
        </p>
      ))}
    </div>
  );
}

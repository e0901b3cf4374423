import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { OrderView } from '../../../../shared/order/view';
import { useRunCommand } from '../query/order';
import { request } from '../request/request';
import './suggestions.css';

interface Suggested {
  unit: { id: string; name: string };
  probability: number;
  reason: string;
}
interface Answer {
  units: Suggested[];
  duplicates: { number: string; reason: string }[];
}
const shownAtFirst = 3;

/** Ranked units with reason and probability: one click or Alt and a digit dispatches, a person decides (spec 2, rule 5). */
export function Suggestions({ order }: { order: OrderView }) {
  const run = useRunCommand(order.number);
  const { message } = App.useApp();
  const [all, setAll] = useState(false);
  const found = useQuery({
    queryKey: ['suggestions', order.number],
    queryFn: () => request<Answer>('GET', `/desk/orders/${order.number}/suggestions`),
  });
  const units = found.data?.units ?? [];
  const send = async ({ unit, reason }: Suggested) => {
    try {
      await run.command('dispatch', { version: order.version, unitId: unit.id, reason });
      void message.success(`已派给${unit.name}`);
    } catch (error) {
      void message.error((error as Error).message);
      await run.refresh();
    }
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chosen =
        event.altKey && /^Digit[1-5]$/.test(event.code) && units[Number(event.code.slice(5)) - 1];
      if (!chosen) return;
      event.preventDefault();
      void send(chosen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <>
      {units.length > 0 ? <h4 className="suggested">建议派给（Alt+数字直接派单）</h4> : null}
      <ol className="suggestions">
        {units.slice(0, all ? units.length : shownAtFirst).map((each, at) => (
          <li key={each.unit.id}>
            <Button
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => void send(each)}
              data-testid={`suggested-${at + 1}`}
            >
              {at + 1}　{each.unit.name}
            </Button>
            <span className="muted">
              把握 {Math.round(each.probability * 100)}%，{each.reason}
            </span>
          </li>
        ))}
      </ol>
      {units.length > shownAtFirst && !all ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          再看 {units.length - shownAtFirst} 个
        </Button>
      ) : null}
      {found.data?.duplicates.map((each) => (
        <p key={each.number} className="duplicate">
          可能重复：<Link to={`/orders/${each.number}`}>{each.number}</Link>{' '}
          <span className="muted">{each.reason}</span>{' '}
          {order.commands.includes('merge') ? (
            <Link to={`/orders/${order.number}?do=merge&into=${each.number}`} data-testid="merge-into">
              并入这一件
            </Link>
          ) : null}
        </p>
      ))}
    </>
  );
}

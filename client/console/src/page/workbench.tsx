import { Alert, Empty, Spin } from 'antd';
import { Link } from 'react-router';
import { Light, shortTime } from '../part/light';
import { useOrders, useSummary } from '../query/order';
import './workbench.css';

interface Queue {
  id: string;
  title: string;
}

/** The most pressing orders of one queue, worst light first. */
function Pressing({ queue }: { queue: Queue }) {
  const orders = useOrders(`queue=${queue.id}&sort=due&limit=5`);
  const items = orders.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card">
      <h3>{queue.title}</h3>
      {items.map((card) => (
        <Link key={card.number} to={`/orders/${card.number}`} className="pressing">
          <Light light={card.light} />
          <span className="when">
            {card.countdown ?? '没有期限'}
            <span className="muted"> {shortTime(card.dueAt)}</span>
          </span>
          <span className="what">
            <b>{card.matter ?? '事项不清楚'}</b> <span className="muted">{card.excerpt}</span>
          </span>
          <span className="muted">{card.flags.join('、')}</span>
        </Link>
      ))}
    </section>
  );
}

/** The first orders of each queue that holds any. */
function Urgent({ queues }: { queues: Queue[] }) {
  return (
    <>
      {queues.slice(0, 6).map((queue) => (
        <Pressing key={queue.id} queue={queue} />
      ))}
    </>
  );
}

/** What needs me now: every queue of my roles with its lights; one click to its orders. */
export default function Workbench() {
  const summary = useSummary();
  if (summary.isPending) return <Spin />;
  if (!summary.data) return <Alert type="error" title={summary.error?.message ?? '读取失败'} />;
  const { queues } = summary.data;
  return (
    <>
      <h2>现在要办的</h2>
      {queues.length === 0 ? <Empty description="没有分配给您的队列" /> : null}
      <div className="queues">
        {queues.map((queue) => (
          <Link
            key={queue.id}
            to={`/orders?queue=${queue.id}`}
            className="queue"
            data-testid={`queue-${queue.id}`}
          >
            {queue.title}
            <b>{queue.count}</b>
            {queue.red > 0 ? <span className="light red">■ 已超期 {queue.red} </span> : null}
            {queue.yellow > 0 ? <span className="light yellow">▲ 快到期 {queue.yellow}</span> : null}
            {queue.red + queue.yellow === 0 ? (
              <span className="muted">{queue.count === 0 ? '都办完了' : '时间充足'}</span>
            ) : null}
          </Link>
        ))}
      </div>
      <Urgent queues={queues.filter((queue) => queue.count > 0)} />
    </>
  );
}

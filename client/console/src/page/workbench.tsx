import { Alert, Empty, Spin } from 'antd';
import { Link } from 'react-router';
import { useSummary } from '../query/order';

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
    </>
  );
}

import { Link } from 'react-router';
import { lightShapes } from '../../../../../shared/sla/light';
import type { QueueCount } from '../../query/desk';

function Tile({ queue }: { queue: QueueCount }) {
  const { id, title, count, more, red, yellow } = queue;
  return (
    <Link to={`/orders?queue=${id}`} className={red > 0 ? 'queue late' : 'queue'} data-testid={`queue-${id}`}>
      {title}
      <b>{more ? `${count}+` : count}</b>
      {red > 0 ? (
        <span className="light red">
          {lightShapes.red} 已超期 {red}{' '}
        </span>
      ) : null}
      {yellow > 0 ? (
        <span className="light yellow">
          {lightShapes.yellow} 快到期 {yellow}
        </span>
      ) : null}
      {red + yellow === 0 ? <span className="light green">{lightShapes.green} 时间充足</span> : null}
    </Link>
  );
}

/** Every duty that holds orders as a tile with its lights; those that hold none in one quiet line. */
export function Duties({ queues }: { queues: QueueCount[] }) {
  const full = queues.filter((queue) => queue.count > 0);
  const empty = queues.filter((queue) => queue.count === 0);
  return (
    <section aria-label="各项职责" className="duties">
      {full.length > 0 ? (
        <div className="queues">
          {full.map((queue) => (
            <Tile key={queue.id} queue={queue} />
          ))}
        </div>
      ) : null}
      {empty.length > 0 ? (
        <p className="muted quiet">
          现在没有：
          {empty.map((queue) => (
            <Link key={queue.id} to={`/orders?queue=${queue.id}`} data-testid={`queue-${queue.id}`}>
              {queue.title}
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  );
}

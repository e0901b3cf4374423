import { Link } from 'react-router';
import type { State } from '../../../../../shared/order/state';
import type { OrderView } from '../../../../../shared/order/view';
import { stateWords } from '../../../../../shared/order/vocabulary';
import { shortTime } from '../../part/light';
import './side.css';

/** Earlier and similar reports of this reporter, and what was put together with this one. */
export function Related({ order }: { order: OrderView }) {
  const merged = [...(order.primaryNumber ? [order.primaryNumber] : []), ...order.mergedNumbers];
  if (order.similar.length + merged.length === 0) return null;
  return (
    <section className="card" aria-label="相关的诉求">
      <h3>相关的诉求</h3>
      <ul className="plain">
        {merged.map((number) => (
          <li key={`merged-${number}`} className="related">
            <Link to={`/orders/${number}`}>{number}</Link>
            <span className="muted">{number === order.primaryNumber ? '并入了这一件' : '并入本件'}</span>
          </li>
        ))}
        {order.similar.map((each) => (
          <li key={each.number} className="related">
            <Link to={`/orders/${each.number}`}>{each.number}</Link>
            <span>{each.matter ?? '事项不清楚'}</span>
            <span className="muted">
              {stateWords[each.state as State]}　{shortTime(each.submittedAt)} 提交　{each.why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

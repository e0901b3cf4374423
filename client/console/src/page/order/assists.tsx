import type { OrderView } from '../../../../../shared/order/view';
import { Light, shortTime } from '../../part/light';
import './side.css';

/** What other units were asked, and what they answered; extensions asked for. */
export function Assists({ order }: { order: OrderView }) {
  if (order.assists.length + order.extensions.length === 0) return null;
  return (
    <section className="card" aria-label="协办与延期">
      <h3>协办与延期</h3>
      <ul className="plain">
        {order.assists.map((assist) => (
          <li key={assist.id} className="clock">
            <p>
              <b>{assist.unit.name}</b> {assist.stateWord} <Light light={assist.light} />
              {assist.light && assist.dueAt ? (
                <span className="muted">　{shortTime(assist.dueAt)} 前</span>
              ) : null}
            </p>
            {assist.request ? <p className="muted story">请求：{assist.request}</p> : null}
            {assist.reply ? <p className="story">回复：{assist.reply}</p> : null}
          </li>
        ))}
        {order.extensions.map((extension) => (
          <li key={extension.id} className="clock">
            <p>
              <b>延期 {extension.days} 个工作日</b> {extension.stateWord}
              {extension.state === 'asked' ? (
                <span className="muted">　{shortTime(extension.decideBy)} 前不批视为不同意</span>
              ) : null}
            </p>
            {extension.reason ? <p className="muted story">理由：{extension.reason}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

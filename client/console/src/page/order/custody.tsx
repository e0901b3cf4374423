import type { OrderView } from '../../../../../shared/order/view';
import { spanText } from '../../../../../shared/sla/light';
import { shortTime } from '../../part/light';
import './side.css';

const roleWords: Record<string, string> = {
  dispatcher: '待派单',
  unit: '主办',
  delegate: '具体办理',
  assist: '协办',
};
const lengthMs = ({ fromAt, toAt }: OrderView['custody'][number], now: number) =>
  (toAt === null ? now : Date.parse(toAt)) - Date.parse(fromAt);

/** Who had it, and for how long: a second holder is not blamed for the first one's delay (spec 3). */
export function Custody({ order }: { order: OrderView }) {
  if (order.custody.length === 0) return null;
  const now = Date.now();
  const longest = Math.max(1, ...order.custody.map((held) => lengthMs(held, now)));
  return (
    <section className="card" aria-label="经手">
      <h3>经手</h3>
      <ul className="plain">
        {order.custody.map((held) => (
          <li key={`${held.fromAt}${held.unit.id}${held.role}`} className="held">
            <p>
              <b>{held.unit.name}</b> <span className="muted">{roleWords[held.role] ?? ''}</span>
              <span className="length">{spanText(lengthMs(held, now))}</span>
            </p>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${Math.max(2, (100 * lengthMs(held, now)) / longest)}%` }} />
            </span>
            <p className="muted">
              {shortTime(held.fromAt)} 至 {held.toAt ? shortTime(held.toAt) : '现在'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { OrderView } from '../../../../../shared/order/view';
import { stages } from '../../../../../shared/order/vocabulary';
import { Files } from './files';
import { Reveal } from './reveal';
import './story.css';

/** What was reported, by whom, with its files. */
export function Story({ order }: { order: OrderView }) {
  const where = order.hallName ?? order.placeName;
  const tried = [
    order.triedOn ? `最近一次 ${order.triedOn}` : '',
    order.triedTimes ? `跑了 ${order.triedTimes} 次` : '',
  ].filter(Boolean);
  return (
    <section className="card">
      <h3>{order.matter ?? order.matterText ?? '事项不清楚'}</h3>
      <p className="muted order-facts">
        <span>{stages[order.stage]}</span>
        {where ? <span>{where}</span> : null}
        {tried.length > 0 ? <span>{tried.join('，')}</span> : null}
      </p>
      <p className="story" data-testid="order-story">
        {order.story ?? '内容已删除'}
      </p>
      <Files files={order.files} />
      <div className="reporter">
        <span className="order-facts">
          <span>反映人 {order.reporterName ?? '—'}</span>
          <span>{order.reporterPhone ?? '未留电话'}</span>
          {order.enterpriseName ? <span>{order.enterpriseName}</span> : null}
          {order.onBehalfOf ? <span>代 {order.onBehalfOf}</span> : null}
          {order.reporterPhone && !order.phoneVerified ? <span className="muted">号码未核实</span> : null}
        </span>
        {order.story === null ? null : <Reveal number={order.number} />}
      </div>
    </section>
  );
}

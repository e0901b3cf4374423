import { Button } from 'antd';
import type { OrderView } from '../../../../../shared/order/view';
import { channels, complexities } from '../../../../../shared/order/vocabulary';
import { Light, shortTime } from '../../part/light';
import { ProblemEntry } from '../../part/problem-entry';
import type { Me } from '../../query/staff';
import { commandForms } from '../../word/command-form';
import type { Doing } from './use-command';
import './order-head.css';

/** Number, state, light, who has it and by when; the next step is one click, or the thumb's reach on a phone. */
export function OrderHead({ order, me, doing }: { order: OrderView; me: Me; doing: Doing }) {
  const watches = me.roles.some((held) => ['inspector', 'supervisor'].includes(held.role));
  const step = order.next ? commandForms[order.next]?.title : undefined;
  const next = order.next;
  return (
    <section className="card order-head">
      <div className="order-title">
        <h2 data-testid="order-title">
          {order.number}
          <span className={`order-state ${order.state}`} data-testid="order-state">
            {order.stateWord}
          </span>
        </h2>
        <p className="order-light">
          <Light light={order.light} />
          {order.dueAt ? (
            <span className="muted">
              {shortTime(order.dueAt)} 到期，{order.countdown}
            </span>
          ) : null}
        </p>
      </div>
      <p className="order-sentence">
        <span className="muted">反映人看到：</span>
        {order.sentence}
      </p>
      <p className="muted order-facts">
        <span>{channels[order.channel]}</span>
        <span>提交 {shortTime(order.submittedAt)}</span>
        {order.lead ? <span>主办 {order.lead.name}</span> : null}
        {order.holder && order.holder.id !== order.lead?.id ? <span>现在 {order.holder.name}</span> : null}
        {order.complexity ? <span>难易 {complexities[order.complexity]}</span> : null}
        {order.round > 1 ? <span>第 {order.round} 次办结</span> : null}
        {order.cityNumber ? <span>市编号 {order.cityNumber}</span> : null}
        {order.flags.map((flag) => (
          <b key={flag} className="flag">
            {flag}
          </b>
        ))}
      </p>
      <div className="noprint order-tools">
        {step && next && doing.command !== next ? (
          <Button
            type="primary"
            size="large"
            className="next-step"
            onClick={() => doing.open(next)}
            data-testid="next-step"
          >
            下一步：{step}
          </Button>
        ) : null}
        {watches ? (
          <Button href={`/api/keeping/orders/${order.number}/evidence.zip`} data-testid="evidence">
            导出证据包
          </Button>
        ) : null}
        <ProblemEntry order={order} me={me} />
      </div>
    </section>
  );
}

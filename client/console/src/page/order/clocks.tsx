import type * as z from 'zod';
import type { ClockView, OrderView } from '../../../../../shared/order/view';
import { Light, shortTime } from '../../part/light';
import './side.css';

type Clock = z.infer<typeof ClockView>;
const keyOf = (clock: Clock) => `${clock.kind}${clock.startedAt}${clock.holder?.id}`;
const outcomes = { met: '按时', late: '超期', void: '已取消' };

function Walk({ clock }: { clock: Clock }) {
  return (
    <details>
      <summary>怎么算的</summary>
      <ol className="walk">
        {clock.explanation.split(' · ').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {clock.dueAt === clock.originalDueAt ? null : (
        <p className="muted">原来的期限是 {shortTime(clock.originalDueAt)}。</p>
      )}
      {clock.provisional ? <p className="muted">这一年的放假安排还没有公布，期限可能调整。</p> : null}
    </details>
  );
}

function Running({ clock }: { clock: Clock }) {
  return (
    <li className="clock">
      <p>
        <b>{clock.title}</b> <Light light={clock.light} /> <span>{clock.countdown}</span>
      </p>
      <p className="muted">
        {shortTime(clock.dueAt)} 前　{clock.holder?.name ?? '区政务服务办'}
      </p>
      <Walk clock={clock} />
    </li>
  );
}

/** Every clock that runs, told day by day; those that have ended below, folded. */
export function Clocks({ order }: { order: OrderView }) {
  const running = order.clocks.filter((clock) => clock.running);
  const ended = order.clocks.filter((clock) => !clock.running);
  return (
    <section className="card" aria-label="期限">
      <h3>期限</h3>
      {running.length === 0 ? <p className="muted">没有正在计时的期限。</p> : null}
      <ul className="plain">
        {running.map((clock) => (
          <Running key={keyOf(clock)} clock={clock} />
        ))}
      </ul>
      {ended.length > 0 ? (
        <details>
          <summary>已结束的 {ended.length} 项</summary>
          <ul className="plain">
            {ended.map((clock) => (
              <li key={keyOf(clock)} className="clock">
                <p>
                  <b>{clock.title}</b> {clock.outcome ? outcomes[clock.outcome] : ''}
                  <span className="muted">　{clock.holder?.name ?? '区政务服务办'}</span>
                </p>
                <p className="muted">
                  期限 {shortTime(clock.dueAt)}，结束 {shortTime(clock.endedAt)}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

import type { OrderView } from '../../../../../shared/order/view';
import { Reveal } from '../order/reveal';

/** Whom to ring: masked until it is shown, and every look is recorded. */
export function Callee({ order }: { order: OrderView }) {
  return (
    <div className="callee">
      <span>
        打给 <b>{order.reporterName ?? '反映人'}</b> {order.reporterPhone ?? '未留电话'}
      </span>
      {order.reporterPhone ? <Reveal number={order.number} because="回访" /> : null}
    </div>
  );
}

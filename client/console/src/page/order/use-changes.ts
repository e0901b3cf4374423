import { useState } from 'react';
import type { OrderView } from '../../../../../shared/order/view';

const seenNow = (order: OrderView) => ({ version: order.version, seq: order.timeline.at(-1)?.seq ?? 0 });

/**
 * What happened to the order since its form was opened. A command is sent with the version that was before the person's
 * eyes, so nobody overwrites what he has not seen; `goOn` says that he has seen it now.
 */
export function useChanges(order: OrderView) {
  const [seen, setSeen] = useState(() => seenNow(order));
  const changed = order.version !== seen.version;
  return {
    version: seen.version,
    changed,
    lines: changed ? order.timeline.filter((entry) => entry.seq > seen.seq) : [],
    goOn: () => setSeen(seenNow(order)),
  };
}

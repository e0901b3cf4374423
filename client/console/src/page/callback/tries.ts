import type { OrderView } from '../../../../../shared/order/view';
import type { Call } from './script';

const hourMs = 3_600_000;

/** Calls of this round that did not get through, and from when the next one counts (two hours apart, spec 2). */
export function triesOf(call: Call, { timeline }: OrderView) {
  const begun = timeline.map(({ kind }) => kind).lastIndexOf('order.resolved');
  const missed = timeline
    .slice(Math.max(0, begun))
    .filter(({ kind, title }) => kind === `${call}.made` && title.includes('未联系上'));
  const last = missed.at(-1)?.at ?? null;
  return {
    count: missed.length,
    lastAt: last,
    nextAt: last === null ? null : new Date(Date.parse(last) + 2 * hourMs),
  };
}

import type { OrderView } from '../../../../../shared/order/view';
import { shortTime } from '../../part/light';
import '../order/timeline.css';

const kinds = new Set([
  'unit-callback.made',
  'district-callback.made',
  'order.evaluated',
  'order.escalated',
  'order.coordinated',
  'order.supervised',
  'order.reopened',
  'order.resolved',
  'finding.excused',
  'bulletin.named',
]);

/** The part of the history that matters here: answers, findings, demands and the unit's replies to them. */
export function Demands({ order }: { order: OrderView }) {
  const lines = order.timeline.filter((entry) => kinds.has(entry.kind));
  return (
    <ol className="lines" data-testid="demands">
      {lines.map((entry) => (
        <li key={entry.seq} className="line">
          <span className="muted">{shortTime(entry.at)}</span>
          <div>
            <b>{entry.title}</b>
            {entry.paragraphs.map((paragraph) => (
              <div key={paragraph.label} className="story">
                <span className="muted">{paragraph.label}：</span>
                {paragraph.text}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

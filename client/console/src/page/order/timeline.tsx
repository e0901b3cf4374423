import { useState } from 'react';
import type * as z from 'zod';
import type { OrderView, TimelineEntry } from '../../../../../shared/order/view';
import { shortTime } from '../../part/light';
import { Files } from './files';
import '../../part/choice.css';
import './timeline.css';

type Entry = z.infer<typeof TimelineEntry>;

/** Lines in which something passed between the reporter and the district. */
const talks = new Set([
  'order.submitted',
  'order.registered',
  'order.contacted',
  'order.explained',
  'supplement.requested',
  'order.supplemented',
  'order.resolved',
  'order.resolved-with-primary',
  'order.declined',
  'order.appealed',
  'order.evaluated',
  'order.urged',
  'order.withdrawn',
  'unit-callback.made',
  'district-callback.made',
  'withdrawal-callback.made',
]);
const kinds: { id: string; title: string; has: (entry: Entry) => boolean }[] = [
  { id: 'all', title: '全部', has: () => true },
  { id: 'talk', title: '与反映人往来', has: (entry) => talks.has(entry.kind) },
  { id: 'internal', title: '内部备注', has: (entry) => entry.internal && entry.by !== '系统' },
  { id: 'system', title: '系统记录', has: (entry) => entry.by === '系统' },
];

function Line({ entry }: { entry: Entry }) {
  return (
    <li className={entry.internal ? 'line internal' : 'line'}>
      <span className="muted">{shortTime(entry.at)}</span>
      <div>
        <b>{entry.title}</b>{' '}
        {entry.by && !entry.title.includes(entry.by) ? <span className="muted">{entry.by}</span> : null}
        {entry.internal ? <span className="inside">内部，反映人看不到</span> : null}
        {entry.paragraphs.map((paragraph) => (
          <div key={paragraph.label} className="story">
            <span className="muted">{paragraph.label}：</span>
            {paragraph.text}
          </div>
        ))}
        <Files files={entry.files} />
      </div>
    </li>
  );
}

/** The order's own history, the newest first, as a whole or by kind. */
export function Timeline({ order }: { order: OrderView }) {
  const [kind, setKind] = useState('all');
  const chosen = kinds.find(({ id }) => id === kind);
  const lines = order.timeline.filter((entry) => chosen?.has(entry) ?? true).reverse();
  return (
    <section className="card" aria-label="办理经过">
      <div className="with-choice">
        <h3>办理经过</h3>
        <div className="choice noprint">
          {kinds.map(({ id, title, has }) => (
            <button
              key={id}
              type="button"
              aria-pressed={kind === id}
              onClick={() => setKind(id)}
              data-testid={`timeline-${id}`}
            >
              {title} {order.timeline.filter(has).length}
            </button>
          ))}
        </div>
      </div>
      {lines.length === 0 ? <p className="muted">还没有这一类记录。</p> : null}
      <ol className="lines">
        {lines.map((entry) => (
          <Line key={entry.seq} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

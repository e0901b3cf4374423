import { lineKinds } from './timeline';
import { englishTitle } from './timeline-english';

/** Lines that no reporter sees: notes between staff, and what the district settles for itself (spec 2 and 6). */
const inside = [
  'alarm.sounded',
  'personal.revealed',
  'assist.declined',
  'assist.arbitrated',
  'order.escalated',
  'extension.asked',
  'order.not-routed',
  'decline.consented',
  'finding.excused',
  'note.added',
  'order.took-under',
  'order.let-go',
  'order.merged-answer-negative',
  'withdrawal-callback.made',
];

const unit = () => 'Example Bureau';
const data = { to: 'complex', from: 0, clock: 'resolve', result: 'solved', satisfaction: 4, days: 3 };

it.each(lineKinds.filter((kind) => !inside.includes(kind)))(
  '%s is told in English to a reporter who reads English',
  (kind) => {
    const said = englishTitle({
      kind,
      data: kind === 'due.moved' ? { ...data, to: 86_400_000 } : data,
      unit,
    });
    expect(said).toMatch(/^[A-Z][\x20-\x7e]+[a-z0-9]$/);
    expect(said).not.toMatch(/undefined|NaN/);
  },
);

it('says nothing in English of what only staff see', () => {
  expect(inside.filter((kind) => englishTitle({ kind, data, unit }) !== null)).toEqual([]);
});

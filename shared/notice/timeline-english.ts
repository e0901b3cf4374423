import { toIso } from '../sla/instant';
import type { LineFacts } from './timeline';

const named = (words: Record<string, string>, key: unknown) => words[String(key)] ?? '';

const clocks: Record<string, string> = {
  resolve: 'answer',
  rectify: 'correction',
  contact: 'first call',
  accept: 'taking on',
  dispatch: 'naming the unit',
  assist: 'assistance',
};
const complexities: Record<string, string> = { simple: 'simple', ordinary: 'ordinary', complex: 'complex' };
const results: Record<string, string> = {
  solved: 'solved',
  partly: 'solved in part',
  explained: 'explained',
};
const callbacks: Record<string, string> = {
  solved: 'solved',
  unsolved: 'not solved',
  unreached: 'you could not be reached',
  confirmed: 'confirmed as solved',
  unresolved: 'found not to be solved',
  misreported: 'the answer was found not to be true',
};
const satisfactions = [
  '',
  'very dissatisfied',
  'dissatisfied',
  'fairly satisfied',
  'satisfied',
  'very satisfied',
];
/** 2026-11-25 17:00, in Shanghai. */
const moment = (at: unknown) => toIso(Number(at)).slice(0, 16).replace('T', ' ');

/** What a reporter sees of the ledger, in English; units keep their names. */
const titles: Record<string, (line: LineFacts) => string> = {
  'order.submitted': () => 'Report sent',
  'order.registered': ({ data, unit }) => `Registered at the window of ${unit(data.hallUnitId)}`,
  'order.dispatched': ({ data, unit }) =>
    `${data.formerUnitId ? 'Passed on anew to' : 'Passed on to'} ${unit(data.unitId)}`,
  'order.accepted': ({ data, unit }) => `${unit(data.unitId)} has taken it on`,
  'order.returned': ({ data, unit }) => `${unit(data.unitId)} gave it back; another unit will be named`,
  'order.contacted': ({ data, unit }) =>
    data.result === 'reached'
      ? `${unit(data.unitId)} has talked to you`
      : `${unit(data.unitId)} called and could not reach you`,
  'order.classified': ({ data }) => `Considered ${named(complexities, data.to)}`,
  'due.moved': ({ data }) =>
    `Deadline of the ${named(clocks, data.clock) || 'next step'} moved from ${moment(data.from)} to ${moment(data.to)}`,
  'assist.asked': ({ data, unit }) => `${unit(data.unitId)} was asked to help`,
  'assist.replied': ({ data, unit }) => `${unit(data.unitId)} has helped`,
  'assist.dropped': ({ data, unit }) => `${unit(data.unitId)} is no longer asked to help`,
  'order.delegated': ({ data, unit }) => `${unit(data.from)} gave it to ${unit(data.unitId)}`,
  'delegation.returned': ({ data, unit }) => `${unit(data.from)} gave it back to ${unit(data.unitId)}`,
  'delegation.recalled': ({ data, unit }) => `${unit(data.unitId)} handles it itself again`,
  'order.explained': () => 'The unit in charge has explained',
  'supplement.requested': () => 'You are asked for more information',
  'order.supplemented': ({ data }) =>
    data.byReporter ? 'You added information' : 'The staff added information',
  'extension.decided': ({ data }) =>
    data.granted ? 'More time was granted' : 'A request for more time was refused',
  'order.coordinated': () => 'The units have agreed how to go on',
  'order.transferred': ({ data, unit }) => `${unit(data.unitId)} is in charge now`,
  'order.resolved': ({ data, unit }) => `${unit(data.unitId)} has answered: ${named(results, data.result)}`,
  'order.resolved-with-primary': () => 'The report it was joined with has been answered',
  'order.closed-with-primary': () => 'The report it was joined with has been closed',
  'order.declined': () => 'Not accepted',
  'order.appealed': () => 'You appealed',
  'order.evaluated': ({ data }) =>
    `You evaluated: ${data.solved ? 'solved' : 'not solved'}, ${satisfactions[Number(data.satisfaction)]}`,
  'unit-callback.made': ({ data }) => `Call back by the unit: ${named(callbacks, data.result)}`,
  'district-callback.made': ({ data }) => `Call back by the district: ${named(callbacks, data.result)}`,
  'order.supervised': ({ data, unit }) =>
    `The district presses ${unit(data.unitId)} to put it right within ${data.days} working days`,
  'bulletin.named': () => 'Named in a bulletin',
  'order.reopened': () => 'Handled anew',
  'order.closed': ({ data }) => (data.withoutEvaluation ? 'Closed without an evaluation' : 'Closed'),
  'order.urged': ({ data }) => (data.byReporter ? 'You urged' : 'The staff urged'),
  'order.merged': () => 'Joined with another report of the same matter',
  'order.unmerged': () => 'Handled on its own again',
  'order.withdrawn': () => 'You withdrew the report',
  'order.joined-account': () => 'You added the report to your account',
  'order.phone-verified': () => 'Your phone number was verified',
  'order.erased': () => 'Deleted at your request',
  'order.anonymised': () => 'Deleted after the years of keeping',
};

const labels: Record<string, string> = {
  reason: 'Reason',
  note: 'Note',
  statedAt: 'Time of the call as told',
  request: 'Request',
  reply: 'Answer',
  plan: 'Next step',
  missing: 'What is needed',
  found: 'What was found',
  done: 'What was done',
  rule: 'By which rule',
  next: 'What comes next',
  basis: 'Legal basis',
  measure: 'Improvement',
  explanation: 'Explanation',
  rightDoor: 'Where to turn',
  comment: 'Comment',
  demand: 'What must be put right',
  decision: 'What was agreed',
  text: 'Text',
};

/** The title of a line that a reporter may see, in English (spec 8: English for foreign residents); null where there is none. */
export const englishTitle = (line: LineFacts): string | null => titles[line.kind]?.(line) ?? null;

/** The label of words that people wrote, in English. */
export const englishLabel = (name: string): string => labels[name] ?? 'Words';

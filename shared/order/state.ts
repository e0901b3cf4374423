import { RuleBroken } from './rule-broken';

/** States of an order (spec 2). */
export const states = [
  'submitted',
  'dispatched',
  'handling',
  'resolved',
  'rectifying',
  'closed',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type State = (typeof states)[number];

/** Everything that can be done to an order (spec 2). `excuse` and `withdrawal-callback` name duties of the text. */
export const commands = [
  'submit',
  'register',
  'dispatch',
  'accept',
  'return',
  'contact',
  'classify',
  'assist',
  'assist-reply',
  'assist-drop',
  'assist-arbitrate',
  'delegate',
  'delegate-return',
  'recall',
  'explain',
  'extend',
  'extend-decide',
  'escalate',
  'coordinate',
  'transfer',
  'request-supplement',
  'resolve',
  'decline',
  'decline-consent',
  'appeal',
  'evaluate',
  'unit-callback',
  'district-callback',
  'supervise',
  'excuse',
  'reopen',
  'close',
  'urge',
  'supplement',
  'note',
  'merge',
  'unmerge',
  'withdraw',
  'withdrawal-callback',
] as const;
export type Command = (typeof commands)[number];

type Move = State | 'same' | 'back';
type Moves = Partial<Record<State, Move>>;

const same = (...from: State[]): Moves => Object.fromEntries(from.map((state) => [state, 'same' as const]));
const all = (to: Move, ...from: State[]): Moves => Object.fromEntries(from.map((state) => [state, to]));
const working = ['handling', 'rectifying'] as const;

/** The whole life of an order. Nothing else in the code base may name a next state. */
export const transitions: Record<Command, Moves> = {
  submit: {},
  register: {},
  dispatch: all('dispatched', 'submitted', 'dispatched'),
  accept: all('handling', 'dispatched'),
  return: all('submitted', 'dispatched'),
  contact: same(...working),
  classify: same('handling'),
  assist: same(...working),
  'assist-reply': same(...working),
  'assist-drop': same(...working),
  'assist-arbitrate': same(...working),
  delegate: { ...same(...working), dispatched: 'handling' },
  'delegate-return': same(...working),
  recall: same(...working),
  explain: same(...working),
  extend: same(...working),
  'extend-decide': same(...working),
  escalate: same(...working),
  coordinate: same(...working),
  transfer: same(...working),
  'request-supplement': same(...working),
  resolve: all('resolved', ...working),
  decline: all('declined', 'submitted', 'dispatched'),
  'decline-consent': same('submitted', 'dispatched'),
  appeal: all('submitted', 'declined'),
  evaluate: same('resolved', 'closed', 'merged'),
  'unit-callback': same('resolved', 'merged'),
  'district-callback': same('resolved'),
  supervise: { resolved: 'rectifying', rectifying: 'rectifying', handling: 'same' },
  excuse: same('resolved', 'rectifying', 'closed'),
  reopen: all('rectifying', 'resolved', 'closed'),
  close: all('closed', 'resolved'),
  urge: same('submitted', 'dispatched', ...working),
  supplement: same('submitted', 'dispatched', ...working, 'resolved'),
  note: same(...states),
  merge: all('merged', 'submitted', 'dispatched', 'handling'),
  unmerge: { merged: 'back' },
  withdraw: all('withdrawn', 'submitted', 'dispatched', 'handling'),
  'withdrawal-callback': same('withdrawn'),
};

/** Whether a command leads anywhere from a state; `before` is where an un-merge goes back to. */
export function hasNext(state: State, command: Command, before?: State): boolean {
  const to = transitions[command][state];
  return to !== undefined && (to !== 'back' || before !== undefined);
}

/** The state after a command; `before` is where an un-merge goes back to. Throws `order.illegal-transition`. */
export function nextState(state: State, command: Command, before?: State): State {
  const to = transitions[command][state];
  if (!to || (to === 'back' && !before)) throw new RuleBroken('order.illegal-transition', { state, command });
  if (to === 'back') return before as State;
  return to === 'same' ? state : to;
}

export const isOpen = (state: State): boolean => !['closed', 'declined', 'withdrawn'].includes(state);

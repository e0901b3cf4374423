import { shareResolution } from '../command/merge';
import type { OrderFacts } from '../facts';
import type { State } from '../state';
import { sampleInputs } from './inputs';
import {
  anOrder,
  aResolve,
  aSubmitted,
  dispatcher,
  envFor,
  handler,
  morning,
  notDecided,
  play,
  reporter,
  supervisor,
  toLabour,
} from './world';

const labour = handler('labour');
const second = handler('labour', 'second');
const housing = handler('housing');
const version = 0;
const reason = '因为需要';

/** An order at work with one of: an open or a declined assist, work handed down, an extension asked for. */
function atWork(base: OrderFacts): OrderFacts[] {
  const inputs = sampleInputs(base, morning);
  const assisted = inputs.assist.map((input) => play(base, 'assist', labour, input));
  const refused = assisted.flatMap((facts) =>
    facts.assists.map(({ id }) =>
      play(facts, 'assist-reply', housing, { assistId: id, declineReason: reason, files: [] }),
    ),
  );
  const handedDown = play(base, 'delegate', labour, { version, unitId: 'labour-town', request: '请办理' });
  const asked = play(base, 'extend', labour, { version, reason, days: 2 });
  return [base, ...assisted, ...refused, handedDown, asked];
}

/** Declined, appealed; optionally sent to a unit again. */
function appealed(): { submitted: OrderFacts; dispatched: OrderFacts } {
  const submitted = play(anOrder('declined'), 'appeal', reporter, { reason, files: [] });
  return { submitted, dispatched: play(submitted, 'dispatch', dispatcher, { unitId: 'labour', reason }) };
}

/** Resolved, and found unresolved by the district: the finding waits to be named in a bulletin. */
function found(): { resolved: OrderFacts; rectifying: OrderFacts; closed: OrderFacts } {
  const resolved = play(anOrder('resolved'), 'district-callback', dispatcher, { result: 'unresolved' });
  const demand = { version, reason, demand: '重新办理', days: 3 };
  const rectifying = play(resolved, 'supervise', supervisor, demand);
  const again = play(rectifying, 'resolve', labour, aResolve);
  const called = play(again, 'unit-callback', second, { result: 'solved', satisfaction: 4 });
  const confirmed = play(called, 'district-callback', dispatcher, { result: 'confirmed' });
  return { resolved, rectifying, closed: play(confirmed, 'close', dispatcher, { version, reason }) };
}

function merged(): OrderFacts[] {
  const primary = play(
    play(aSubmitted(toLabour, { id: 'order-2', number: 'CM20261118000028' }), 'accept', labour, { version }),
    'resolve',
    labour,
    aResolve,
  );
  return [anOrder('merged'), shareResolution(anOrder('merged'), primary, envFor(labour)).facts];
}

/** Orders in this state that between them let every command of the table be taken, each reached by commands alone. */
export function preparedOrders(state: State): OrderFacts[] {
  const base = anOrder(state);
  const called = (result: 'solved' | 'unsolved') =>
    play(anOrder('resolved'), 'unit-callback', second, { result, satisfaction: 4 });
  const accepted = play(aSubmitted(), 'accept', labour, { version });
  const prepared: Record<State, () => OrderFacts[]> = {
    submitted: () => [base, aSubmitted(notDecided), appealed().submitted],
    dispatched: () => [base, appealed().dispatched],
    handling: () => atWork(base),
    rectifying: () => [...atWork(base), found().rectifying],
    resolved: () => [base, called('solved'), called('unsolved'), found().resolved],
    closed: () => [base, found().closed],
    declined: () => [base],
    withdrawn: () => [base, play(accepted, 'withdraw', reporter, { version, reason })],
    merged,
  };
  return prepared[state]();
}

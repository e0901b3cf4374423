import { dayOf } from '../../sla/instant';
import { orderClock, runningClock } from '../clock';
import type { OrderFacts } from '../facts';
import {
  anOrder,
  aResolve,
  aSubmitted,
  calendar,
  dayMs,
  dispatcher,
  envFor,
  handler,
  hourMs,
  morning,
  notDecided,
  person,
  play,
  reporter,
  supervisor,
  toLabour,
} from '../testing/world';
import { letGo, takeUnder } from './merge';
import { mayRun } from './run';

const labour = handler('labour');
const version = 0;
const reason = '因为需要';

describe('returning (spec 2)', () => {
  it('is allowed twice in an order’s life; the dispatch after that is binding', () => {
    const once = play(aSubmitted(), 'return', labour, { version, reason });
    const there = play(once, 'dispatch', dispatcher, { unitId: 'housing', reason });
    const twice = play(there, 'return', handler('housing'), { version, reason });
    expect(twice.returnedBy).toEqual(['labour', 'housing']);
    const bound = play(twice, 'dispatch', dispatcher, { unitId: 'labour', reason });
    expect(bound.binding).toBe(true);
    expect(mayRun('return', bound, envFor(labour))).toBe(false);
    expect(mayRun('dispatch', bound, envFor(dispatcher))).toBe(false);
    expect(mayRun('dispatch', bound, envFor(supervisor))).toBe(true);
  });
});

describe('delegation (spec 2)', () => {
  const given = play(aSubmitted(), 'delegate', labour, { version, unitId: 'labour-town', request: '请办理' });
  it('from dispatched accepts in the same step, and the delegating unit stays lead', () => {
    expect(given).toMatchObject({ state: 'handling', lead: 'labour', delegates: ['labour-town'] });
    expect(given.custody.at(-1)).toMatchObject({ role: 'delegate', unitId: 'labour-town', toAt: null });
    expect(mayRun('contact', given, envFor(handler('labour-town')))).toBe(true);
    expect(mayRun('assist', given, envFor(handler('labour-town')))).toBe(false);
  });
  it('goes back up by return or recall', () => {
    const back = play(given, 'delegate-return', handler('labour-town'), { version, reason });
    expect(back.custody.at(-1)).toMatchObject({ role: 'unit', unitId: 'labour' });
    expect(play(given, 'recall', labour, { version, reason }).delegates).toEqual([]);
    expect(() =>
      play(given, 'delegate', handler('labour-town'), { version, unitId: 'labour', request: '不行' }),
    ).toThrow('delegate.nobody-below');
    expect(() => play(back, 'delegate', labour, { version, unitId: 'housing', request: '不行' })).toThrow(
      'delegate.not-below',
    );
  });
});

describe('assists (spec 2)', () => {
  const handling = anOrder('handling');
  const dueOn = dayOf(orderClock(handling)?.dueAt ?? 0);
  const asked = play(handling, 'assist', labour, {
    version,
    unitId: 'housing',
    request: '请核对',
    dueOn,
    files: [],
  });
  const id = asked.assists[0]?.id ?? '';
  it('stop resolve until they are answered, and never the lead’s clock', () => {
    expect(mayRun('resolve', asked, envFor(labour))).toBe(false);
    expect(runningClock(asked, 'resolve')?.dueAt).toBe(runningClock(handling, 'resolve')?.dueAt);
    const replied = play(asked, 'assist-reply', handler('housing'), {
      assistId: id,
      reply: '已核对',
      files: [],
    });
    expect(mayRun('resolve', replied, envFor(labour))).toBe(true);
    expect(mayRun('assist-reply', replied, envFor(handler('housing')))).toBe(false);
  });
  it('move earlier with the order’s due', () => {
    const simple = play(asked, 'classify', labour, { version, complexity: 'simple' });
    expect(runningClock(simple, 'assist', id)?.dueAt).toBe(runningClock(simple, 'resolve')?.dueAt);
  });
  it('may be declined once, then the dispatcher decides and it binds', () => {
    const declined = play(asked, 'assist-reply', handler('housing'), {
      assistId: id,
      declineReason: reason,
      files: [],
    });
    expect(runningClock(declined, 'arbitrate', id)).not.toBeNull();
    const bound = play(declined, 'assist-arbitrate', dispatcher, {
      version,
      assistId: id,
      decision: 'must-reply',
      dueOn,
      reason,
    });
    expect(() =>
      play(bound, 'assist-reply', handler('housing'), { assistId: id, declineReason: reason, files: [] }),
    ).toThrow('assist.must-reply');
  });
  it('cannot be due after the order', () => {
    const late = calendar.addWorkingDays(dueOn, 1);
    expect(() =>
      play(handling, 'assist', labour, {
        version,
        unitId: 'housing',
        request: '请核对',
        dueOn: late,
        files: [],
      }),
    ).toThrow('assist.due-too-late');
  });
});

describe('extensions (spec 2)', () => {
  const handling = anOrder('handling');
  const asked = play(handling, 'extend', labour, { version, reason, days: 2 });
  const id = asked.extensions[0]?.id ?? '';
  it('count their working days from the then due, and keep the original', () => {
    const granted = play(asked, 'extend-decide', dispatcher, {
      version,
      extensionId: id,
      granted: true,
      reason,
    });
    const clock = runningClock(granted, 'resolve');
    expect(dayOf(clock?.dueAt ?? 0)).toBe('2026-11-25');
    expect(dayOf(clock?.originalDueAt ?? 0)).toBe('2026-11-23');
    const again = play(granted, 'extend', labour, { version, reason, days: 1 });
    expect(mayRun('extend-decide', again, envFor(dispatcher))).toBe(false);
    expect(mayRun('extend-decide', again, envFor(supervisor))).toBe(true);
  });
  it('cannot be asked after the due, nor by a clerk, and are void at resolve', () => {
    expect(mayRun('extend', handling, envFor(labour, morning + 7 * dayMs))).toBe(false);
    expect(mayRun('extend', handling, envFor(person('clerk', 'labour')))).toBe(false);
    expect(play(asked, 'resolve', labour, aResolve).extensions[0]?.state).toBe('void');
  });
});

describe('merging (spec 2)', () => {
  const older = play(aSubmitted(), 'accept', labour, { version });
  const newer: OrderFacts = {
    ...play(aSubmitted(toLabour, { id: 'order-2' }), 'accept', labour, { version }, morning + dayMs),
  };
  const under = play(older, 'merge', dispatcher, {
    version,
    primaryNumber: newer.number,
    reason,
    primary: newer,
  });
  it('takes the earlier due and gives it back', () => {
    const primary = takeUnder(newer, older, envFor(dispatcher)).facts;
    expect(runningClock(primary, 'resolve')?.dueAt).toBe(runningClock(older, 'resolve')?.dueAt);
    const free = letGo(primary, older.id).facts;
    expect(runningClock(free, 'resolve')?.dueAt).toBe(runningClock(newer, 'resolve')?.dueAt);
  });
  it('un-merges to the state and dues before', () => {
    const back = play(under, 'unmerge', dispatcher, { version, reason }, morning + 2 * hourMs);
    expect(back.state).toBe('handling');
    expect(runningClock(back, 'resolve')?.dueAt).toBe(runningClock(older, 'resolve')?.dueAt);
  });
});

describe('declining and appealing (spec 2)', () => {
  const declined = play(aSubmitted(notDecided), 'decline', dispatcher, {
    version,
    basis: '依据',
    explanation: '说明',
  });
  it.each([
    ['2026-12-18T23:59:59+08:00', true],
    ['2026-12-19T00:00:00+08:00', false],
  ])('can be appealed until 24:00 of the 30th natural day: %s %s', (at, allowed) => {
    expect(mayRun('appeal', declined, envFor(reporter, Date.parse(at)))).toBe(allowed);
  });
  it('needs the supervisor’s consent to be declined again', () => {
    const appealed = play(declined, 'appeal', reporter, { reason, files: [] });
    expect(mayRun('decline', appealed, envFor(dispatcher))).toBe(false);
    const consented = play(appealed, 'decline-consent', supervisor, { version, reason });
    expect(mayRun('decline', consented, envFor(dispatcher))).toBe(true);
    const again = play(consented, 'decline', dispatcher, { version, basis: '依据', explanation: '说明' });
    expect(mayRun('appeal', again, envFor(reporter))).toBe(false);
  });
});

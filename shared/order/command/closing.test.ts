import type { OrderFacts } from '../facts';
import { RuleBroken } from '../rule-broken';
import {
  anOrder,
  aResolve,
  dayMs,
  dispatcher,
  envFor,
  handler,
  hourMs,
  morning,
  play,
  reporter,
  supervisor,
  system,
} from '../testing/world';
import { mayRun } from './run';
import { systemStep } from './system-step';

const second = handler('labour', 'second');
const good = { solved: true, satisfaction: 4 as const, tags: [], files: [] };
const bad = { solved: false, satisfaction: 1 as const, tags: [], files: [] };
const close = (facts: OrderFacts, now: number) =>
  systemStep(facts, envFor(system, now))?.facts.state ?? facts.state;

describe('closing by the system (spec 2)', () => {
  const called = play(anOrder('resolved'), 'unit-callback', second, { result: 'solved', satisfaction: 4 });
  const confirmed = play(called, 'district-callback', dispatcher, { result: 'confirmed' });
  const unreached = [0, 3, 6].reduce(
    (so, h) => play(so, 'district-callback', dispatcher, { result: 'unreached' }, morning + h * hourMs),
    called,
  );
  it.each<[string, OrderFacts, number, string]>([
    ['nothing said', called, 30, 'resolved'],
    [
      'evaluated without a unit callback',
      play(anOrder('resolved'), 'evaluate', reporter, good),
      30,
      'resolved',
    ],
    ['called back and evaluated solved', play(called, 'evaluate', reporter, good), 0, 'closed'],
    ['confirmed, two days later', confirmed, 2, 'resolved'],
    ['confirmed, three days later', confirmed, 3, 'closed'],
    [
      'confirmed and evaluated',
      play(confirmed, 'evaluate', reporter, { ...good, satisfaction: 3 }),
      0,
      'closed',
    ],
    ['district could not reach anybody, six days', unreached, 6, 'resolved'],
    ['district could not reach anybody, seven days', unreached, 7, 'closed'],
    ['evaluated not solved', play(confirmed, 'evaluate', reporter, bad), 30, 'resolved'],
    [
      'evaluated solved but dissatisfied',
      play(confirmed, 'evaluate', reporter, { ...bad, solved: true }),
      30,
      'resolved',
    ],
  ])('%s after %#', (_title, facts, days, state) => {
    expect(close(facts, morning + days * dayMs)).toBe(state);
  });

  it('after a bad answer only by hand, and only on a later confirmation', () => {
    const unhappy = play(confirmed, 'evaluate', reporter, bad, morning + hourMs);
    expect(mayRun('close', unhappy, envFor(dispatcher, morning + 2 * hourMs))).toBe(false);
    const again = play(
      unhappy,
      'district-callback',
      dispatcher,
      { result: 'confirmed' },
      morning + 3 * hourMs,
    );
    expect(mayRun('close', again, envFor(dispatcher, morning + 4 * hourMs))).toBe(true);
  });

  it('never while a finding lacks its supervision', () => {
    const found = play(called, 'district-callback', dispatcher, { result: 'unresolved' });
    expect(close(play(found, 'evaluate', reporter, good), morning + 30 * dayMs)).toBe('resolved');
    expect(mayRun('close', found, envFor(dispatcher))).toBe(false);
    expect(mayRun('supervise', found, envFor(dispatcher))).toBe(false);
    const supervised = play(found, 'supervise', supervisor, {
      version: 0,
      reason: '未解决',
      demand: '重办',
      days: 3,
    });
    expect(supervised).toMatchObject({ state: 'rectifying', supervised: 1 });
    const round2 = play(supervised, 'resolve', handler('labour'), aResolve, morning + dayMs);
    expect(round2).toMatchObject({
      state: 'resolved',
      round: 2,
      evaluation: null,
      unitCallback: null,
      negativeAt: null,
    });
    expect(round2.clocks.find((clock) => clock.kind === 'rectify')?.outcome).toBe('met');
  });
});

describe('callbacks (spec 2)', () => {
  it('are made by another person than who resolved', () => {
    const own = envFor(handler('labour'));
    expect(mayRun('unit-callback', anOrder('resolved'), own)).toBe(false);
    const alone = { ...own, units: { ...own.units, hasOtherStaff: () => false } };
    expect(mayRun('unit-callback', anOrder('resolved'), alone)).toBe(true);
  });

  it('count as unreached on the third try, two hours apart', () => {
    const tries = [0, 1, 2, 4].map((h) => morning + h * hourMs);
    const after = tries.map((_, count) =>
      tries
        .slice(0, count + 1)
        .reduce(
          (so, now) => play(so, 'unit-callback', second, { result: 'unreached' }, now),
          anOrder('resolved'),
        ),
    );
    expect(after.map((facts) => facts.unitCallback?.result ?? null)).toEqual([null, null, null, 'unreached']);
  });

  it('reopen on an unsolved unit callback only', () => {
    const lead = envFor(handler('labour'), morning + hourMs);
    expect(mayRun('reopen', anOrder('resolved'), lead)).toBe(false);
    const unsolved = play(anOrder('resolved'), 'unit-callback', second, { result: 'unsolved' });
    expect(mayRun('reopen', unsolved, lead)).toBe(true);
    expect(() => play(unsolved, 'close', dispatcher, { version: 0, reason: '已核实' })).toThrow(RuleBroken);
  });
});

describe('evaluation (spec 2)', () => {
  it.each([
    ['within 7 days while open', anOrder('resolved'), 7, true],
    ['after 7 days', anOrder('resolved'), 8, false],
  ])('can be changed %s', (_title, facts, days, allowed) => {
    const judged = play(facts, 'evaluate', reporter, good);
    expect(mayRun('evaluate', judged, envFor(reporter, morning + days * dayMs))).toBe(allowed);
  });

  it.each([
    [15, true],
    [16, false],
  ])('is still possible %d days after closing without one: %s', (days, allowed) => {
    expect(mayRun('evaluate', anOrder('closed'), envFor(reporter, morning + days * dayMs))).toBe(allowed);
  });
});

import { addDays, dayOf, instantAt } from '../../sla/instant';
import { orderClock, runningClock } from '../clock';
import type { OrderFacts } from '../facts';
import { waitsOf } from '../queue';
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
import { type InputOf, mayRun, type OrderCommand, runCommand } from './run';

const version = 0;
const reason = '因为需要';
const labour = handler('labour');

/** Who hears of a command, each as "topic → whom". */
function told<C extends OrderCommand>(
  facts: OrderFacts,
  command: C,
  by: typeof dispatcher,
  input: InputOf<C>,
): string[] {
  return runCommand(command, facts, input, envFor(by)).notices.map(({ topic, to }) =>
    to === 'reporter'
      ? `${topic} → reporter`
      : `${topic} → ${'role' in to ? to.role : `${to.who} ${to.unitId}`}`,
  );
}
const demand = { version, reason, demand: '重新办理', days: 3 };
const assist = (dueOn: string) => ({ version, unitId: 'housing', request: '请核对', dueOn, files: [] });
const handling = anOrder('handling');
const dueDay = dayOf(orderClock(handling)?.dueAt ?? 0);
const assisted = play(handling, 'assist', labour, assist(dueDay));
const assistDue = (facts: OrderFacts) => runningClock(facts, 'assist', facts.assists[0]?.id)?.dueAt;

describe('who is told (spec 5)', () => {
  it.each<[string, string[], string[]]>([
    [
      'supervised',
      told(anOrder('resolved'), 'supervise', dispatcher, demand),
      ['unit-lead labour', 'supervisor', 'inspector', 'reporter'].map((whom) => `supervised → ${whom}`),
    ],
    [
      'rectified',
      told(anOrder('rectifying'), 'resolve', labour, aResolve),
      ['unit-lead labour', 'supervisor', 'inspector'].map((whom) => `rectified → ${whom}`),
    ],
    [
      'assisted',
      told(handling, 'assist', labour, assist(dueDay)),
      ['assist-asked → handler housing', 'assisted → reporter'],
    ],
    [
      'merged while a unit assists',
      told(assisted, 'merge', dispatcher, {
        version,
        reason,
        primaryNumber: 'CM20261118000028',
        primary: aSubmitted(toLabour, { id: 'order-2' }),
      }),
      ['assist-dropped → handler housing', 'merged → reporter'],
    ],
  ])('%s: it reaches all the table names', (_title, heard, wanted) => {
    expect(heard).toEqual(expect.arrayContaining(wanted));
  });
  it('says nothing of putting right where nobody pressed for it', () => {
    expect(told(handling, 'resolve', labour, aResolve).join()).not.toContain('rectified');
  });
});

describe('assists go with the order’s due (spec 2)', () => {
  const primary: OrderFacts = { ...assisted, id: 'order-2' };
  const older = play(aSubmitted(), 'accept', labour, { version }, morning - dayMs);
  it('when a merge brings it forward, as an event, and back again', () => {
    const taken = takeUnder(primary, older, envFor(dispatcher));
    expect(assistDue(taken.facts)).toBe(orderClock(older)?.dueAt);
    expect(taken.events.map(({ data }) => data.clock)).toContain('assist');
    expect(assistDue(letGo(taken.facts, older.id).facts)).toBe(assistDue(primary));
  });
  it('to the next working day where the order’s new due is past', () => {
    const red = play(aSubmitted(), 'accept', labour, { version }, morning - 14 * dayMs);
    const taken = takeUnder(primary, red, envFor(dispatcher)).facts;
    const next = calendar.addWorkingDays(dayOf(morning), 1);
    expect(assistDue(taken)).toBe(instantAt(next, '17:00'));
  });
  it('when a class brings it forward, as an event', () => {
    const { events } = runCommand('classify', assisted, { version, complexity: 'simple' }, envFor(labour));
    const moves = events.filter(({ kind }) => kind === 'due.moved');
    expect(moves.map(({ data }) => data.clock).sort()).toEqual(['assist', 'resolve']);
  });
  it('when a supervision sets an earlier one', () => {
    const { facts } = runCommand('supervise', assisted, { ...demand, days: 1 }, envFor(supervisor));
    expect(assistDue(facts)).toBe(orderClock(facts)?.dueAt);
    expect(dayOf(assistDue(facts) ?? 0)).toBe(addDays(dayOf(morning), 1));
  });
});

describe('extensions belong to their clock (spec 2)', () => {
  it('of a demand does not lengthen the handling by a later class', () => {
    const pressed = play(handling, 'supervise', supervisor, demand);
    const asked = play(pressed, 'extend', labour, { version, reason, days: 5 });
    const extensionId = asked.extensions[0]?.id ?? '';
    const granted = play(asked, 'extend-decide', dispatcher, { version, extensionId, granted: true, reason });
    const complex = play(granted, 'classify', labour, { version, complexity: 'complex' });
    expect(dayOf(runningClock(complex, 'resolve')?.dueAt ?? 0)).toBe('2026-11-25');
  });
  it('is void when the reporter withdraws, and waits for nobody', () => {
    const asked = play(handling, 'extend', labour, { version, reason, days: 2 });
    expect(waitsOf(asked).map(({ queue }) => queue)).toContain('extension');
    const gone = play(asked, 'withdraw', reporter, { version, reason }, morning + hourMs);
    expect(gone.extensions[0]?.state).toBe('void');
    expect(waitsOf(gone).map(({ queue }) => queue)).toEqual(['withdrawal-callback']);
  });
});

describe('declining before a dispatch (spec 2)', () => {
  const clerk = person('clerk', 'hall');
  it.each([
    ['window', true],
    ['phone', true],
    ['hall-qr', false],
    ['kiosk', false],
  ] as const)('a report that came by %s: the clerk of its hall may: %s', (channel, may) => {
    const waiting = aSubmitted(notDecided, { channel, hallUnitId: 'hall' });
    expect(mayRun('decline', waiting, envFor(clerk))).toBe(may);
  });
});

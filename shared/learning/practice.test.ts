import { RuleBroken } from '../order/rule-broken';
import { dispatcher, inspector, person, supervisor, units } from '../order/testing/world';
import {
  mayPractice,
  nextPracticeState,
  type PracticeCommand,
  type PracticeState,
  practiceCommands,
  practiceStates,
} from './practice';

const columns: PracticeState[] = ['proposed', 'returned', 'approved', 'withdrawn'];
/** Written out by hand: a row for each command, a column for each state; – where it cannot be done. */
const table: Record<PracticeCommand, string> = {
  revise: '  proposed  proposed  –         –',
  approve: ' approved  –         –         –',
  return: '  returned  –         –         –',
  show: '    –         –         approved  –',
  hide: '    –         –         approved  –',
  withdraw: 'withdrawn withdrawn withdrawn –',
};

describe.each(Object.entries(table) as [PracticeCommand, string][])('%s', (command, row) => {
  const wanted = row.trim().split(/\s+/);
  it.each(columns.map((state, at) => [state, wanted[at] ?? '']))('from %s leads to %s', (state, to) => {
    const run = () => nextPracticeState(state as PracticeState, command);
    if (to === '–') expect(run).toThrow(RuleBroken);
    else expect(run()).toBe(to);
  });
});

it('has a row for every command and a column for every state', () => {
  expect(Object.keys(table)).toEqual(Object.keys(practiceCommands));
  expect(columns).toEqual(Object.keys(practiceStates));
});

const people = {
  handler: person('handler', 'labour'),
  lead: person('unit-lead', 'labour'),
  foreign: person('handler', 'housing'),
  dispatcher,
  supervisor,
  inspector,
};
it.each([
  ['revise', 'returned', ['handler', 'lead', 'dispatcher', 'supervisor']],
  ['withdraw', 'proposed', ['handler', 'lead', 'dispatcher', 'supervisor']],
  ['withdraw', 'approved', ['supervisor']],
  ['approve', 'proposed', ['supervisor']],
  ['return', 'proposed', ['supervisor']],
  ['show', 'approved', ['supervisor']],
  ['hide', 'approved', ['supervisor']],
] as [PracticeCommand, PracticeState, string[]][])('lets %s what is %s: %p', (command, state, names) => {
  const may = Object.entries(people).filter(([, actor]) =>
    mayPractice(command, { unitId: 'labour', state }, actor, units),
  );
  expect(may.map(([name]) => name)).toEqual(names);
});

import { RuleBroken } from '../order/rule-broken';
import { dispatcher, inspector, person, reporter, supervisor, units } from '../order/testing/world';
import {
  mayOpenProblem,
  mayProblem,
  nextProblemState,
  type ProblemCommand,
  type ProblemState,
  problemCommands,
  problemStates,
} from './problem-list';

/** Written out by hand: a row for each command, a column for each state; – where it cannot be done. */
const columns: ProblemState[] = ['open', 'planned', 'done', 'effective', 'recurred', 'dropped'];
const table: Record<ProblemCommand, string> = {
  edit: '    open    planned done     –         recurred –',
  measure: ' planned planned –        –         planned  –',
  finish: '  –       done    –        –         –        –',
  confirm: ' –       –       effective –        –        –',
  recur: '   –       –       recurred recurred  –        –',
  drop: '    dropped dropped –        –         –        –',
};

describe.each(Object.entries(table) as [ProblemCommand, string][])('%s', (command, row) => {
  const wanted = row.trim().split(/\s+/);
  it.each(columns.map((state, at) => [state, wanted[at] ?? '']))('from %s leads to %s', (state, to) => {
    const run = () => nextProblemState(state as ProblemState, command);
    if (to === '–') expect(run).toThrow(RuleBroken);
    else expect(run()).toBe(to);
  });
});

it('has a row for every command and a column for every state', () => {
  expect(Object.keys(table)).toEqual(Object.keys(problemCommands));
  expect([...columns].sort()).toEqual(Object.keys(problemStates).sort());
});

const people = {
  clerkOfHall: person('clerk', 'hall'),
  leadOfHall: person('unit-lead', 'hall'),
  clerkOfLabour: person('clerk', 'labour'),
  handler: person('handler', 'labour'),
  lead: person('unit-lead', 'labour'),
  leadBelow: person('unit-lead', 'labour-town'),
  foreign: person('unit-lead', 'housing'),
  dispatcher,
  supervisor,
  inspector,
  admin: person('admin', 'district-office'),
  reporter,
};
const mayNames = (asks: (actor: (typeof people)[keyof typeof people]) => boolean) =>
  Object.entries(people)
    .filter(([, actor]) => asks(actor))
    .map(([name]) => name);

it.each([
  ['edit', ['handler', 'lead', 'dispatcher', 'supervisor']],
  ['measure', ['handler', 'lead', 'dispatcher', 'supervisor']],
  ['finish', ['handler', 'lead']],
  ['confirm', ['dispatcher', 'supervisor']],
  ['recur', ['dispatcher', 'supervisor']],
  ['drop', ['lead', 'dispatcher', 'supervisor']],
] as [ProblemCommand, string[]][])('lets %s an item of the labour bureau: %p', (command, names) => {
  const item = { ownerUnitId: 'labour', openedByDistrict: false };
  expect(mayNames((actor) => mayProblem(command, item, actor, units))).toEqual(names);
});

it('lets only the district drop what the district opened', () => {
  const item = { ownerUnitId: 'labour', openedByDistrict: true };
  expect(mayNames((actor) => mayProblem('drop', item, actor, units))).toEqual(['dispatcher', 'supervisor']);
});

it('leaves the judgement on the district centre’s own items to the supervisor', () => {
  const item = { ownerUnitId: 'district-centre', openedByDistrict: true };
  expect(mayNames((actor) => mayProblem('confirm', item, actor, units))).toEqual(['supervisor']);
});

it.each([
  ['labour', ['handler', 'lead', 'dispatcher', 'supervisor']],
  ['hall', ['clerkOfHall', 'leadOfHall', 'dispatcher', 'supervisor']],
])('lets open an item of %s: %p', (unitId, names) => {
  expect(mayNames((actor) => mayOpenProblem(unitId, actor, units))).toEqual(names);
});

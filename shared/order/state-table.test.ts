import { type OrderCommand, runCommand } from './command/run';
import { RuleBroken } from './rule-broken';
import { commands, states, transitions } from './state';
import { sampleInputs } from './testing/inputs';
import { preparedOrders } from './testing/prepared';
import {
  anOrder,
  dispatcher,
  envFor,
  handler,
  inspector,
  morning,
  person,
  reporter,
  supervisor,
  system,
} from './testing/world';

const everyone = [
  reporter,
  handler('labour'),
  handler('labour', 'second'),
  handler('labour-town'),
  handler('housing'),
  person('unit-lead', 'labour'),
  person('clerk', 'hall'),
  dispatcher,
  supervisor,
  inspector,
  system,
];
const orderCommands = commands.filter((c): c is OrderCommand => c !== 'submit' && c !== 'register');

/** All that happens when anybody tries this command on an order in this state. */
function outcomes(state: (typeof states)[number], command: OrderCommand) {
  const now = morning + 60_000;
  return preparedOrders(state).flatMap((facts) =>
    everyone.flatMap((actor) =>
      sampleInputs(facts, now)[command].map((input) => {
        try {
          return runCommand(command, facts, input as never, envFor(actor, now)).facts.state;
        } catch (refusal) {
          if (!(refusal instanceof RuleBroken)) throw refusal;
          return refusal;
        }
      }),
    ),
  );
}

const cells = states.flatMap((state) => orderCommands.map((command) => [state, command] as const));

describe('every state × every command', () => {
  it.each(cells)('%s × %s obeys the table of spec 2', (state, command) => {
    const to = transitions[command][state];
    const results = outcomes(state, command);
    const reached = new Set(results.filter((result) => typeof result === 'string'));
    if (!to) {
      expect([...reached]).toEqual([]);
      for (const result of results) expect(result).toBeInstanceOf(RuleBroken);
      return;
    }
    const expected = to === 'same' ? state : to === 'back' ? anOrder(state).stateBeforeMerge : to;
    expect({ state, command, reached: [...reached] }).toEqual({ state, command, reached: [expected] });
  });
});

it('lets the inspector do nothing at all', () => {
  for (const state of states) {
    const facts = anOrder(state);
    for (const command of orderCommands) {
      for (const input of sampleInputs(facts, morning)[command]) {
        expect(() => runCommand(command, facts, input as never, envFor(inspector))).toThrow(RuleBroken);
      }
    }
  }
});

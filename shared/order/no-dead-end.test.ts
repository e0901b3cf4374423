import { type OrderCommand, runCommand } from './command/run';
import { nextSystemStepAt, systemStep } from './command/system-step';
import type { Actor, OrderFacts } from './facts';
import { RuleBroken } from './rule-broken';
import { sampleInputs } from './testing/inputs';
import {
  anOrder,
  aSubmitted,
  dayMs,
  dispatcher,
  envFor,
  handler,
  morning,
  notDecided,
  reporter,
  supervisor,
  system,
} from './testing/world';

interface Node {
  facts: OrderFacts;
  now: number;
}

const staff: Actor[] = [
  handler('labour'),
  handler('labour', 'second'),
  handler('labour-town'),
  handler('housing'),
  dispatcher,
  supervisor,
];
const ended = (facts: OrderFacts) => ['closed', 'declined', 'withdrawn'].includes(facts.state);

/** What makes two orders the same for the rules; counters are capped so that the search ends. */
const keyOf = ({ facts }: Node): string =>
  JSON.stringify([
    facts.state,
    facts.lead,
    facts.dispatchedTo,
    facts.binding,
    facts.returns,
    facts.delegates.length,
    facts.assists.map((a) => [a.state, a.binding]).slice(-1),
    facts.contactMet,
    facts.complexity,
    facts.extensions.map((e) => e.state).slice(-1),
    facts.evaluation && facts.evaluation.solved,
    facts.unitCallback?.result,
    facts.districtCallback?.result,
    facts.negativeAt === null
      ? 'none'
      : (facts.districtCallback?.at ?? 0) > facts.negativeAt
        ? 'answered'
        : 'open',
    facts.findings.some((f) => f.round === facts.round && !f.supervised),
    facts.unsolvedUnanswered,
    facts.appealed,
    facts.declineConsentAt !== null,
    Math.min(facts.round, 2),
    facts.escalatedAt !== null,
  ]);

/** What every order can meet; each family below is searched together with it. */
const core: OrderCommand[] = [
  'dispatch',
  'accept',
  'contact',
  'resolve',
  'unit-callback',
  'district-callback',
  'evaluate',
  'supervise',
  'reopen',
  'close',
  'unmerge',
];
const families: Record<string, OrderCommand[]> = {
  'returning, declining, appealing': ['return', 'decline', 'decline-consent', 'appeal', 'withdraw'],
  'assisting and arbitration': ['assist', 'assist-reply', 'assist-drop', 'assist-arbitrate', 'withdraw'],
  'delegating and transferring': ['delegate', 'delegate-return', 'recall', 'escalate', 'transfer'],
  'classifying and extending': ['classify', 'extend', 'extend-decide'],
  withdrawing: ['withdraw', 'withdrawal-callback'],
};

function steps(node: Node, actors: Actor[], moves: OrderCommand[]): Node[] {
  const now = node.now + 3 * 3_600_000;
  const inputs = sampleInputs(node.facts, now);
  const byPeople = actors.flatMap((actor) =>
    moves.flatMap((command) =>
      inputs[command].flatMap((input) => {
        try {
          return [{ facts: runCommand(command, node.facts, input as never, envFor(actor, now)).facts, now }];
        } catch (refusal) {
          if (refusal instanceof RuleBroken) return [];
          throw refusal;
        }
      }),
    ),
  );
  const at = nextSystemStepAt(node.facts);
  const clockNow = at === null ? null : Math.max(at, now);
  const bySystem = clockNow === null ? null : systemStep(node.facts, envFor(system, clockNow));
  return bySystem && clockNow !== null ? [...byPeople, { facts: bySystem.facts, now: clockNow }] : byPeople;
}

/** All that is reachable by anyone, reporter included, and the edges that staff and clocks alone can walk. */
function explore(start: Node[], moves: OrderCommand[]) {
  const nodes = new Map<string, Node>();
  const back = new Map<string, Set<string>>();
  const queue = [...start];
  for (const node of start) nodes.set(keyOf(node), node);
  for (let node = queue.shift(); node; node = queue.shift()) {
    const from = keyOf(node);
    const walked = steps(node, staff, moves);
    for (const next of walked) {
      const key = keyOf(next);
      back.set(key, (back.get(key) ?? new Set()).add(from));
    }
    for (const next of [...walked, ...steps(node, [reporter], moves)]) {
      const key = keyOf(next);
      if (nodes.has(key)) continue;
      nodes.set(key, next);
      queue.push(next);
    }
  }
  return { nodes, back };
}

describe('no dead end', () => {
  const start = [aSubmitted(), aSubmitted(notDecided), anOrder('merged')].map((facts) => ({
    facts,
    now: morning,
  }));

  it.each(Object.entries(families))(
    'with %s some person of the district or a clock can always end it',
    (_title, family) => {
      const { nodes, back } = explore(start, [...core, ...family]);
      const good = new Set([...nodes].filter(([, node]) => ended(node.facts)).map(([key]) => key));
      const queue = [...good];
      for (let key = queue.pop(); key; key = queue.pop()) {
        for (const from of back.get(key) ?? []) {
          if (good.has(from)) continue;
          good.add(from);
          queue.push(from);
        }
      }
      const stuck = [...nodes.keys()].filter((key) => !good.has(key));
      expect(nodes.size).toBeGreaterThan(30);
      expect(stuck).toEqual([]);
    },
  );
});

it('reopens and closes again: an end is not a dead end', () => {
  const reopened = runCommand(
    'reopen',
    anOrder('closed'),
    { version: 0, reason: '又不行了', days: 3 },
    envFor(dispatcher, morning + dayMs),
  );
  expect(reopened.facts.state).toBe('rectifying');
});

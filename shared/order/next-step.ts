import type { Env } from './command/rule';
import { mayRun, type OrderCommand } from './command/run';
import type { OrderFacts } from './facts';
import { hasOpenFinding } from './queue';

/** Bad answer after the archive: the district looks at it once more (spec 2, `evaluate`). */
const isBadAfterClosing = ({ state, negativeAt, closedAt }: OrderFacts) =>
  state === 'closed' && negativeAt !== null && negativeAt > (closedAt ?? 0);

/** Each step with when it is due; what presses most stands first. */
const steps: [OrderCommand, (facts: OrderFacts) => boolean][] = [
  ['accept', () => true],
  ['dispatch', ({ state }) => state === 'submitted'],
  ['assist-arbitrate', () => true],
  ['extend-decide', () => true],
  ['coordinate', ({ escalatedAt }) => escalatedAt !== null],
  ['assist-reply', () => true],
  ['contact', ({ state, contactMet }) => state === 'handling' && !contactMet],
  ['classify', ({ complexity }) => complexity === null],
  ['resolve', () => true],
  ['supervise', hasOpenFinding],
  ['reopen', (facts) => facts.unsolvedUnanswered || isBadAfterClosing(facts)],
  ['unit-callback', () => true],
  [
    'district-callback',
    (facts) => !hasOpenFinding(facts) && (facts.districtCallback === null || facts.negativeAt !== null),
  ],
  ['withdrawal-callback', () => true],
  ['close', () => true],
];

/** What this actor had best do with the order now: always something the rules let him do. */
export const nextStep = (facts: OrderFacts, env: Env): OrderCommand | null =>
  env.actor.kind === 'staff'
    ? (steps.find(([command, isDue]) => isDue(facts) && mayRun(command, facts, env))?.[0] ?? null)
    : null;

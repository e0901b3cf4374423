import type { ClockKind } from '../sla/clock-types';
import type { Instant } from '../sla/instant';
import { runningClock } from './clock';
import { openAssists, workingUnit } from './command/rule';
import type { OrderFacts } from './facts';

/** What an order may wait for, each in plain words: the queues of the workbenches. */
export const queueWords = {
  dispatch: '待派单',
  accept: '待接单',
  handling: '办理中',
  rectifying: '督办整改中',
  assist: '待协办回复',
  'unit-callback': '待单位回访',
  arbitrate: '协办争议待裁定',
  extension: '延期待审批',
  'supervisor-extension': '二次延期待审批',
  'district-callback': '待回访督办',
  'supervisor-callback': '区中心主办待回访',
  finding: '待督办',
  bulletin: '待通报',
  escalated: '待协调',
  appeal: '申诉待处理',
  'negative-closed': '归档后差评',
  'withdrawal-callback': '撤回待回访',
} as const;
export type Queue = keyof typeof queueWords;

/** An order waits in a queue: of one unit, or (null) of the district's own people. */
export interface Wait {
  queue: Queue;
  unitId: string | null;
  /** The due of the clock that runs for this very duty; each holder sees the light of his own (spec 3). */
  dueAt: Instant | null;
  /** A bad answer stands first, whatever its due (spec 2: the district's list). */
  urgent: boolean;
}

const earliest = (facts: OrderFacts, ...kinds: ClockKind[]): Instant | null => {
  const dues = kinds.flatMap((kind) => runningClock(facts, kind)?.dueAt ?? []);
  return dues.length > 0 ? Math.min(...dues) : null;
};

/** The queue of the unit that holds the order now. */
function ofHolder(facts: OrderFacts): Omit<Wait, 'urgent'>[] {
  const worker = workingUnit(facts);
  switch (facts.state) {
    case 'dispatched':
      return [{ queue: 'accept', unitId: facts.dispatchedTo, dueAt: earliest(facts, 'accept') }];
    case 'handling':
      return [{ queue: 'handling', unitId: worker, dueAt: earliest(facts, 'contact', 'resolve', 'rectify') }];
    case 'rectifying':
      return [{ queue: 'rectifying', unitId: worker, dueAt: earliest(facts, 'rectify') }];
    default:
      return [];
  }
}

const ofAssists = (facts: OrderFacts): Omit<Wait, 'urgent'>[] =>
  openAssists(facts)
    .filter((each) => each.state === 'open')
    .map(({ id, unitId }) => ({
      queue: 'assist' as const,
      unitId,
      dueAt: runningClock(facts, 'assist', id)?.dueAt ?? null,
    }));

/** The district centre does not call back about its own work: the supervisor does (spec 2). */
function callbackQueue({ clocks }: OrderFacts): Queue {
  const called = clocks.filter((each) => each.kind === 'district-callback').at(-1);
  return called?.holderUnitId === null ? 'supervisor-callback' : 'district-callback';
}

/** A finding of this round that the supervisor has not pressed yet: nobody calls again before that. */
export const hasOpenFinding = ({ findings, round }: OrderFacts): boolean =>
  findings.some((each) => !each.supervised && each.round === round);

/** Each with the instant it is due, in the queues of the district centre and the district office. */
function ofDistrict(facts: OrderFacts): [Queue, boolean, Instant | null][] {
  const { state } = facts;
  const atWork = ['handling', 'rectifying'].includes(state);
  const asked = atWork ? facts.extensions.find((each) => each.state === 'asked') : undefined;
  const decideBy = asked?.decideBy ?? null;
  const arbitrate = facts.clocks.find((each) => each.kind === 'arbitrate' && each.endedAt === null);
  return [
    ['dispatch', state === 'submitted' && !facts.appealed, earliest(facts, 'dispatch')],
    ['appeal', state === 'submitted' && facts.appealed, earliest(facts, 'dispatch')],
    ['arbitrate', openAssists(facts).some((each) => each.state === 'declined'), arbitrate?.dueAt ?? null],
    ['extension', asked !== undefined && !asked.bySupervisorOnly, decideBy],
    ['supervisor-extension', asked?.bySupervisorOnly === true, decideBy],
    [
      callbackQueue(facts),
      state === 'resolved' &&
        !hasOpenFinding(facts) &&
        (facts.districtCallback === null || facts.negativeAt !== null),
      earliest(facts, 'district-callback'),
    ],
    ['finding', state === 'resolved' && hasOpenFinding(facts), earliest(facts, 'supervise-due')],
    ['bulletin', facts.findings.some((each) => each.bulletin === 'due'), null],
    ['escalated', facts.escalatedAt !== null && atWork, null],
    [
      'negative-closed',
      state === 'closed' && facts.negativeAt !== null && facts.negativeAt > (facts.closedAt ?? 0),
      null,
    ],
    ['withdrawal-callback', facts.withdrawalCallbackDue, null],
  ];
}

const waitsForUnitCallback = ({ state, round, closedAt, unitCallback }: OrderFacts) =>
  unitCallback === null && (state === 'resolved' || (state === 'merged' && round > 0 && closedAt === null));

/** All that an order waits for now, for whom and by when. */
export function waitsOf(facts: OrderFacts): Wait[] {
  const urgent = facts.negativeAt !== null;
  const called = waitsForUnitCallback(facts)
    ? [{ queue: 'unit-callback' as const, unitId: facts.lead, dueAt: earliest(facts, 'unit-callback') }]
    : [];
  const units = [...ofHolder(facts), ...ofAssists(facts), ...called].map((each) => ({
    ...each,
    urgent: false,
  }));
  const district = ofDistrict(facts)
    .filter(([, waits]) => waits)
    .map(([queue, , dueAt]) => ({ queue, unitId: null, dueAt, urgent }));
  return [...units, ...district];
}

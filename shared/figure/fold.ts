import type { Instant } from '../sla/instant';

/** One line of an order's ledger, as far as figures need it. */
export interface FigureEvent {
  kind: string;
  at: Instant;
  data: Record<string, unknown>;
}

/** The answer of one round: the reporter's own before the district's callback before the unit's (spec 7). */
export interface RoundFigures {
  round: number;
  resolvedAt: Instant;
  unitCallback: boolean;
  districtCallback: boolean;
  solved: boolean | null;
  satisfaction: number | null;
}

/** What the figures of spec 7 need to know of one order; nothing of it is personal. */
export interface OrderFigures {
  submittedAt: Instant;
  acceptedAt: Instant | null;
  firstResolvedAt: Instant | null;
  lastResolvedAt: Instant | null;
  closedAt: Instant | null;
  declinedAt: Instant | null;
  withdrawnAt: Instant | null;
  /** The newest dispatch to a unit that the order had been dispatched to before. */
  circledAt: Instant | null;
  appealed: boolean;
  returned: number;
  reclassified: number;
  extended: number;
  urged: number;
  supervised: number;
  reopened: number;
  /** When the order was sent back or declined: an `accept` clock that ended then is shown apart. */
  refusedAt: Instant[];
  returns: Returned[];
  rounds: RoundFigures[];
}

/** The order was given back by a unit and, as far as is known, sent to another. */
export interface Returned {
  at: Instant;
  from: string | null;
  to: string | null;
}

interface Answers {
  own: { solved: boolean; satisfaction: number | null } | null;
  district: { solved: boolean | null; satisfaction: number | null } | null;
  unit: { solved: boolean | null; satisfaction: number | null } | null;
}

/** What a callback says of being solved; one that reached nobody says nothing. */
const saysSolved: Record<string, boolean> = {
  solved: true,
  unsolved: false,
  confirmed: true,
  unresolved: false,
  misreported: false,
};
const solvedBy = (result: unknown): boolean | null => saysSolved[String(result)] ?? null;
const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const emptyAnswers = (): Answers => ({ own: null, district: null, unit: null });

function roundOf(resolvedAt: Instant, round: number, { own, district, unit }: Answers): RoundFigures {
  const said = [own, district, unit];
  return {
    round,
    resolvedAt,
    unitCallback: unit !== null,
    districtCallback: district !== null,
    solved: said.map((each) => each?.solved ?? null).find((solved) => solved !== null) ?? null,
    satisfaction: said.map((each) => each?.satisfaction ?? null).find((level) => level !== null) ?? null,
  };
}

type Counts = Omit<OrderFigures, 'rounds'>;
const counters: Record<string, (counts: Counts, event: FigureEvent) => void> = {
  'order.accepted': (counts, { at }) => {
    counts.acceptedAt ??= at;
  },
  'order.declined': (counts, { at }) => {
    counts.declinedAt = at;
    counts.refusedAt.push(at);
  },
  'order.withdrawn': (counts, { at }) => {
    counts.withdrawnAt = at;
  },
  'order.appealed': (counts) => {
    counts.appealed = true;
    counts.declinedAt = null;
  },
  'order.returned': (counts, { at, data }) => {
    counts.returned += 1;
    counts.refusedAt.push(at);
    counts.returns.push({ at, from: textOr(data.unitId), to: null });
  },
  'order.dispatched': ({ returns }, { data }) => {
    const last = returns.at(-1);
    if (last && last.to === null) last.to = textOr(data.unitId);
  },
  'order.classified': (counts, { data }) => {
    if (data.from) counts.reclassified += 1;
  },
  'extension.decided': (counts, { data }) => {
    if (data.granted) counts.extended += 1;
  },
  'order.urged': (counts) => {
    counts.urged += 1;
  },
  'order.supervised': (counts) => {
    counts.supervised += 1;
  },
  'order.reopened': (counts) => {
    counts.reopened += 1;
    counts.closedAt = null;
  },
  'order.resolved-with-primary': (counts) => {
    counts.closedAt = null;
  },
  'order.closed': (counts, { at }) => {
    counts.closedAt = at;
  },
  'order.closed-with-primary': (counts, { at }) => {
    counts.closedAt = at;
  },
};

function lastCircle(events: readonly FigureEvent[]): Instant | null {
  const units = new Set<unknown>();
  let circledAt: Instant | null = null;
  for (const { kind, at, data } of events) {
    if (kind !== 'order.dispatched') continue;
    if (units.has(data.unitId)) circledAt = at;
    units.add(data.unitId);
  }
  return circledAt;
}

/** An order's figures from its whole ledger: the same events always give the same figures (spec 7). */
export function foldOrder(events: readonly FigureEvent[]): OrderFigures {
  const counts: Counts = {
    submittedAt: events[0]?.at ?? 0,
    acceptedAt: null,
    firstResolvedAt: null,
    lastResolvedAt: null,
    closedAt: null,
    declinedAt: null,
    withdrawnAt: null,
    circledAt: lastCircle(events),
    appealed: false,
    returned: 0,
    reclassified: 0,
    extended: 0,
    urged: 0,
    supervised: 0,
    reopened: 0,
    refusedAt: [],
    returns: [],
  };
  const rounds: { at: Instant; round: number; answers: Answers }[] = [];
  for (const event of events) {
    counters[event.kind]?.(counts, event);
    const { kind, at, data } = event;
    if (kind === 'order.resolved' || kind === 'order.resolved-with-primary') {
      counts.firstResolvedAt ??= at;
      counts.lastResolvedAt = at;
      rounds.push({ at, round: rounds.length + 1, answers: emptyAnswers() });
    }
    const answers = rounds.at(-1)?.answers;
    if (!answers) continue;
    const satisfaction = numberOr(data.satisfaction);
    if (kind === 'order.evaluated') answers.own = { solved: Boolean(data.solved), satisfaction };
    if (kind === 'district-callback.made' && data.done)
      answers.district = { solved: solvedBy(data.result), satisfaction };
    if (kind === 'unit-callback.made' && data.done)
      answers.unit = { solved: solvedBy(data.result), satisfaction };
  }
  return { ...counts, rounds: rounds.map(({ at, round, answers }) => roundOf(at, round, answers)) };
}

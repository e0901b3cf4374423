import type { ClockKind, Limit } from '../sla/clock-types';
import type { Day, Instant } from '../sla/instant';
import type { State } from './state';
import type { Channel, Complexity, Result, Role, Satisfaction, Stage } from './vocabulary';

/** From where a member of staff acts, for the ledger (spec 8). */
export interface Whence {
  device: string | null;
  address: string;
}

/** Who acts: a signed-in person in one unit, a reporter, or the system itself (spec 6). */
export type Actor =
  | { kind: 'staff'; id: string; roles: { role: Role; unitId: string }[]; from?: Whence }
  | { kind: 'reporter'; accountId: string | null; orderId: string | null }
  | { kind: 'kiosk'; deviceId: string; unitId: string }
  | { kind: 'partner'; partnerId: string }
  | { kind: 'system' };

export interface Clock {
  /** Empty for a clock the database has not seen yet. */
  id: string;
  kind: ClockKind;
  /** The unit (or office) that must act; null for the supervisor's own clocks. */
  holderUnitId: string | null;
  /** The assist this clock belongs to. */
  assistId: string | null;
  round: number;
  startedAt: Instant;
  limit: Limit;
  closing: string;
  dueAt: Instant;
  /** The due before any extension or move: what "on time, original" is counted against. */
  originalDueAt: Instant;
  provisional: boolean;
  endedAt: Instant | null;
  outcome: 'met' | 'late' | 'void' | null;
  /** Late at its end, or voided after its due: stays a fact of its holder. */
  lateByMs: number;
}

export type CustodyRole = 'dispatcher' | 'unit' | 'delegate' | 'assist';
export interface Custody {
  role: CustodyRole;
  unitId: string;
  fromAt: Instant;
  toAt: Instant | null;
}

export interface Assist {
  id: string;
  unitId: string;
  askedAt: Instant;
  round: number;
  state: 'open' | 'declined' | 'replied' | 'dropped' | 'released';
  /** A declined assist that must reply after arbitration, or one the supervisor named. */
  binding: boolean;
  declinedOnce: boolean;
}

export interface Contact {
  at: Instant;
  reached: boolean;
  means: 'phone' | 'visit' | 'message';
  unitId: string;
}
export interface Extension {
  id: string;
  askedAt: Instant;
  days: number;
  decideBy: Instant;
  state: 'asked' | 'granted' | 'refused' | 'void';
  bySupervisorOnly: boolean;
  /** Which clock was granted more days. */
  clock?: ClockKind;
}
export interface Evaluation {
  at: Instant;
  round: number;
  solved: boolean;
  satisfaction: Satisfaction;
}
export interface UnitCallback {
  at: Instant;
  result: 'solved' | 'unsolved' | 'unreached';
  satisfaction: Satisfaction | null;
  byStaffId: string;
  self: boolean;
}
export interface DistrictCallback {
  at: Instant;
  result: 'confirmed' | 'unresolved' | 'misreported' | 'unreached';
  satisfaction: Satisfaction | null;
}
export interface Finding {
  round: number;
  at: Instant;
  kind: 'unresolved' | 'misreported';
  supervised: boolean;
  bulletin: 'due' | 'named' | 'excused';
}

/** All that the rules need to know of one order. Personal data and free text are not here: they stay sealed. */
export interface OrderFacts {
  id: string;
  number: string;
  version: number;
  state: State;
  /** Where an un-merge goes back to. */
  stateBeforeMerge: State | null;
  round: number;
  channel: Channel;
  reporterKind: 'person' | 'enterprise';
  reporterAccountId: string | null;
  hasPhone: boolean;
  phoneVerified: boolean;
  stage: Stage;
  matterId: string | null;
  hallUnitId: string | null;
  placeUnitId: string | null;
  town: string | null;
  submittedAt: Instant;
  acceptedAt: Instant | null;
  firstResolvedAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  declinedAt: Instant | null;
  dispatchedTo: string | null;
  binding: boolean;
  returns: number;
  returnedBy: string[];
  appealed: boolean;
  lead: string | null;
  /** From the unit right below the lead down to the one that works now. */
  delegates: string[];
  complexity: Complexity | null;
  /** 'system' once the due of the contact clock passed without a class. */
  classSetBy: 'person' | 'system' | null;
  classUpMoves: number;
  reclassified: number;
  contacts: Contact[];
  contactMet: boolean;
  assists: Assist[];
  extensions: Extension[];
  followUpDay: Day | null;
  escalatedAt: Instant | null;
  /** The person who resolved, and the unit they did it for (the lead or its delegate). */
  resolvedBy: string | null;
  result: Result | null;
  evaluation: Evaluation | null;
  unitCallback: UnitCallback | null;
  unitCallbackTries: Instant[];
  districtCallback: DistrictCallback | null;
  districtCallbackTries: Instant[];
  /** Findings of district callbacks, of every round: each stays on the bulletin list until named or excused. */
  findings: Finding[];
  /** Instant of the last "not solved" or ≤ 2 of this round, also from merged reporters. */
  negativeAt: Instant | null;
  /** An unsolved unit callback that neither reopen nor a district callback has answered yet. */
  unsolvedUnanswered: boolean;
  reopened: number;
  supervised: number;
  urged: number;
  reporterUrgedOn: Day | null;
  primaryId: string | null;
  mergedIds: string[];
  mergedAt: Instant | null;
  /** Dues that a merge brought forward, so that an un-merge can put them back. */
  mergeMoves: { orderId: string; clockId: string; from: Instant; to: Instant }[];
  /** The supervisor agreed to decline once more after an appeal. */
  declineConsentAt: Instant | null;
  withdrawalCallbackDue: boolean;
  withoutEvaluation: boolean;
  clocks: Clock[];
  custody: Custody[];
}

import type { Calendar } from '../../sla/calendar';
import type { SlaSettings } from '../../sla/clocks';
import type { Instant } from '../../sla/instant';
import type { Actor, OrderFacts } from '../facts';
import { RuleBroken } from '../rule-broken';
import { type Command, nextState, type State } from '../state';
import type { UnitKind } from '../vocabulary';

/** What the rules ask of the tree of units. */
export interface UnitTree {
  kindOf(unitId: string): UnitKind | null;
  isBelow(unitId: string, above: string): boolean;
  /** Some unit below could take work on. */
  hasUsableBelow(unitId: string): boolean;
  closingOf(unitId: string | null): string;
  /** Active, and with an active handler. */
  isUsable(unitId: string): boolean;
  /** Somebody of this unit other than `staffId` could make a call. */
  hasOtherStaff(unitId: string, staffId: string): boolean;
  districtCentre: string;
  districtOffice: string;
}

export interface Env {
  now: Instant;
  actor: Actor;
  calendar: Calendar;
  settings: SlaSettings;
  units: UnitTree;
  newId(): string;
}

/** One line of the ledger: `data` is never personal and never free text; `words` are sealed before they are kept. */
export interface EventDraft {
  kind: string;
  data: Record<string, unknown>;
  words: Record<string, string>;
  files: string[];
  internal: boolean;
  /** The system's own doing within somebody's command: routing runs in the breath of a submit (spec 2). */
  bySystem?: true;
}

export type Recipient =
  | 'reporter'
  | { unitId: string; who: 'handler' | 'unit-lead' }
  | { role: 'dispatcher' | 'supervisor' | 'inspector' };

export interface NoticeDraft {
  topic: string;
  to: Recipient;
  params: Record<string, string | number | null>;
}

/** What a command does to an order: the new facts, the lines for the ledger, and who is told. */
export interface Change {
  facts: OrderFacts;
  events: EventDraft[];
  notices: NoticeDraft[];
}

/** A command: who may, what forbids it whatever the input, and what it does. */
export interface Rule<Input> {
  may(facts: OrderFacts, env: Env): boolean;
  /** Throws `RuleBroken` where the order's facts forbid it; no input is known yet. */
  guard?(facts: OrderFacts, env: Env): void;
  run(facts: OrderFacts, input: Input, env: Env): Change;
}

type Words = Record<string, string | undefined>;

/** An event; words left empty are dropped. */
export function event(
  kind: string,
  data: Record<string, unknown> = {},
  words: Words = {},
  more: { files?: string[]; internal?: boolean } = {},
): EventDraft {
  const kept = Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    kind,
    data,
    words: Object.fromEntries(kept),
    files: more.files ?? [],
    internal: more.internal ?? false,
  };
}

export const toReporter = (topic: string, params: NoticeDraft['params'] = {}): NoticeDraft => ({
  topic,
  to: 'reporter',
  params,
});
export const toHandler = (
  unitId: string,
  topic: string,
  params: NoticeDraft['params'] = {},
): NoticeDraft => ({ topic, to: { unitId, who: 'handler' }, params });
export const toUnitLead = (
  unitId: string,
  topic: string,
  params: NoticeDraft['params'] = {},
): NoticeDraft => ({ topic, to: { unitId, who: 'unit-lead' }, params });
export const toRole = (
  role: 'dispatcher' | 'supervisor' | 'inspector',
  topic: string,
  params: NoticeDraft['params'] = {},
): NoticeDraft => ({ topic, to: { role }, params });

/** The facts in the state the table names; throws `order.illegal-transition`. */
export const moved = (facts: OrderFacts, command: Command, before?: State): OrderFacts => ({
  ...facts,
  state: nextState(facts.state, command, before),
});

export function demand(
  condition: boolean,
  code: string,
  detail: Record<string, unknown> = {},
  status: 403 | 404 | 409 | 422 = 409,
): asserts condition {
  if (!condition) throw new RuleBroken(code, detail, status);
}

/** The unit whose people work on the order now: the last delegate, else the lead. */
export const workingUnit = (facts: OrderFacts): string | null => facts.delegates.at(-1) ?? facts.lead;

/** Assists that still stand in the way of `resolve`. */
export const openAssists = (facts: OrderFacts) =>
  facts.assists.filter((assist) => assist.state === 'open' || assist.state === 'declined');

import type { Env, UnitTree } from './command/rule';
import { openAssists, workingUnit } from './command/rule';
import type { Actor, OrderFacts } from './facts';
import type { Role } from './vocabulary';

/** Kinds of unit where the clerk works on orders too (spec 2, "Actors"). */
const halls = ['centre', 'subcentre', 'district_centre'];

const rolesOf = (actor: Actor) => (actor.kind === 'staff' ? actor.roles : []);

/** Holds this role anywhere. */
export const hasRole = (actor: Actor, role: Role): boolean =>
  rolesOf(actor).some((held) => held.role === role);

/** Holds one of these roles in that very unit. */
export const hasRoleIn = (actor: Actor, unitId: string | null, ...wanted: Role[]): boolean =>
  unitId !== null && rolesOf(actor).some((held) => held.unitId === unitId && wanted.includes(held.role));

/** Works for that unit on orders: its handler and unit-lead, in a hall its clerk as well. */
export const worksIn = (actor: Actor, unitId: string | null, units: UnitTree): boolean =>
  hasRoleIn(actor, unitId, 'handler', 'unit-lead') ||
  (unitId !== null && halls.includes(units.kindOf(unitId) ?? '') && hasRoleIn(actor, unitId, 'clerk'));

export const isDispatcher = (actor: Actor): boolean => hasRole(actor, 'dispatcher');
export const isSupervisor = (actor: Actor): boolean => hasRole(actor, 'supervisor');
export const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** The reporter of this order: signed in, or with number and code or link for just this one (spec 4). */
export const isReporter = (facts: OrderFacts, actor: Actor): boolean =>
  actor.kind === 'reporter' &&
  (actor.orderId === facts.id || (actor.accountId !== null && actor.accountId === facts.reporterAccountId));

export const isLead = (facts: OrderFacts, env: Env): boolean => worksIn(env.actor, facts.lead, env.units);
export const isLeadOfficer = (facts: OrderFacts, env: Env): boolean =>
  hasRoleIn(env.actor, facts.lead, 'handler', 'unit-lead');
/** Lead, or the delegate that works now. */
export const isWorking = (facts: OrderFacts, env: Env): boolean =>
  isLead(facts, env) || worksIn(env.actor, workingUnit(facts), env.units);
export const isDispatchedTo = (facts: OrderFacts, env: Env): boolean =>
  worksIn(env.actor, facts.dispatchedTo, env.units);
/** District callback and extension are the supervisor's where the district centre leads itself (spec 2). */
export const decidesForDistrict = (facts: OrderFacts, env: Env): boolean =>
  facts.lead === env.units.districtCentre ? isSupervisor(env.actor) : isDispatcher(env.actor);

/** Everyone with a hand in the order: lead, delegates, open assists, the unit it waits at, the hall, the district. */
export const isOnOrder = (facts: OrderFacts, env: Env): boolean => {
  const hands = [
    facts.lead,
    facts.dispatchedTo,
    facts.hallUnitId,
    ...facts.delegates,
    ...openAssists(facts).map((assist) => assist.unitId),
  ];
  return (
    isDispatcher(env.actor) ||
    isSupervisor(env.actor) ||
    hands.some((unitId) => worksIn(env.actor, unitId, env.units))
  );
};

export type Sight = 'full' | 'returned-only' | 'none';

/** The hall where it was reported, unless it said "not ours" itself. */
const hallThatSees = (facts: OrderFacts) =>
  facts.hallUnitId !== null && facts.returnedBy.includes(facts.hallUnitId) ? null : facts.hallUnitId;

/** Units whose people see an order whole (their own and those above them). */
export const unitsThatSee = (facts: OrderFacts): string[] => [
  ...new Set(
    [
      facts.lead,
      facts.dispatchedTo,
      hallThatSees(facts),
      ...facts.delegates,
      ...facts.assists.map((a) => a.unitId),
    ].filter((unitId): unitId is string => unitId !== null),
  ),
];

/** Who may see an order (spec 6). May not see: the server answers 404. */
export function sightOf(facts: OrderFacts, actor: Actor, units: UnitTree): Sight {
  if (isReporter(facts, actor) || isSystem(actor)) return 'full';
  if ((['dispatcher', 'supervisor', 'inspector'] as const).some((role) => hasRole(actor, role)))
    return 'full';
  const own = rolesOf(actor).filter((held) => ['clerk', 'handler', 'unit-lead'].includes(held.role));
  const within = (unitId: string) =>
    own.some((held) => held.unitId === unitId || units.isBelow(unitId, held.unitId));
  if (unitsThatSee(facts).some(within)) return 'full';
  return facts.returnedBy.some((unitId) => own.some((held) => held.unitId === unitId))
    ? 'returned-only'
    : 'none';
}

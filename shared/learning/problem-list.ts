import { type Life, stepsOf } from '../life';
import type { UnitTree } from '../order/command/rule';
import type { Actor } from '../order/facts';
import { hasRoleIn, isDispatcher, isSupervisor, worksIn } from '../order/permission';

/** The states of a line of the problem list (spec 7). */
export const problemStates = {
  open: '待定措施',
  planned: '整改中',
  done: '已完成，待确认',
  effective: '确认有效',
  recurred: '又发生',
  dropped: '已撤销',
} as const;
export type ProblemState = keyof typeof problemStates;

export const problemCommands = {
  edit: '修改',
  measure: '定措施',
  finish: '措施已完成',
  confirm: '确认有效',
  recur: '认定又发生',
  drop: '撤销',
} as const;
export type ProblemCommand = keyof typeof problemCommands;

/** Where an item comes from: a cause category, a group of similar reports, or single orders. */
export const problemSources = { cause: '原因分类', cluster: '相似诉求', orders: '具体工单' } as const;
export type ProblemSource = keyof typeof problemSources;

/** The whole life of an item; nothing else names a next state. */
export const problemTransitions: Life<ProblemCommand, ProblemState> = {
  edit: { open: 'same', planned: 'same', done: 'same', recurred: 'same' },
  measure: { open: 'planned', planned: 'same', recurred: 'planned' },
  finish: { planned: 'done' },
  confirm: { done: 'effective' },
  recur: { done: 'recurred', effective: 'recurred' },
  drop: { open: 'dropped', planned: 'dropped' },
};

/** The state after a command; RuleBroken `problem.illegal-step` where the table has none. */
export const nextProblemState = stepsOf(problemTransitions, 'problem.illegal-step');

export interface ProblemFacts {
  ownerUnitId: string;
  openedByDistrict: boolean;
}

const isDistrict = (actor: Actor) => isDispatcher(actor) || isSupervisor(actor);

/**
 * Who may do what with an item (spec 6, 7): the owner unit keeps it and does its measure; the district judges the
 * effect, the supervisor alone where the district centre owns it; who opened it may drop it.
 */
export function mayProblem(
  command: ProblemCommand,
  { ownerUnitId, openedByDistrict }: ProblemFacts,
  actor: Actor,
  units: UnitTree,
): boolean {
  const own = worksIn(actor, ownerUnitId, units);
  if (command === 'finish') return own;
  if (command === 'confirm' || command === 'recur')
    return ownerUnitId === units.districtCentre ? isSupervisor(actor) : isDistrict(actor);
  if (command === 'drop')
    return isDistrict(actor) || (!openedByDistrict && hasRoleIn(actor, ownerUnitId, 'unit-lead'));
  return own || isDistrict(actor);
}

/** Opening an item: a unit's people for their own unit, the district for any (spec 7). */
export const mayOpenProblem = (ownerUnitId: string, actor: Actor, units: UnitTree): boolean =>
  isDistrict(actor) || worksIn(actor, ownerUnitId, units);

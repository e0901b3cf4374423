import { type Life, stepsOf } from '../life';
import type { UnitTree } from '../order/command/rule';
import type { Actor } from '../order/facts';
import { isDispatcher, isSupervisor, worksIn } from '../order/permission';

/** The states of a good practice (spec 7). */
export const practiceStates = {
  proposed: '待审核',
  returned: '退回修改',
  approved: '已发布',
  withdrawn: '已撤下',
} as const;
export type PracticeState = keyof typeof practiceStates;

export const practiceCommands = {
  revise: '修改后再提交',
  approve: '同意发布',
  return: '退回修改',
  show: '在首页展示',
  hide: '不在首页展示',
  withdraw: '撤下',
} as const;
export type PracticeCommand = keyof typeof practiceCommands;

export const practiceTransitions: Life<PracticeCommand, PracticeState> = {
  revise: { proposed: 'same', returned: 'proposed' },
  approve: { proposed: 'approved' },
  return: { proposed: 'returned' },
  show: { approved: 'same' },
  hide: { approved: 'same' },
  withdraw: { proposed: 'withdrawn', returned: 'withdrawn', approved: 'withdrawn' },
};

/** The state after a command; RuleBroken `practice.illegal-step` where the table has none. */
export const nextPracticeState = stepsOf(practiceTransitions, 'practice.illegal-step');

export interface PracticeFacts {
  unitId: string;
  state: PracticeState;
}

/** Proposing: the people of the unit whose work it is, and the district. */
export const mayPropose = (unitId: string, actor: Actor, units: UnitTree): boolean =>
  worksIn(actor, unitId, units) || isDispatcher(actor) || isSupervisor(actor);

/** The supervisor decides what is shown; whoever may propose writes it anew, and takes it back before it is shown. */
export function mayPractice(
  command: PracticeCommand,
  { unitId, state }: PracticeFacts,
  actor: Actor,
  units: UnitTree,
): boolean {
  if (command === 'revise') return mayPropose(unitId, actor, units);
  if (command === 'withdraw' && state !== 'approved') return mayPropose(unitId, actor, units);
  return isSupervisor(actor);
}

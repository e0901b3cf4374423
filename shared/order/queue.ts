import { openAssists } from './command/rule';
import type { OrderFacts } from './facts';

/** The queues of the workbench that do not depend on who looks: kept beside the order so that they can be indexed. */
export const queueWords = {
  dispatch: '待派单',
  accept: '待接单',
  handling: '办理中',
  rectifying: '督办整改中',
  'unit-callback': '待单位回访',
  arbitrate: '协办争议待裁定',
  extension: '延期待审批',
  'supervisor-extension': '二次延期待审批',
  'district-callback': '待回访督办',
  finding: '待督办',
  bulletin: '待通报',
  escalated: '待协调',
  appeal: '申诉待处理',
  'negative-closed': '归档后差评',
  'withdrawal-callback': '撤回待回访',
} as const;
export type Queue = keyof typeof queueWords;

/** Which queues an order waits in now. */
export function queuesOf(facts: OrderFacts): Queue[] {
  const { state } = facts;
  const asked = facts.extensions.find((each) => each.state === 'asked');
  const awaiting = state === 'resolved' && (facts.districtCallback === null || facts.negativeAt !== null);
  const when: [Queue, boolean][] = [
    ['dispatch', state === 'submitted'],
    ['accept', state === 'dispatched'],
    ['handling', state === 'handling'],
    ['rectifying', state === 'rectifying'],
    [
      'unit-callback',
      (state === 'resolved' || (state === 'merged' && facts.round > 0 && facts.closedAt === null)) &&
        facts.unitCallback === null,
    ],
    ['arbitrate', openAssists(facts).some((each) => each.state === 'declined')],
    ['extension', asked !== undefined && !asked.bySupervisorOnly],
    ['supervisor-extension', asked?.bySupervisorOnly === true],
    ['district-callback', awaiting],
    [
      'finding',
      facts.findings.some((each) => !each.supervised && each.round === facts.round) && state === 'resolved',
    ],
    ['bulletin', facts.findings.some((each) => each.bulletin === 'due')],
    ['escalated', facts.escalatedAt !== null],
    ['appeal', facts.appealed && state === 'submitted'],
    [
      'negative-closed',
      state === 'closed' && facts.negativeAt !== null && facts.negativeAt > (facts.closedAt ?? 0),
    ],
    ['withdrawal-callback', facts.withdrawalCallbackDue],
  ];
  return when.filter(([, waits]) => waits).map(([queue]) => queue);
}

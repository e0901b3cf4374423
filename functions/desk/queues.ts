import { and, arrayContains, arrayOverlaps, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Queue } from '../../shared/order/queue';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Role } from '../../shared/order/vocabulary';
import { order } from '../db/schema';
import type { Context } from '../order/context';

export interface DeskQueue {
  id: string;
  title: string;
  roles: Role[];
  /** Which orders wait here for this member of staff. */
  where(ctx: Context, units: string[]): SQL | undefined;
}

const waits = (queue: Queue) => arrayContains(order.queues, [queue]);
const mine = (queue: Queue, column: AnyPgColumn) => (_ctx: Context, units: string[]) =>
  units.length > 0 ? and(waits(queue), inArray(column, units)) : sql`false`;
const unitRoles: Role[] = ['handler', 'unit-lead', 'clerk'];

/** The queues of every role's workbench, the most pressing first. */
export const deskQueues: DeskQueue[] = [
  { id: 'mine-to-accept', title: '待接单', roles: unitRoles, where: mine('accept', order.dispatchedUnitId) },
  { id: 'mine-handling', title: '办理中', roles: unitRoles, where: mine('handling', order.workingUnitId) },
  {
    id: 'mine-rectifying',
    title: '督办整改',
    roles: unitRoles,
    where: mine('rectifying', order.workingUnitId),
  },
  {
    id: 'mine-assists',
    title: '待协办回复',
    roles: unitRoles,
    where: (_ctx, units) => (units.length > 0 ? arrayOverlaps(order.openAssistUnits, units) : sql`false`),
  },
  {
    id: 'mine-callbacks',
    title: '待单位回访',
    roles: unitRoles,
    where: mine('unit-callback', order.leadUnitId),
  },
  { id: 'dispatch', title: '待派单', roles: ['dispatcher'], where: () => waits('dispatch') },
  { id: 'appeals', title: '申诉', roles: ['dispatcher', 'supervisor'], where: () => waits('appeal') },
  { id: 'arbitrate', title: '协办争议', roles: ['dispatcher'], where: () => waits('arbitrate') },
  {
    id: 'extensions',
    title: '延期审批',
    roles: ['dispatcher', 'supervisor'],
    where: (ctx) =>
      arrayOverlaps(
        order.queues,
        holds(ctx, 'supervisor') ? ['extension', 'supervisor-extension'] : ['extension'],
      ),
  },
  {
    id: 'district-callbacks',
    title: '回访督办',
    roles: ['dispatcher', 'supervisor'],
    where: () => waits('district-callback'),
  },
  {
    id: 'negative-closed',
    title: '归档后差评',
    roles: ['dispatcher'],
    where: () => waits('negative-closed'),
  },
  { id: 'withdrawals', title: '撤回回访', roles: ['dispatcher'], where: () => waits('withdrawal-callback') },
  { id: 'findings', title: '待督办', roles: ['supervisor', 'inspector'], where: () => waits('finding') },
  { id: 'escalated', title: '待协调', roles: ['supervisor'], where: () => waits('escalated') },
  { id: 'bulletin', title: '待通报', roles: ['supervisor', 'inspector'], where: () => waits('bulletin') },
  {
    id: 'overdue',
    title: '已超期',
    roles: ['dispatcher', 'supervisor', 'inspector'],
    where: (ctx) => lt(order.lightDueAt, ctx.now()),
  },
];

export const holds = (ctx: Context, ...wanted: Role[]): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.roles.some((held) => wanted.includes(held.role));

/** The units this person works for: queues of a unit are its own people's, never those above it (spec 6). */
export const ownUnits = (ctx: Context): string[] =>
  ctx.actor.kind === 'staff'
    ? ctx.actor.roles.filter((held) => unitRoles.includes(held.role)).map((held) => held.unitId)
    : [];

export const queuesFor = (ctx: Context): DeskQueue[] =>
  deskQueues.filter((queue) => holds(ctx, ...queue.roles));

/** An admin does not see orders by being admin (spec 6). */
export function requireSeeing(ctx: Context): void {
  if (!holds(ctx, ...unitRoles, 'dispatcher', 'supervisor', 'inspector'))
    throw new RuleBroken('order.forbidden', {}, 403);
}

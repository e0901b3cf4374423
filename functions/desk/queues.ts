import type { Queue } from '../../shared/order/queue';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Role } from '../../shared/order/vocabulary';
import type { Context } from '../order/context';

export interface DeskQueue {
  id: string;
  title: string;
  roles: Role[];
  /** What of `order_wait` it shows. */
  queues: Queue[];
  /** Whose: each unit's people have their own, the district's people share theirs. */
  of: 'unit' | 'district';
  /** Roles that look on while others act. */
  watchers?: Role[];
}

const unitRoles: Role[] = ['handler', 'unit-lead', 'clerk'];
const ofUnit = (id: string, title: string, queue: Queue): DeskQueue => ({
  id,
  title,
  roles: unitRoles,
  queues: [queue],
  of: 'unit',
});
const ofDistrict = (id: string, title: string, roles: Role[], ...queues: Queue[]): DeskQueue => ({
  id,
  title,
  roles,
  queues,
  of: 'district',
});

const watchedBy = (watchers: Role[], queue: DeskQueue): DeskQueue => ({ ...queue, watchers });

/** The queues of every role's workbench, the most pressing first. */
const deskQueues: DeskQueue[] = [
  ofUnit('mine-to-accept', '待接单', 'accept'),
  ofUnit('mine-handling', '办理中', 'handling'),
  ofUnit('mine-rectifying', '督办整改', 'rectifying'),
  ofUnit('mine-assists', '待协办回复', 'assist'),
  ofUnit('mine-callbacks', '待单位回访', 'unit-callback'),
  ofDistrict('dispatch', '待派单', ['dispatcher'], 'dispatch'),
  ofDistrict('appeals', '申诉', ['dispatcher', 'supervisor'], 'appeal'),
  ofDistrict('arbitrate', '协办争议', ['dispatcher'], 'arbitrate'),
  ofDistrict('extensions', '延期审批', ['dispatcher'], 'extension'),
  ofDistrict('second-extensions', '延期审批', ['supervisor'], 'extension', 'supervisor-extension'),
  watchedBy(['inspector'], ofDistrict('findings', '待督办', ['supervisor', 'inspector'], 'finding')),
  ofDistrict('escalated', '待协调', ['supervisor'], 'escalated'),
  watchedBy(
    ['supervisor'],
    ofDistrict('district-callbacks', '回访督办', ['dispatcher', 'supervisor'], 'district-callback'),
  ),
  ofDistrict('supervisor-callbacks', '区中心主办待回访', ['supervisor'], 'supervisor-callback'),
  ofDistrict('negative-closed', '归档后差评', ['dispatcher'], 'negative-closed'),
  ofDistrict('withdrawals', '撤回回访', ['dispatcher'], 'withdrawal-callback'),
  watchedBy(['inspector'], ofDistrict('bulletin', '待通报', ['supervisor', 'inspector'], 'bulletin')),
];

export const holds = (ctx: Context, ...wanted: Role[]): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.roles.some((held) => wanted.includes(held.role));

/** The units this person works for: queues of a unit are its own people's, never those above it (spec 6). */
export const ownUnits = (ctx: Context): string[] =>
  ctx.actor.kind === 'staff'
    ? ctx.actor.roles.filter((held) => unitRoles.includes(held.role)).map((held) => held.unitId)
    : [];

/** The queues on this person's workbench; one title stands there once. */
export const queuesFor = (ctx: Context): DeskQueue[] => {
  const own = deskQueues.filter((queue) => holds(ctx, ...queue.roles));
  const wider = (queue: DeskQueue) =>
    own.some((other) => other.title === queue.title && other.queues.length > queue.queues.length);
  return own.filter((queue) => !wider(queue));
};

/** Whether this person only looks on while others act. */
export const watches = (ctx: Context, { roles, watchers = [] }: DeskQueue): boolean =>
  !holds(ctx, ...roles.filter((role) => !watchers.includes(role)));

/** What a queue shows this person. */
export const waitingIn = (ctx: Context, { queues, of }: DeskQueue) => ({
  queues,
  units: of === 'unit' ? ownUnits(ctx) : null,
});

/** An admin does not see orders by being admin (spec 6). */
export function requireSeeing(ctx: Context): void {
  if (!holds(ctx, ...unitRoles, 'dispatcher', 'supervisor', 'inspector'))
    throw new RuleBroken('order.forbidden', {}, 403);
}

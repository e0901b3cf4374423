import * as z from 'zod';
import { day, text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { states } from '../../shared/order/state';
import { causes, channels, complexities } from '../../shared/order/vocabulary';
import { dayMs, instantAt } from '../../shared/sla/instant';
import { cursor, limit } from '../http/define';
import type { Context } from '../order/context';
import type { OrderFilter } from '../order/list-orders';
import { overdue } from './count-queues';
import { holds, queuesFor, waitingIn } from './queues';

const keys = <T extends object>(words: T) => Object.keys(words) as [string, ...string[]];
/** The ledger's filters, as they stand in an address. */
export const OrderQuery = z.strictObject({
  queue: text(1, 40).optional(),
  state: z.enum(states).optional(),
  light: z.enum(['green', 'yellow', 'red']).optional(),
  unit: z.uuid().optional(),
  channel: z.enum(keys(channels)).optional(),
  matter: z.uuid().optional(),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  complexity: z.enum(keys(complexities)).optional(),
  cause: z.enum(keys(causes)).optional(),
  from: day.optional(),
  to: day.optional(),
  q: text(1, 60).optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
  cursor,
  limit,
});
export type OrderQuery = z.infer<typeof OrderQuery>;

function queueOf(ctx: Context, id: string): Pick<OrderFilter, 'waiting' | 'light'> {
  if (id === overdue.id && holds(ctx, ...overdue.roles)) return { light: 'red' };
  const wanted = queuesFor(ctx).find((each) => each.id === id);
  if (!wanted) throw new RuleBroken('order.forbidden', {}, 403);
  return { waiting: waitingIn(ctx, wanted) };
}

/** The same filters as the list's conditions; a unit means the units below as well. Throws for a queue of others. */
export function filterOf(ctx: Context, { queue, state, unit, from, to, ...rest }: OrderQuery): OrderFilter {
  const below = unit
    ? [unit, ...[...ctx.ref.units.keys()].filter((id) => ctx.ref.tree.isBelow(id, unit))]
    : undefined;
  return {
    ...rest,
    ...(queue ? queueOf(ctx, queue) : {}),
    state: state ? [state] : undefined,
    unit: below,
    from: from ? instantAt(from, '00:00') : undefined,
    to: to ? instantAt(to, '00:00') + dayMs : undefined,
  } as OrderFilter;
}

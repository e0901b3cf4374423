import { RuleBroken } from '../../shared/order/rule-broken';
import type { Role } from '../../shared/order/vocabulary';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';

/** Refuses whoever holds none of these roles. */
export function requireKeeper(ctx: Context, ...wanted: Role[]): void {
  if (!holds(ctx, ...wanted)) throw new RuleBroken('order.forbidden', {}, 403);
}

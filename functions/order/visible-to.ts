import { arrayOverlaps, eq, type SQL, sql } from 'drizzle-orm';
import { order } from '../db/schema';
import type { Context } from './context';

/** Units whose orders these are: the actor's own and all below (spec 6). */
export function unitsOf(ctx: Context): string[] {
  if (ctx.actor.kind !== 'staff') return [];
  const own = ctx.actor.roles
    .filter((held) => ['clerk', 'handler', 'unit-lead'].includes(held.role))
    .map((held) => held.unitId);
  const below = [...ctx.ref.units.keys()].filter((id) =>
    own.some((unitId) => ctx.ref.tree.isBelow(id, unitId)),
  );
  return [...new Set([...own, ...below])];
}

/** Spec 6's "see an order" as a condition: the same rule as `sightOf`, for lists. */
export function visibleTo(ctx: Context): SQL | undefined {
  const { actor } = ctx;
  if (actor.kind === 'reporter') return actor.accountId ? eq(order.reporterId, actor.accountId) : sql`false`;
  if (actor.kind !== 'staff') return sql`false`;
  if (actor.roles.some((held) => ['dispatcher', 'supervisor', 'inspector'].includes(held.role)))
    return undefined;
  const units = unitsOf(ctx);
  return units.length > 0 ? arrayOverlaps(order.seenBy, units) : sql`false`;
}

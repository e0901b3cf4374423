import { RuleBroken } from '../../shared/order/rule-broken';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import { unitsOf } from '../order/visible-to';

/** Kinds of unit that keep a problem list, report monthly and are assessed: those that handle matters. */
const working = ['department', 'centre', 'subcentre', 'district_centre'];

export const seesDistrict = (ctx: Context): boolean => holds(ctx, 'dispatcher', 'supervisor', 'inspector');

/** Whose lists this person sees (spec 6): null for all, else the own units and those below; others are refused. */
export function unitsSeen(ctx: Context): string[] | null {
  if (seesDistrict(ctx)) return null;
  const own = unitsOf(ctx);
  if (own.length === 0) throw new RuleBroken('order.forbidden', {}, 403);
  return own;
}

export const seesUnit = (ctx: Context, unitId: string): boolean => {
  const units = unitsSeen(ctx);
  return units === null || units.includes(unitId);
};

/** A unit and all below it. */
export const withBelow = (ctx: Context, unitId: string): string[] => [
  unitId,
  ...[...ctx.ref.units.keys()].filter((id) => ctx.ref.tree.isBelow(id, unitId)),
];

/** The active units that keep lists and reports, of those this person sees, by name. */
export function workingUnits(ctx: Context): { id: string; name: string }[] {
  const units = unitsSeen(ctx);
  return [...ctx.ref.units.values()]
    .filter(({ id, kind, active }) => active && working.includes(kind) && (units?.includes(id) ?? true))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** The signed-in member of staff; the routes let nobody else come this far. */
export function staffId(ctx: Context): string {
  if (ctx.actor.kind !== 'staff') throw new RuleBroken('order.forbidden', {}, 403);
  return ctx.actor.id;
}

import { and, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { day } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { causes, channels, complexities } from '../../shared/order/vocabulary';
import { dayMs, instantAt } from '../../shared/sla/instant';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import { unitsOf } from '../order/visible-to';

const keys = <T extends object>(words: T) => Object.keys(words) as [string, ...string[]];

/** Spec 7's filters, the same for every figure and page. Both days count. */
export const FigureQuery = z.strictObject({
  from: day,
  to: day,
  channel: z.enum(keys(channels)).optional(),
  unit: z.uuid().optional(),
  matter: z.uuid().optional(),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  reporterKind: z.enum(['person', 'enterprise']).optional(),
  complexity: z.enum(keys(complexities)).optional(),
  cause: z.enum(keys(causes)).optional(),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

/** Longest period that is computed at once. */
const mostDays = 366 * 4;

export interface Period {
  from: SQL;
  to: SQL;
}
const iso = (at: number) => sql`${new Date(at).toISOString()}::timestamptz`;

export function periodOf({ from, to }: FigureQuery): Period {
  const [first, last] = [instantAt(from, '00:00'), instantAt(to, '00:00') + dayMs];
  if (last <= first || last - first > mostDays * dayMs)
    throw new RuleBroken('figure.period', { path: 'to' }, 422);
  return { from: iso(first), to: iso(last) };
}

/** The district sees all; a unit's people see their own unit and those below (spec 6). */
function unitsSeen(ctx: Context, wanted: string | undefined): string[] | null {
  const below = wanted
    ? [wanted, ...[...ctx.ref.units.keys()].filter((id) => ctx.ref.tree.isBelow(id, wanted))]
    : null;
  if (holds(ctx, 'dispatcher', 'supervisor', 'inspector')) return below;
  const own = unitsOf(ctx);
  if (own.length === 0) throw new RuleBroken('order.forbidden', {}, 403);
  return below ? below.filter((id) => own.includes(id)) : own;
}

/** The filters as a condition on `order_figure f`. */
export function filterOn(ctx: Context, query: FigureQuery): SQL {
  const units = unitsSeen(ctx, query.unit);
  const parts = [
    units ? sql`f.unit_id = any(${sql.param(`{${units.join(',')}}`)}::uuid[])` : undefined,
    query.channel ? sql`f.channel = ${query.channel}` : undefined,
    query.matter ? sql`f.matter_id = ${query.matter}` : undefined,
    query.town ? sql`f.town = ${query.town}` : undefined,
    query.reporterKind ? sql`f.reporter_kind = ${query.reporterKind}` : undefined,
    query.complexity ? sql`f.complexity = ${query.complexity}` : undefined,
    query.cause ? sql`f.cause = ${query.cause}` : undefined,
  ];
  return and(...parts) ?? sql`true`;
}

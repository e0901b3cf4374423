import { and, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { dayNumber } from '../../shared/figure/share';
import { day } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { causes, channels, complexities, stages } from '../../shared/order/vocabulary';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import { unitsOf } from '../order/visible-to';
import type { Dimension } from './grain';

const keys = <T extends object>(words: T) => Object.keys(words) as [string, ...string[]];

/** Asks for those that have none. */
export const none = 'none';
const orNone = <T extends z.ZodType>(value: T) => z.union([value, z.literal(none)]).optional();

/** Spec 7's filters, the same for every figure and page. Both days count; a unit stands with those below it. */
export const FigureQuery = z.strictObject({
  from: day,
  to: day,
  channel: z.enum(keys(channels)).optional(),
  unit: orNone(z.uuid()),
  /** 'no': that unit alone. */
  below: z.enum(['yes', 'no']).optional(),
  matter: orNone(z.uuid()),
  town: orNone(z.string().regex(/^\d{9}$/)),
  stage: z.enum(keys(stages)).optional(),
  reporterKind: z.enum(['person', 'enterprise']).optional(),
  complexity: orNone(z.enum(keys(complexities))),
  cause: orNone(z.enum(keys(causes))),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

/** Longest period that is computed at once. */
const mostDays = 366 * 4;

/** Days since 1970-01-01 in Shanghai, both within. */
export interface Period {
  first: number;
  last: number;
}

export function periodOf({ from, to }: FigureQuery): Period {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first || last - first >= mostDays) throw new RuleBroken('figure.period', { path: 'to' }, 422);
  return { first, last };
}

/** Midnight in Shanghai at which a day begins. */
const midnight = (number: number) =>
  sql`${new Date(number * 86_400_000 - 8 * 3_600_000).toISOString()}::timestamptz`;
export const withinPeriod = (moment: SQL, { first, last }: Period): SQL =>
  sql`${moment} >= ${midnight(first)} and ${moment} < ${midnight(last + 1)}`;

/** Within any of the days, in whatever order: one walk along the moments' index for each unbroken run of them. */
export function withinDays(moment: SQL, days: readonly number[]): SQL {
  const runs: Period[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && day <= run.last + 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return or(...runs.map((run) => sql`(${withinPeriod(moment, run)})`)) ?? sql`false`;
}

type Units = string[] | null | typeof none;

/** The district sees all; a unit's people see their own unit and those below (spec 6). */
function unitsSeen(ctx: Context, { unit, below }: FigureQuery): Units {
  const lower = (id: string) => [...ctx.ref.units.keys()].filter((each) => ctx.ref.tree.isBelow(each, id));
  const wanted = unit && unit !== none ? [unit, ...(below === 'no' ? [] : lower(unit))] : null;
  if (holds(ctx, 'dispatcher', 'supervisor', 'inspector')) return unit === none ? none : wanted;
  const own = unitsOf(ctx);
  if (own.length === 0) throw new RuleBroken('order.forbidden', {}, 403);
  if (unit === none) return [];
  return wanted ? wanted.filter((id) => own.includes(id)) : own;
}

/** Which orders count: the units, null for all, and the wanted value of each other dimension. */
export interface Narrowing {
  units: Units;
  values: Partial<Record<Dimension, string>>;
}

export function narrowingOf(ctx: Context, query: FigureQuery): Narrowing {
  const wanted: Partial<Record<Dimension, string | undefined>> = {
    matter_id: query.matter,
    channel: query.channel,
    town: query.town,
    stage: query.stage,
    reporter_kind: query.reporterKind,
    complexity: query.complexity,
    cause: query.cause,
  };
  const values = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return { units: unitsSeen(ctx, query), values };
}

export const narrowedBy = ({ units, values }: Narrowing): Dimension[] => [
  ...(units === null ? [] : (['unit_id'] as const)),
  ...(Object.keys(values) as Dimension[]),
];

function ownUnits(units: Units, column: SQL): SQL | undefined {
  if (units === null) return undefined;
  return units === none
    ? sql`${column} is null`
    : sql`${column} = any(${sql.param(`{${units.join(',')}}`)}::uuid[])`;
}

/** The narrowing as a condition on a table's columns; clocks count for their holder (spec 3). */
export function conditionOf({ units, values }: Narrowing, table: string, unit = `${table}.unit_id`): SQL {
  const parts = Object.entries(values).map(([name, value]) => {
    const column = sql.raw(`${table}.${name}`);
    return value === none ? sql`${column} is null` : sql`${column} = ${value}`;
  });
  return and(ownUnits(units, sql.raw(unit)), ...parts) ?? sql`true`;
}

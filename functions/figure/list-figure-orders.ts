import { inArray, type SQL, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { stateWords } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { matter, order } from '../db/schema';
import { holds } from '../desk/queues';
import type { Context } from '../order/context';
import type { OrderRow } from '../order/order-row';
import { unitsOf } from '../order/visible-to';
import { type Definition, definitions, type Source } from './definitions';
import {
  conditionOf,
  type FigureQuery,
  type Narrowing,
  narrowingOf,
  type Period,
  periodOf,
  withinPeriod,
} from './filter';

interface Lines {
  tables: string;
  /** The moment a line counts at, and what tells it from the order's other lines. */
  moment: string;
  line: string;
  unit: string;
}
const alone = (moment: string): Lines => ({
  tables: 'order_figure f',
  moment: `f.${moment}`,
  line: "''::text",
  unit: 'f.unit_id',
});
const clocks = (moment: string): Lines => ({
  tables: 'clock c join order_figure f on f.order_id = c.order_id',
  moment: `c.${moment}`,
  line: 'c.id::text',
  unit: 'c.holder_unit_id',
});
const sources: Record<Exclude<Source, 'improvement'>, Lines> = {
  submitted: alone('submitted_at'),
  resolved: alone('last_resolved_at'),
  closed: alone('closed_at'),
  round: {
    tables: 'round_figure r join order_figure f on f.order_id = r.order_id',
    moment: 'r.resolved_at',
    line: 'r.round::text',
    unit: 'f.unit_id',
  },
  due: clocks('due_at'),
  'original-due': clocks('original_due_at'),
  running: clocks('due_at'),
};

export type Part = 'counts' | 'of' | 'missed';
interface Page {
  figure: string;
  part: Part;
  cursor?: string | undefined;
  limit: number;
}
type Found = { id: string; at: number; line: string };

/** What stands behind a figure: those that count, those it is a share of, or those between the two. */
function conditionFor({ counts, of }: Definition, part: Part): SQL {
  if (part === 'counts') return counts;
  if (part === 'of' || of === null) return of ?? counts;
  return sql`${of} and (${counts}) is not true`;
}

function after(cursor: string | undefined, { moment, line }: Lines): SQL {
  const [, at, id, rest] = /^(\d{1,15})~([0-9a-f-]{36})~([0-9a-f-]{0,36})$/.exec(cursor ?? '') ?? [];
  if (!at || !id) return sql`true`;
  return sql`(${sql.raw(moment)}, f.order_id, ${sql.raw(line)}) < (${toIso(Number(at))}::timestamptz, ${id}::uuid, ${rest ?? ''})`;
}

function linesBehind(
  definition: Definition,
  { part, cursor, limit }: Page,
  { narrowing, period, now }: { narrowing: Narrowing; period: Period; now: number },
): SQL {
  if (definition.source === 'improvement') throw new RuleBroken('figure.unknown', { path: 'figure' }, 422);
  const lines = sources[definition.source];
  const moment = sql.raw(lines.moment);
  const within =
    definition.source === 'running'
      ? sql`c.ended_at is null and c.due_at < (select now from present)`
      : withinPeriod(moment, period);
  return sql`with present as (select ${toIso(now)}::timestamptz as now)
    select f.order_id as id, (extract(epoch from ${moment}) * 1000)::bigint as at, ${sql.raw(lines.line)} as line
    from ${sql.raw(lines.tables)}
    where ${within} and ${conditionOf(narrowing, 'f', lines.unit)} and (${conditionFor(definition, part)})
      and ${after(cursor, lines)}
    order by ${moment} desc, f.order_id desc, ${sql.raw(lines.line)} desc limit ${limit}`;
}

/** A unit that gave an order back sees number, matter and dates alone (spec 6). */
function presentLine(ctx: Context, row: OrderRow, at: number, matterName: string | null) {
  const whole =
    holds(ctx, 'dispatcher', 'supervisor', 'inspector') ||
    unitsOf(ctx).some((unitId) => row.seenBy.includes(unitId));
  return {
    number: row.number,
    stateWord: whole ? stateWords[row.state] : null,
    matter: matterName,
    unit: whole ? (ctx.ref.units.get(row.leadUnitId ?? row.dispatchedUnitId ?? '')?.name ?? null) : null,
    submittedAt: toIso(row.submittedAt),
    at: toIso(at),
  };
}

/**
 * The orders behind a figure, or behind what it is a share of, newest first, page by page: a line for each thing that
 * was counted, so that an order with two late clocks stands there twice (spec 7).
 */
export async function listFigureOrders(ctx: Context, query: FigureQuery, page: Page) {
  const definition = definitions.find(({ id }) => id === page.figure);
  if (!definition) throw new RuleBroken('figure.unknown', { path: 'figure' }, 422);
  const scope = { narrowing: narrowingOf(ctx, query), period: periodOf(query), now: ctx.now() };
  const { rows: found } = await ctx.db.execute<Found & Record<string, unknown>>(
    linesBehind(definition, page, scope),
  );
  const ids = [...new Set(found.map(({ id }) => id))];
  const rows = ids.length > 0 ? await ctx.db.select().from(order).where(inArray(order.id, ids)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const matters = rows.flatMap((row) => row.matterId ?? []);
  const named =
    matters.length > 0 ? await ctx.db.select().from(matter).where(inArray(matter.id, matters)) : [];
  const names = new Map(named.map((each) => [each.id, each.name]));
  const last = found.at(-1);
  return {
    items: found.flatMap(({ id, at, line }) => {
      const row = byId.get(id);
      return row
        ? [
            {
              key: `${row.number}~${line}`,
              ...presentLine(ctx, row, at, names.get(row.matterId ?? '') ?? null),
            },
          ]
        : [];
    }),
    next: found.length === page.limit && last ? `${last.at}~${last.id}~${last.line}` : null,
  };
}

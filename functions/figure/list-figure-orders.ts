import { type SQL, sql } from 'drizzle-orm';
import { RuleBroken } from '../../shared/order/rule-broken';
import { toIso } from '../../shared/sla/instant';
import type { Context } from '../order/context';
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
import { type Line, type LineColumns, linesAfter, presentLines } from './lines';

interface Lines extends LineColumns {
  tables: string;
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

/** What stands behind a figure: those that count, those it is a share of, or those between the two. */
function conditionFor({ counts, of }: Definition, part: Part): SQL {
  if (part === 'counts') return counts;
  if (part === 'of' || of === null) return of ?? counts;
  return sql`${of} and (${counts}) is not true`;
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
      and ${linesAfter(cursor, lines)}
    order by ${moment} desc, f.order_id desc, ${sql.raw(lines.line)} desc limit ${limit}`;
}

/**
 * The orders behind a figure, or behind what it is a share of, newest first, page by page: a line for each thing that
 * was counted, so that an order with two late clocks stands there twice (spec 7).
 */
export async function listFigureOrders(ctx: Context, query: FigureQuery, page: Page) {
  const definition = definitions.find(({ id }) => id === page.figure);
  if (!definition) throw new RuleBroken('figure.unknown', { path: 'figure' }, 422);
  const scope = { narrowing: narrowingOf(ctx, query), period: periodOf(query), now: ctx.now() };
  const { rows: found } = await ctx.db.execute<Line>(linesBehind(definition, page, scope));
  return presentLines(ctx, found, page.limit);
}

import { arrayOverlaps, desc, type SQL, sql } from 'drizzle-orm';
import { stateWords } from '../../../shared/order/vocabulary';
import { dayMs, dayOf, instantAt, toIso } from '../../../shared/sla/instant';
import { bulletin } from '../../db/schema';
import type { Context } from '../../order/context';
import { narrowingOf } from '../filter';
import { measure } from '../measure';

const openStates = ['submitted', 'dispatched', 'handling', 'rectifying', 'resolved'] as const;
const newestBulletins = 5;
const todays = ['received', 'withdrawn', 'declined', 'first-time-right', 'overdue-now'];

type Light = 'green' | 'yellow' | 'red';
interface UnitRow extends Record<string, unknown> {
  unit: string | null;
  state: (typeof openStates)[number];
  light: Light | null;
  n: number;
}

/** Open orders by unit, state and light; the light is a function of now (spec 3). */
async function readOpen(ctx: Context, units: string[] | null): Promise<UnitRow[]> {
  const now = sql`${toIso(ctx.now())}::timestamptz`;
  const own = units
    ? sql`coalesce(lead_unit_id, dispatched_unit_id) = any(${sql.param(units)}::uuid[])`
    : sql`true`;
  const { rows } = await ctx.db.execute<UnitRow>(sql`
    select coalesce(lead_unit_id, dispatched_unit_id)::text as unit, state,
      case when light_due_at is null then null when light_due_at < ${now} then 'red'
        when light_due_at <= ${now} + interval '24 hours' then 'yellow' else 'green' end as light,
      count(*)::int as n
    from "order" where state = any(${sql.param([...openStates])}) and ${own} group by 1, 2, 3`);
  return rows;
}

async function readHours(ctx: Context, from: number, units: string[] | null): Promise<number[]> {
  const own: SQL = units ? sql`unit_id = any(${sql.param(units)}::uuid[])` : sql`true`;
  const { rows } = await ctx.db.execute<{ hour: number; n: number }>(sql`
    select extract(hour from submitted_at at time zone 'Asia/Shanghai')::int as hour, count(*)::int as n
    from order_figure where submitted_at >= ${toIso(from)}::timestamptz and submitted_at < ${toIso(from + dayMs)}::timestamptz and ${own}
    group by 1`);
  return Array.from({ length: 24 }, (_, hour) => rows.find((row) => row.hour === hour)?.n ?? 0);
}

const sum = (rows: readonly UnitRow[], wanted: (row: UnitRow) => boolean) =>
  rows.filter(wanted).reduce((total, { n }) => total + n, 0);
const lightsOf = (rows: readonly UnitRow[]) => ({
  red: sum(rows, ({ light }) => light === 'red'),
  yellow: sum(rows, ({ light }) => light === 'yellow'),
  green: sum(rows, ({ light }) => light === 'green'),
});

/** What the big screen shows: today's flow, what waits where, lights, units with the worst first, newest bulletins (spec 7). */
export async function wall(ctx: Context) {
  const today = dayOf(ctx.now());
  const { units } = narrowingOf(ctx, { from: today, to: today });
  const own = Array.isArray(units) ? units : null;
  const [open, hours, flow, notices] = await Promise.all([
    readOpen(ctx, own),
    readHours(ctx, instantAt(today, '00:00'), own),
    measure(ctx, { from: today, to: today }, null, {
      figures: [...todays, 'unit-callback-cover'],
      handling: false,
    }),
    ctx.db
      .select()
      .from(bulletin)
      .where(own ? arrayOverlaps(bulletin.unitIds, own) : undefined)
      .orderBy(desc(bulletin.at))
      .limit(newestBulletins),
  ]);
  const figure = (id: string) => flow.get('')?.figures.find((each) => each.id === id);
  const groups = new Map<string, UnitRow[]>();
  for (const row of open) if (row.unit) groups.set(row.unit, [...(groups.get(row.unit) ?? []), row]);
  const tiles = [...groups].map(([unit, rows]) => ({
    unit,
    name: ctx.ref.units.get(unit)?.name ?? '',
    open: sum(rows, ({ state }) => state !== 'resolved'),
    ...lightsOf(rows),
  }));
  return {
    at: toIso(ctx.now()),
    today: {
      received: figure('received')?.count ?? 0,
      resolved: figure('unit-callback-cover')?.of ?? 0,
      closed: figure('first-time-right')?.of ?? 0,
      overdue: figure('overdue-now')?.count ?? 0,
    },
    hours,
    queue: openStates.map((state) => ({
      state,
      word: stateWords[state],
      n: sum(open, (row) => row.state === state),
    })),
    lights: lightsOf(open),
    units: tiles
      .filter((tile) => tile.open > 0)
      .sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.open - a.open),
    bulletins: notices.map(({ id, at, title, unitIds }) => ({
      id,
      title,
      at: toIso(at),
      units: unitIds.map((unitId) => ctx.ref.units.get(unitId)?.name ?? ''),
    })),
  };
}

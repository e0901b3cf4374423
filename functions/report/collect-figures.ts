import { and, asc, gte, inArray, lt, sql } from 'drizzle-orm';
import type { ReportPeriod } from '../../shared/report/period';
import type { FrozenGroup, FrozenWhole, ReportFigures } from '../../shared/report/report-figures';
import { type Day, dayMs, dayOf, instantAt, toIso } from '../../shared/sla/instant';
import { bulletin, event } from '../db/schema';
import type { Group } from '../figure/group';
import { groupNames } from '../figure/group-names';
import { type Measured, measure } from '../figure/measure';
import type { Context } from '../order/context';

/** Most lines of a group that are kept; what has more is cut at the least. */
const mostGroups = 500;

const span = ({ from, to }: { from: Day; to: Day }) => ({
  start: instantAt(from, '00:00'),
  end: instantAt(to, '00:00') + dayMs,
});

async function wholeOf(ctx: Context, period: { from: Day; to: Day }): Promise<FrozenWhole> {
  const found = (await measure(ctx, { from: period.from, to: period.to })).get('');
  if (!found) throw new Error('Figures without a filter are always there.');
  return found;
}

const byTime: Group[] = ['day', 'week', 'month', 'year'];
const receivedOf = (measured: Measured) => measured.figures.find(({ id }) => id === 'received')?.count ?? 0;

async function groupsOf(ctx: Context, period: { from: Day; to: Day }, group: Group): Promise<FrozenGroup[]> {
  const found = [...(await measure(ctx, { from: period.from, to: period.to }, group, { handling: false }))];
  const names = await groupNames(
    ctx,
    group,
    found.flatMap(([key]) => key ?? []),
  );
  const order = byTime.includes(group)
    ? ([a]: [string | null, Measured], [b]: [string | null, Measured]) => (String(a) < String(b) ? -1 : 1)
    : ([keyA, a]: [string | null, Measured], [keyB, b]: [string | null, Measured]) =>
        receivedOf(b) - receivedOf(a) || (String(keyA) < String(keyB) ? -1 : 1);
  return found
    .sort(order)
    .slice(0, mostGroups)
    .map(([key, { figures }]) => ({
      key,
      name: key === null ? '未填' : (names.get(key) ?? key),
      counts: Object.fromEntries(figures.map(({ id, count, of }) => [id, [count, of]])),
    }));
}

async function overdueNow(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(
    sql`select count(distinct order_id)::int as n from clock
        where ended_at is null and kind in ('contact', 'resolve', 'rectify') and due_at < ${new Date(ctx.now()).toISOString()}::timestamptz`,
  );
  return rows[0]?.n ?? 0;
}

const counted = {
  supervised: 'order.supervised',
  named: 'bulletin.named',
  excused: 'finding.excused',
  escalated: 'order.escalated',
};

async function supervisionOf(ctx: Context, period: { from: Day; to: Day }) {
  const { start, end } = span(period);
  const rows = await ctx.db
    .select({ kind: event.kind, n: sql<number>`count(*)::int` })
    .from(event)
    .where(and(inArray(event.kind, Object.values(counted)), gte(event.at, start), lt(event.at, end)))
    .groupBy(event.kind);
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.n ?? 0;
  return {
    supervised: of(counted.supervised),
    named: of(counted.named),
    excused: of(counted.excused),
    escalated: of(counted.escalated),
  };
}

async function bulletinsOf(ctx: Context, period: { from: Day; to: Day }) {
  const { start, end } = span(period);
  const rows = await ctx.db
    .select()
    .from(bulletin)
    .where(and(gte(bulletin.at, start), lt(bulletin.at, end)))
    .orderBy(asc(bulletin.at), asc(bulletin.id))
    .limit(200);
  return rows.map(({ at, title, unitIds }) => ({
    day: dayOf(at),
    title,
    units: unitIds.map((id) => ctx.ref.units.get(id)?.name ?? ''),
  }));
}

/** Every figure a report of this period needs, as they stand now (spec 7). The caller sees the whole district. */
export async function collectFigures(ctx: Context, period: ReportPeriod): Promise<ReportFigures> {
  const groups = (group: Group) => groupsOf(ctx, period, group);
  const { kind, from, to } = period;
  return {
    version: 1,
    kind,
    from,
    to,
    asOf: toIso(ctx.now()),
    whole: await wholeOf(ctx, period),
    before: await wholeOf(ctx, period.before),
    overdueNow: await overdueNow(ctx),
    trend: await groups(kind === 'year' ? 'month' : 'day'),
    units: await groups('unit'),
    matters: await groups('matter'),
    causes: await groups('cause'),
    channels: await groups('channel'),
    stages: await groups('stage'),
    towns: await groups('town'),
    supervision: await supervisionOf(ctx, period),
    bulletins: await bulletinsOf(ctx, period),
  };
}

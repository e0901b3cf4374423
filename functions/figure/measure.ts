import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../order/context';
import { type Definition, definitions, type Source } from './definitions';
import { type FigureQuery, filterOn, type Period, periodOf } from './filter';

export interface Figure {
  id: string;
  title: string;
  formula: string;
  count: number;
  /** What it is a share of; null for a plain count. */
  of: number | null;
}
export interface Measured {
  figures: Figure[];
  satisfaction: { average: number | null; levels: number[] };
  handling: { n: number; work: Spread; natural: Spread; first: Spread };
}
/** Minutes. */
interface Spread {
  median: number | null;
  p90: number | null;
}

/** The lines of a source in a period, under the filters. */
export function linesOf(source: Source, { from, to }: Period, filter: SQL): SQL {
  const within = (column: SQL) => sql`${column} >= ${from} and ${column} < ${to} and ${filter}`;
  if (source === 'submitted') return sql`from order_figure f where ${within(sql`f.submitted_at`)}`;
  if (source === 'resolved') return sql`from order_figure f where ${within(sql`f.last_resolved_at`)}`;
  if (source === 'closed') return sql`from order_figure f where ${within(sql`f.closed_at`)}`;
  const table =
    source === 'round'
      ? sql`round_figure r join order_figure f on f.order_id = r.order_id`
      : sql`clock c join order_figure f on f.order_id = c.order_id`;
  return sql`from ${table} where ${within(source === 'round' ? sql`r.resolved_at` : sql`c.due_at`)}`;
}

/** What figures can be grouped by. */
export const groups = {
  channel: sql`f.channel`,
  unit: sql`f.unit_id::text`,
  matter: sql`f.matter_id::text`,
  town: sql`f.town`,
  stage: sql`f.stage`,
  cause: sql`f.cause`,
  complexity: sql`f.complexity`,
  kind: sql`f.reporter_kind`,
} as const;
export type Group = keyof typeof groups | 'day' | 'week' | 'month' | 'year';

const moments: Record<Source, SQL> = {
  submitted: sql`f.submitted_at`,
  resolved: sql`f.last_resolved_at`,
  closed: sql`f.closed_at`,
  round: sql`r.resolved_at`,
  clock: sql`c.due_at`,
};
const groupOn = (group: Group | null, source: Source): SQL => {
  if (group === null) return sql`''`;
  if (group in groups) return groups[group as keyof typeof groups];
  const local = sql`${moments[source]} at time zone 'Asia/Shanghai'`;
  return sql`to_char(date_trunc(${sql.raw(`'${group}'`)}, ${local}), 'YYYY-MM-DD')`;
};

type Row = Record<string, string | number | null> & { key: string | null };
const number = (value: unknown): number => Number(value ?? 0);
const maybe = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** One pass over a source's lines for all its figures, by group. */
async function countSource(
  ctx: Context,
  source: Source,
  wanted: Definition[],
  lines: SQL,
  group: Group | null,
): Promise<Row[]> {
  const columns = wanted.flatMap(({ counts, of }, at) => [
    sql`count(*) filter (where ${counts}) as ${sql.raw(`n${at}`)}`,
    ...(of ? [sql`count(*) filter (where ${of}) as ${sql.raw(`d${at}`)}`] : []),
  ]);
  const extra =
    source === 'round'
      ? [
          sql`avg(r.satisfaction) as average`,
          ...[1, 2, 3, 4, 5].map(
            (level) =>
              sql`count(*) filter (where r.satisfaction = ${sql.raw(String(level))}) as ${sql.raw(`level${level}`)}`,
          ),
        ]
      : [];
  const query = sql`select ${groupOn(group, source)} as key, ${sql.join([...columns, ...extra], sql`, `)} ${lines} group by 1 limit 5000`;
  return (await ctx.db.execute(query)).rows as Row[];
}

const spreadOf = (name: string, minutes: SQL) => [
  sql`percentile_cont(0.5) within group (order by ${minutes}) as ${sql.raw(`${name}_median`)}`,
  sql`percentile_cont(0.9) within group (order by ${minutes}) as ${sql.raw(`${name}_p90`)}`,
];

async function handlingTimes(ctx: Context, lines: SQL, group: Group | null): Promise<Row[]> {
  const natural = sql`extract(epoch from f.last_resolved_at - f.accepted_at) / 60`;
  const columns = [
    sql`count(f.accepted_at) as n`,
    ...spreadOf('work', sql`f.work_minutes`),
    ...spreadOf('first', sql`f.first_work_minutes`),
    ...spreadOf('natural', natural),
  ];
  const query = sql`select ${groupOn(group, 'resolved')} as key, ${sql.join(columns, sql`, `)} ${lines} and f.accepted_at is not null group by 1 limit 5000`;
  return (await ctx.db.execute(query)).rows as Row[];
}

const blank = (wanted: Definition[]): Measured => ({
  figures: wanted.map(({ id, title, formula, of }) => ({
    id,
    title,
    formula,
    count: 0,
    of: of === null ? null : 0,
  })),
  satisfaction: { average: null, levels: [0, 0, 0, 0, 0] },
  handling: {
    n: 0,
    work: { median: null, p90: null },
    natural: { median: null, p90: null },
    first: { median: null, p90: null },
  },
});

/**
 * Every figure of spec 7 for the period and filters, whole or by group: each source is read once, through an index on
 * its moment. The key of a group is null where the order has none.
 */
export async function measure(
  ctx: Context,
  query: FigureQuery,
  group: Group | null = null,
): Promise<Map<string | null, Measured>> {
  const period = periodOf(query);
  const filter = filterOn(ctx, query);
  const known = definitions(sql`${new Date(ctx.now()).toISOString()}::timestamptz`);
  const found = new Map<string | null, Measured>();
  const at = (key: string | null) => {
    const there = found.get(key) ?? blank(known);
    found.set(key, there);
    return there;
  };
  if (group === null) at('');
  const sources: Source[] = ['submitted', 'round', 'closed', 'clock'];
  await Promise.all([
    ...sources.map(async (source) => {
      const wanted = known.filter((each) => each.source === source);
      for (const row of await countSource(ctx, source, wanted, linesOf(source, period, filter), group)) {
        const measured = at(row.key);
        for (const [index, { id }] of wanted.entries()) {
          const figure = measured.figures.find((each) => each.id === id);
          if (!figure) continue;
          figure.count = number(row[`n${index}`]);
          if (figure.of !== null) figure.of = number(row[`d${index}`]);
        }
        if (source === 'round')
          measured.satisfaction = {
            average: maybe(row.average),
            levels: [1, 2, 3, 4, 5].map((level) => number(row[`level${level}`])),
          };
      }
    }),
    handlingTimes(ctx, linesOf('resolved', period, filter), group).then((rows) => {
      for (const row of rows) {
        const spread = (name: string) => ({
          median: maybe(row[`${name}_median`]),
          p90: maybe(row[`${name}_p90`]),
        });
        at(row.key).handling = {
          n: number(row.n),
          work: spread('work'),
          natural: spread('natural'),
          first: spread('first'),
        };
      }
    }),
  ]);
  return found;
}

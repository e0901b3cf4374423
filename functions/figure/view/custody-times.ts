import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { bucketCount, bucketStarts } from '../../../shared/figure/bucket';
import { firstBucket, holderRoles, measures, sharesPerDay } from '../../../shared/figure/counter';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { toIso } from '../../../shared/sla/instant';
import type { Context } from '../../order/context';
import { narrowingOf, type Period } from '../filter';
import { keptAnswer } from '../kept-answers';
import { firstDayOf } from '../span';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Whole months, both within; a unit stands with those below it. */
export const CustodyQuery = z.strictObject({
  from: month,
  to: month,
  unit: z.uuid().optional(),
  below: z.enum(['yes', 'no']).optional(),
});
type CustodyQuery = z.infer<typeof CustodyQuery>;

const mostMonths = 48;
const numberOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
const firstClass = firstBucket + measures.length * bucketCount;
const classes = holderRoles.length * bucketCount;
/** The first of the spreads that are times of holders; its index is kept for these alone. */
const held = sql.raw(String(measures.length));

/** Minutes at a share of the sorted times, even within a class: a class is a twentieth wide. */
function aboutAt(counts: Int32Array, share: number): number {
  const n = counts.reduce((sum, each) => sum + each, 0);
  let left = n * share;
  for (const [bucket, there] of counts.entries()) {
    const [low = 0, high = low + 1] = [bucketStarts[bucket], bucketStarts[bucket + 1]];
    if (there > 0 && left <= there) return Math.round(low + (high - low) * (left / there));
    left -= there;
  }
  return bucketStarts.at(-1) ?? 0;
}

interface Row extends Record<string, unknown> {
  unit: string;
  role: number;
  bucket: number;
  n: number;
}
/** A condition that the column names a unit this person sees. */
type Own = (column: string, type: 'uuid' | 'text') => SQL;
interface Open extends Record<string, unknown> {
  unit: string;
  role: (typeof holderRoles)[number];
  n: number;
  since: string;
}

/** By class, kept as long as the figures stand. */
function readClasses(ctx: Context, units: unknown, own: Own, { first, last }: Period): Promise<Row[]> {
  const day = sql.raw(String(sharesPerDay));
  const read = sql`
    select unit, role, bucket, sum(n)::int as n from (
      select value as unit, measure - ${held} as role, bucket, sum(n) as n from figure_spread
      where by = 'unit_id' and measure >= ${held} and value is not null and start between ${first} and ${last} and ${own('value', 'text')}
      group by value, measure, bucket
      union all
      select unit_id::text, (share % ${day} - ${firstClass}) / ${sql.raw(String(bucketCount))},
        (share % ${day} - ${firstClass}) % ${sql.raw(String(bucketCount))}, sign
      from figure_delta, unnest(shares) as share
      where share >= ${first * sharesPerDay} and share < ${(last + 1) * sharesPerDay} and unit_id is not null
        and share % ${day} between ${firstClass} and ${firstClass + classes - 1} and ${own('unit_id', 'uuid')}
    ) as both_parts group by 1, 2, 3 having sum(n) > 0`;
  return ctx.db.transaction(
    (tx) =>
      keptAnswer(
        { db: ctx.db, tx },
        { custody: units, first, last },
        async () => (await tx.execute<Row>(read)).rows,
      ),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function byHolder(rows: readonly Row[]): Map<string, Int32Array> {
  const times = new Map<string, Int32Array>();
  for (const { unit, role, bucket, n } of rows) {
    const key = `${unit} ${holderRoles[role]}`;
    const counts = times.get(key) ?? new Int32Array(bucketCount);
    times.set(key, counts);
    counts[bucket] = (counts[bucket] ?? 0) + n;
  }
  return times;
}

/** The days of whole months; refuses more than four years at once. */
export function monthSpan({ from, to }: CustodyQuery): Period {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (last < first || last - first >= mostMonths) throw new RuleBroken('figure.period', { path: 'to' }, 422);
  return { first: firstDayOf(first), last: firstDayOf(last + 1) - 1 };
}

/** How long orders lay with each holder: times that ended in these months, in office hours, and what lies there now (spec 3, 7). */
export async function custodyTimes(ctx: Context, query: CustodyQuery) {
  const { units } = narrowingOf(ctx, { ...query, from: '2000-01-01', to: '2000-01-01' });
  const own: Own = (column, type) =>
    Array.isArray(units) ? sql`${sql.raw(column)} = any(${sql.param(units)}::${sql.raw(type)}[])` : sql`true`;
  const ended = byHolder(await readClasses(ctx, units, own, monthSpan(query)));
  const { rows: open } = await ctx.db.execute<Open>(sql`
    select unit_id::text as unit, role, count(*)::int as n, min(from_at) as since from custody
    where to_at is null and ${own('unit_id', 'uuid')} group by 1, 2`);
  const now = new Map(open.map((row) => [`${row.unit} ${row.role}`, row]));
  const keys = [...new Set([...ended.keys(), ...now.keys()])];
  const items = keys.map((key) => {
    const [unit = '', role = ''] = key.split(' ');
    const counts = ended.get(key) ?? new Int32Array(bucketCount);
    const n = counts.reduce((sum, each) => sum + each, 0);
    const lying = now.get(key);
    return {
      unit,
      name: ctx.ref.units.get(unit)?.name ?? '',
      role,
      n,
      median: n > 0 ? aboutAt(counts, 0.5) : null,
      p90: n > 0 ? aboutAt(counts, 0.9) : null,
      open: lying?.n ?? 0,
      since: lying ? toIso(new Date(lying.since).getTime()) : null,
    };
  });
  return { items: items.sort((a, b) => b.n - a.n || a.name.localeCompare(b.name)) };
}

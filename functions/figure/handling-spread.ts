import { type SQL, sql } from 'drizzle-orm';
import { bucketCount, bucketStarts } from '../../shared/figure/bucket';
import { type Measure, measures } from '../../shared/figure/counter';
import type { Tx } from '../db/connect';
import { conditionOf, type Period, withinPeriod } from './filter';
import { dimensionOf, isTime, stretchSpan } from './group';
import { type Handling, handlingOf, minutesColumn, points } from './handling';
import { type SpreadQuestion, spreadCounts } from './spread-counts';

/** One place in the sorted times of a group: the class it lies in, and how far into the class. */
interface Place {
  key: string | null;
  measure: Measure;
  bucket: number;
  skip: number;
}
type Found = Map<string, number>;

const most = 2_147_483_647;
const nameOf = ({ key, measure, bucket, skip }: Place) => `${key} ${measure} ${bucket} ${skip}`;
const classSpan = (bucket: number) => ({
  low: bucketStarts[bucket] ?? 0,
  high: bucketStarts[bucket + 1] ?? most,
});

/** The n-th of a group's times, counted from 0. */
function placeOf(key: string | null, counts: Int32Array, measure: Measure, nth: number): Place {
  const from = measures.indexOf(measure) * bucketCount;
  let skip = nth;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    const there = counts[from + bucket] ?? 0;
    if (skip < there) return { key, measure, bucket, skip };
    skip -= there;
  }
  throw new RangeError('There are not so many');
}

/** Reads the times of the wanted classes from the orders: a small part of them, through the index on unit and minutes. */
async function readClasses(
  tx: Tx,
  { narrowing, period, group }: SpreadQuestion,
  measure: Measure,
  wanted: readonly Place[],
): Promise<Map<string, [number, number][]>> {
  const spanOf = (key: string | null): Period =>
    isTime(group) && key !== null ? stretchSpan(key, group, period) : period;
  const classes = [...new Map(wanted.map((place) => [`${place.key} ${place.bucket}`, place])).values()];
  const dimension = dimensionOf(group);
  const minutes = sql.raw(`f.${minutesColumn(measure)}`);
  // Bounds that the planner cannot know lead it to the wrong index: only stretches of time have some of their own.
  const within = isTime(group)
    ? sql`f.last_resolved_at >= to_timestamp(w.first * 86400.0 - 28800) and f.last_resolved_at < to_timestamp(w.last * 86400.0 + 57600)`
    : withinPeriod(sql`f.last_resolved_at`, period);
  const read = async (some: Place[], sameKey: SQL) => {
    if (some.length === 0) return [];
    const asked = some.map(({ key, bucket }) => ({ key, bucket, ...classSpan(bucket), ...spanOf(key) }));
    const { rows } = await tx.execute<{ key: string | null; bucket: number; minutes: number; n: number }>(sql`
      select w.key, w.bucket, x.minutes, x.n
      from json_to_recordset(${JSON.stringify(asked)}::json) as w(key text, bucket int, low int, high int, first int, last int)
      cross join lateral (
        select ${minutes} as minutes, count(*)::int as n from order_figure f
        where ${minutes} >= w.low and ${minutes} < w.high and ${sameKey} and ${conditionOf(narrowing, 'f')}
          and ${within}
        group by 1) x
      order by x.minutes`);
    return rows;
  };
  const column = sql.raw(`f.${dimension}`);
  const none = classes.filter(({ key }) => dimension !== null && key === null);
  const same =
    dimension === null
      ? sql`true`
      : sql`${column} = w.key${sql.raw(dimension === 'unit_id' ? '::uuid' : '')}`;
  const rows = [
    ...(await read(
      classes.filter((place) => !none.includes(place)),
      same,
    )),
    ...(await read(none, sql`${column} is null`)),
  ];
  const found = new Map<string, [number, number][]>();
  for (const row of rows) {
    const name = `${row.key} ${row.bucket}`;
    found.set(name, [...(found.get(name) ?? []), [row.minutes, row.n]]);
  }
  return found;
}

async function readPlaces(tx: Tx, question: SpreadQuestion, places: readonly Place[]): Promise<Found> {
  const found: Found = new Map();
  const single = ({ bucket }: Place) => classSpan(bucket).high - classSpan(bucket).low === 1;
  for (const place of places.filter(single)) found.set(nameOf(place), classSpan(place.bucket).low);
  for (const measure of measures) {
    const wanted = places.filter((place) => place.measure === measure && !single(place));
    if (wanted.length === 0) continue;
    const classes = await readClasses(tx, question, measure, wanted);
    for (const place of wanted) {
      let skip = place.skip;
      for (const [minutes, n] of classes.get(`${place.key} ${place.bucket}`) ?? []) {
        if (skip < n) {
          found.set(nameOf(place), minutes);
          break;
        }
        skip -= n;
      }
    }
  }
  return found;
}

/**
 * Handling times of any number of orders, exact: the spreads that are kept say in which class of minutes a median lies,
 * and only the orders of that class are looked at.
 */
export async function handlingSpread(
  tx: Tx,
  question: SpreadQuestion,
  by: string,
): Promise<Map<string | null, Handling>> {
  const counts = await spreadCounts(tx, question, by);
  const groups = [...counts].flatMap(([key, each]) => {
    const n = each.subarray(0, bucketCount).reduce((sum, one) => sum + one, 0);
    return n > 0 ? [{ key, counts: each, n }] : [];
  });
  const around = (group: (typeof groups)[number], measure: Measure, share: number) => {
    const place = (group.n - 1) * share;
    const at = (nth: number) => placeOf(group.key, group.counts, measure, nth);
    return { low: at(Math.floor(place)), high: at(Math.ceil(place)), part: place - Math.floor(place) };
  };
  const places = groups.flatMap((group) =>
    measures.flatMap((measure) =>
      Object.values(points).flatMap((share) => {
        const { low, high } = around(group, measure, share);
        return [low, high];
      }),
    ),
  );
  const found = await readPlaces(tx, question, places);
  const valueAt = (group: (typeof groups)[number], measure: Measure, share: number) => {
    const { low, high, part } = around(group, measure, share);
    const [from, to] = [found.get(nameOf(low)), found.get(nameOf(high))];
    return from === undefined || to === undefined ? null : from + (to - from) * part;
  };
  return new Map(
    groups.map((group) => [
      group.key,
      handlingOf(group.n, (measure) => ({
        median: valueAt(group, measure, points.median),
        p90: valueAt(group, measure, points.p90),
      })),
    ]),
  );
}

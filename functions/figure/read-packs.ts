import { sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { first, last, minutesIn, type Packed, type Part, packed, placesIn } from './day-pack';
import { type Narrowing, none } from './filter';
import { dimensionOf, type Group, isTime, stretchOf } from './group';
import type { HandlingQuestion } from './handling-direct';
import { addTimes, type Times } from './times';

interface DayPart extends Part, Record<string, unknown> {
  day: number;
}
/** The parts of one day by their names. */
type Day = Map<string, DayPart>;
/** Places of a day's orders; null for all. */
type Some = Int32Array | null;

const isPacked = (name: string): name is Packed => packed.some((each) => each === name);

/** The values that count of each dimension that is narrowed. */
function wantedOf({ units, values }: Narrowing): [Packed, (string | null)[]][] {
  const wanted = Object.entries(values).flatMap(([name, value]): [Packed, (string | null)[]][] =>
    isPacked(name) ? [[name, [value === none ? null : value]]] : [],
  );
  if (units === null) return wanted;
  return [...wanted, ['unit_id', units === none ? [null] : units]];
}

/** Those of some orders whose word is among the good ones. */
function those(part: DayPart, isGood: (word: string | null) => boolean, some: Some): Int32Array {
  const good = Uint8Array.from(part.words, (word) => (isGood(word) ? 1 : 0));
  if (!good.includes(1)) return new Int32Array(0);
  const places = placesIn(part);
  const left = new Int32Array(some?.length ?? part.n);
  let n = 0;
  for (let at = 0; at < left.length; at += 1) {
    const order = some ? (some[at] ?? 0) : at;
    left[n] = order;
    n += good[places[order] ?? 0] ?? 0;
  }
  return left.subarray(0, n);
}

function countedOf(day: Day, wanted: readonly [Packed, (string | null)[]][]): Some {
  return wanted.reduce<Some>((some, [name, values]) => {
    const part = day.get(name);
    return part ? those(part, (word) => values.includes(word), some) : new Int32Array(0);
  }, null);
}

function addDay(day: Day, counted: Some, group: Group | null, times: Times): void {
  const [lastPart, firstPart] = [day.get(last), day.get(first)];
  if (!lastPart || !firstPart || counted?.length === 0) return;
  const minutes = minutesIn(lastPart, firstPart);
  const part = day.get(dimensionOf(group) ?? '');
  if (!part) {
    addTimes(times, isTime(group) ? stretchOf(lastPart.day, group) : '', minutes, counted);
    return;
  }
  for (const word of part.words) {
    const some = those(part, (each) => each === word, counted);
    if (some.length > 0) addTimes(times, word, minutes, some);
  }
}

/** Adds the handling times that the packs of days hold; the days given are left out. */
export async function readPacks(
  tx: Tx,
  { narrowing, period, group }: HandlingQuestion,
  without: ReadonlySet<number>,
  times: Times,
): Promise<void> {
  const wanted = wantedOf(narrowing);
  const own = dimensionOf(group);
  const parts = [last, first, ...wanted.map(([name]) => name), ...(own ? [own] : [])];
  const { rows } = await tx.execute<DayPart>(sql`
    select part, day, n, words, data from figure_pack
    where part = any(${sql.param(parts)}) and day between ${period.first} and ${period.last}`);
  const days = new Map<number, Day>();
  for (const row of rows) {
    const day = days.get(row.day) ?? new Map<string, DayPart>();
    days.set(row.day, day.set(row.part, row));
  }
  for (const [number, day] of days)
    if (!without.has(number)) addDay(day, countedOf(day, wanted), group, times);
}

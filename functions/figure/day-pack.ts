import type { Measure } from '../../shared/figure/counter';
import type { Dimension } from './grain';

/** One order as its day's pack knows it: its dimensions, and its minutes from acceptance to resolution. */
export type Handled = Record<Measure, number> & Partial<Record<Dimension, string | null>>;

/** A part of a day's pack: the minutes of all its orders, or what they have of one dimension, order after order. */
export interface Part {
  part: string;
  n: number;
  /** The values that the numbers in `data` stand for. */
  words: (string | null)[];
  /** Base64 of numbers: minutes, or places in `words`. */
  data: string;
}

/** Dimensions that packs know; a matter's orders are few, and are asked along an index. */
export const packed = [
  'unit_id',
  'channel',
  'town',
  'stage',
  'reporter_kind',
  'complexity',
  'cause',
] as const satisfies readonly Dimension[];
export type Packed = (typeof packed)[number];
export const last = 'last';
export const first = 'first';
/** An order resolved more than once: its place, and both its first minutes. */
const perAgain = 3;

/** Numbers from 0 on, as wide as the largest of them needs. */
type Numbers = Uint8Array | Uint16Array | Int32Array;
const narrowest = (numbers: readonly number[]): Numbers => {
  const most = numbers.reduce((max, each) => Math.max(max, each), 0);
  if (most < 2 ** 8) return Uint8Array.from(numbers);
  return most < 2 ** 16 ? Uint16Array.from(numbers) : Int32Array.from(numbers);
};
const written = ({ buffer, byteOffset, byteLength }: Numbers) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** So many numbers as they were written, each as wide as the others: loops over them stay fast. */
function read(data: string, count: number): Int32Array {
  const bytes = Buffer.from(data, 'base64');
  const { buffer, byteOffset, byteLength } =
    bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
  if (byteLength === count) return new Int32Array(bytes);
  if (byteLength === count * 2) return new Int32Array(new Uint16Array(buffer, byteOffset, count));
  return new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
}

/** The orders last resolved on one day as the parts of its pack, in the order given. */
export function packDay(orders: readonly Handled[]): Part[] {
  const n = orders.length;
  const minutes = (measure: Measure) => orders.map((order) => order[measure]);
  const again = orders.flatMap((order, at) =>
    order.work === order.first_work && order.natural === order.first_natural
      ? []
      : [at, order.first_work, order.first_natural],
  );
  const told = packed.map((dimension) => {
    const words = [...new Set(orders.map((order) => order[dimension] ?? null))].sort();
    const places = new Map(words.map((word, at) => [word, at]));
    const codes = orders.map((order) => places.get(order[dimension] ?? null) ?? 0);
    return { part: dimension, n, words, data: written(narrowest(codes)) };
  });
  return [
    { part: last, n, words: [], data: written(narrowest([...minutes('work'), ...minutes('natural')])) },
    { part: first, n: again.length / perAgain, words: [], data: written(Int32Array.from(again)) },
    ...told,
  ];
}

export const placesIn = ({ data, n }: Pick<Part, 'data' | 'n'>): Int32Array => read(data, n);

/** The minutes of a day's orders, measure by measure, from the two parts that hold them. */
export function minutesIn(
  lastPart: Pick<Part, 'n' | 'data'>,
  firstPart: Pick<Part, 'n' | 'data'>,
): Record<Measure, Int32Array> {
  const all = read(lastPart.data, lastPart.n * 2);
  const work = all.subarray(0, lastPart.n);
  const natural = all.subarray(lastPart.n);
  if (firstPart.n === 0) return { work, natural, first_work: work, first_natural: natural };
  const again = read(firstPart.data, 0);
  const [firstWork, firstNatural] = [work.slice(), natural.slice()];
  for (let at = 0; at < again.length; at += perAgain) {
    const order = again[at] ?? 0;
    firstWork[order] = again[at + 1] ?? 0;
    firstNatural[order] = again[at + 2] ?? 0;
  }
  return { work, natural, first_work: firstWork, first_natural: firstNatural };
}

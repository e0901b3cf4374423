import { workingMinutesBetween } from '../../../shared/sla/between';
import type { Calendar } from '../../../shared/sla/calendar';
import { toIso } from '../../../shared/sla/instant';

export interface PlainOrder {
  unitId: string | null;
  matterId: string | null;
  channel: string;
  town: string | null;
  stage: string;
  reporterKind: string;
  complexity: string | null;
  cause: string | null;
  events: { kind: string; at: number; data: Record<string, unknown> }[];
  clocks: {
    kind: string;
    holderUnitId: string | null;
    dueAt: number;
    originalDueAt: number;
    endedAt: number | null;
    outcome: string | null;
    lateByMs: number;
  }[];
}
export interface Ask {
  from: string;
  to: string;
  units?: string[];
  only?: Partial<
    Record<'matterId' | 'channel' | 'town' | 'stage' | 'reporterKind' | 'complexity' | 'cause', string | null>
  >;
  /** A dimension, or how many characters of the date make a stretch of time: 10 for a day, 7 a month, 4 a year. */
  by?: keyof PlainOrder | number;
}
export interface Plain {
  counts: Record<string, [number, number | null]>;
  levels: number[];
  minutes: Record<'work' | 'natural' | 'first' | 'firstNatural', number[]>;
}

const fresh = (): Plain => ({
  counts: {},
  levels: [0, 0, 0, 0, 0],
  minutes: { work: [], natural: [], first: [], firstNatural: [] },
});
const dateOf = (at: number) => toIso(at).slice(0, 10);
const happenings: [string, (line: PlainOrder['events'][number]) => boolean][] = [
  ['supervised', ({ kind }) => kind === 'order.supervised'],
  ['returned', ({ kind }) => kind === 'order.returned'],
  ['reclassified', ({ kind, data }) => kind === 'order.classified' && Boolean(data.from)],
  ['extended', ({ kind, data }) => kind === 'extension.decided' && data.granted === true],
  ['urged', ({ kind }) => kind === 'order.urged'],
  ['reopened', ({ kind }) => kind === 'order.reopened'],
];
const answersYes = ['solved', 'confirmed'];
const answersNo = ['unsolved', 'unresolved', 'misreported'];

/** One order's lines, each said to `add`: at what moment, for which unit, which figure, whether it counts and is counted of. */
type Add = (
  at: number,
  unitId: string | null,
  id: string,
  top: number,
  bottom: number | null,
) => Plain | null;

function countOrder(order: PlainOrder, add: Add, calendar: Calendar): void {
  const { events, unitId } = order;
  const began = events[0]?.at ?? 0;
  const last = (...kinds: string[]) => events.filter((line) => kinds.includes(line.kind)).at(-1)?.at ?? -1;
  const never = (...kinds: string[]) => events.every((line) => !kinds.includes(line.kind));
  add(began, unitId, 'received', 1, null);
  add(began, unitId, 'withdrawn', never('order.withdrawn') ? 0 : 1, null);
  add(began, unitId, 'declined', last('order.declined') > last('order.appealed') ? 1 : 0, null);
  for (const [id, happened] of happenings) {
    const times = events.filter(happened).length;
    add(began, unitId, id, times > 0 ? 1 : 0, 1);
    add(began, unitId, `${id}-times`, times, null);
  }
  const closed = last('order.closed', 'order.closed-with-primary');
  if (closed > last('order.reopened', 'order.resolved-with-primary'))
    add(
      closed,
      unitId,
      'first-time-right',
      never('order.supervised', 'order.appealed', 'order.reopened') ? 1 : 0,
      1,
    );
  const resolutions = events.filter((line) => line.kind.startsWith('order.resolved'));
  const [first, final] = [resolutions[0]?.at, resolutions.at(-1)?.at];
  if (first === undefined || final === undefined) return;
  const called = (kind: string) =>
    events.some(
      (line, at) =>
        line.kind === kind &&
        line.data.done === true &&
        events.slice(0, at).some((each) => each.kind.startsWith('order.resolved')),
    );
  add(final, unitId, 'unit-callback-cover', called('unit-callback.made') ? 1 : 0, 1);
  add(final, unitId, 'district-callback-cover', called('district-callback.made') ? 1 : 0, 1);
  const accepted = events.find((line) => line.kind === 'order.accepted')?.at;
  if (accepted === undefined) return;
  const times = add(final, unitId, 'handled', 1, null)?.minutes;
  times?.work.push(workingMinutesBetween(accepted, final, calendar));
  times?.first.push(workingMinutesBetween(accepted, first, calendar));
  times?.natural.push(Math.floor((final - accepted) / 60_000));
  times?.firstNatural.push(Math.floor((first - accepted) / 60_000));
}

function countRounds({ events, unitId }: PlainOrder, add: Add): void {
  const starts = events.flatMap((line, at) => (line.kind.startsWith('order.resolved') ? [at] : []));
  for (const [nth, start] of starts.entries()) {
    const round = events.slice(start, starts[nth + 1] ?? events.length);
    const at = round[0]?.at ?? 0;
    const of = (kind: string) =>
      round.filter((line) => line.kind === kind && line.data.done !== false).at(-1)?.data;
    const said = [of('order.evaluated'), of('district-callback.made'), of('unit-callback.made')];
    const verdict = said
      .map((data, rank) => {
        if (!data) return null;
        if (rank === 0) return data.solved === true;
        if (answersYes.includes(String(data.result))) return true;
        return answersNo.includes(String(data.result)) ? false : null;
      })
      .find((each) => each !== null);
    const level = Number(said.find((data) => typeof data?.satisfaction === 'number')?.satisfaction ?? 0);
    add(at, unitId, 'solved', verdict === true ? 1 : 0, verdict === undefined ? 0 : 1);
    add(at, unitId, 'unanswered', verdict === undefined ? 1 : 0, null);
    add(at, unitId, 'unrated', level === 0 ? 1 : 0, null);
    const there = add(at, unitId, 'satisfied', level >= 3 ? 1 : 0, level > 0 ? 1 : 0);
    for (const each of [1, 2, 3, 4, 5])
      add(at, unitId, `level-${each}`, level === each ? 1 : 0, level > 0 ? 1 : 0);
    if (there && level > 0) there.levels[level - 1] = (there.levels[level - 1] ?? 0) + 1;
  }
}

function countClocks({ events, clocks }: PlainOrder, add: Add, now: number): void {
  for (const clock of clocks) {
    const { kind, holderUnitId: unitId, dueAt, originalDueAt, endedAt, outcome } = clock;
    const counted = (due: number) => (endedAt === null ? due < now : outcome !== 'void' || endedAt > due);
    const apart =
      kind === 'accept' &&
      events.some((line) => line.at === endedAt && ['order.returned', 'order.declined'].includes(line.kind));
    const id = apart ? 'accept-apart' : `on-time-${kind}`;
    add(dueAt, unitId, id, outcome === 'met' ? 1 : 0, counted(dueAt) ? 1 : 0);
    if (kind !== 'resolve') continue;
    const inTime = outcome !== 'void' && endedAt !== null && endedAt <= originalDueAt;
    add(originalDueAt, unitId, 'on-time-resolve-original', inTime ? 1 : 0, counted(originalDueAt) ? 1 : 0);
  }
}

/**
 * The figures of spec 7 once more, order by order from raw events and clocks, sharing nothing with the way the product
 * counts but the office hours. By group where one is asked for; '' is the whole.
 */
export function plainly(orders: readonly PlainOrder[], ask: Ask, now: number, calendar: Calendar) {
  const groups = new Map<string | null, Plain>();
  if (ask.by === undefined) groups.set('', fresh());
  for (const order of orders) {
    const wanted = Object.entries(ask.only ?? {}).every(
      ([name, value]) => order[name as keyof PlainOrder] === value,
    );
    if (!wanted) continue;
    const keyOf = (at: number, unitId: string | null) => {
      if (ask.by === undefined) return '';
      if (typeof ask.by === 'number') return dateOf(at).slice(0, ask.by);
      return ask.by === 'unitId' ? unitId : (order[ask.by] as string | null);
    };
    const into = (key: string | null) => {
      const there = groups.get(key) ?? fresh();
      groups.set(key, there);
      return there;
    };
    const ours = (unitId: string | null) => !ask.units || (unitId !== null && ask.units.includes(unitId));
    const add: Add = (at, unitId, id, top, bottom) => {
      const date = dateOf(at);
      if (date < ask.from || date > ask.to || !ours(unitId)) return null;
      const there = into(keyOf(at, unitId));
      const [n, of] = there.counts[id] ?? [0, bottom === null ? null : 0];
      there.counts[id] = [n + top, of === null || bottom === null ? null : of + bottom];
      return there;
    };
    countOrder(order, add, calendar);
    countRounds(order, add);
    countClocks(order, add, now);
    for (const { endedAt, dueAt, holderUnitId } of order.clocks) {
      const date = dateOf(dueAt);
      const timely = typeof ask.by !== 'number' || (date >= ask.from && date <= ask.to);
      if (endedAt !== null || dueAt >= now || !ours(holderUnitId) || !timely) continue;
      const there = into(keyOf(dueAt, holderUnitId));
      there.counts['overdue-now'] = [(there.counts['overdue-now']?.[0] ?? 0) + 1, null];
    }
  }
  return groups;
}

/** When an order was last dispatched to a unit that it had been dispatched to before. */
export function plainCircle({ events }: Pick<PlainOrder, 'events'>): number | null {
  const sent = events.filter((line) => line.kind === 'order.dispatched');
  const again = sent.filter((line, nth) =>
    sent.slice(0, nth).some((before) => before.data.unitId === line.data.unitId),
  );
  return again.at(-1)?.at ?? null;
}

/** The value so far into the sorted list, between two neighbours where it falls between them. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

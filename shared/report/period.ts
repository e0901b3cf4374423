import { addDays, type Day, weekdayOf } from '../sla/instant';

export const reportKinds = { week: '周报', month: '月报', year: '年报' } as const;
export type ReportKind = keyof typeof reportKinds;

/** A week (Monday to Sunday), month or year, and the one before it. Both days count. */
export interface ReportPeriod {
  kind: ReportKind;
  from: Day;
  to: Day;
  before: { from: Day; to: Day };
}

const monthStart = (year: number, month: number): Day =>
  `${year + Math.floor((month - 1) / 12)}-${String(((((month - 1) % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;

const starts: Record<ReportKind, (day: Day, shift: number) => Day> = {
  week: (day, shift) => addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * shift),
  month: (day, shift) => monthStart(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + shift),
  year: (day, shift) => `${Number(day.slice(0, 4)) + shift}-01-01`,
};

/** The period of that kind which the day falls into (spec 7). */
export function reportPeriod(kind: ReportKind, day: Day): ReportPeriod {
  const start = starts[kind];
  const [from, next, earlier] = [start(day, 0), start(day, 1), start(day, -1)];
  return { kind, from, to: addDays(next, -1), before: { from: earlier, to: addDays(from, -1) } };
}

const plain = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
/** "2026年11月18日", as a date stands under an official document. */
export const officialDay = (day: Day): string => `${day.slice(0, 4)}年${plain(day)}`;

/** "2026年11月", "2026年", "2026年11月16日至22日". */
export function periodName({ kind, from, to }: Pick<ReportPeriod, 'kind' | 'from' | 'to'>): string {
  if (kind === 'year') return `${from.slice(0, 4)}年`;
  if (kind === 'month') return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`;
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8, 10))}日` : plain(to);
  return `${officialDay(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end : officialDay(to)}`;
}

/** How a text speaks of the period and of the one before. */
export const periodWords: Record<ReportKind, { now: string; before: string }> = {
  week: { now: '本周', before: '上周' },
  month: { now: '本月', before: '上月' },
  year: { now: '本年', before: '上年' },
};

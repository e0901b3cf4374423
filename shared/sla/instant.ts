/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** 'YYYY-MM-DD' in Asia/Shanghai. */
export type Day = string;
/** 'HH:MM', Asia/Shanghai. */
export type ClockTime = string;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Asia/Shanghai has been UTC+8 without summer time since 1991. */
const offsetMs = 8 * hourMs;

const isoDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The Shanghai day an instant falls on. */
export const dayOf = (instant: Instant): Day => isoDay(instant + offsetMs);

/** The instant of a clock time on a Shanghai day. */
export function instantAt(day: Day, time: ClockTime): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return utcOf(day) - offsetMs + hours * hourMs + minutes * minuteMs;
}

export const addDays = (day: Day, days: number): Day => isoDay(utcOf(day) + days * dayMs);
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay();
export const daysBetween = (a: Day, b: Day): number => Math.round((utcOf(b) - utcOf(a)) / dayMs);

/** ISO 8601 with the offset of Shanghai; milliseconds only where there are any. */
export function toIso(instant: Instant): string {
  const text = new Date(instant + offsetMs).toISOString();
  return `${text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)}+08:00`;
}

/** Reads ISO 8601; throws on anything else. */
export function fromIso(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`Not an ISO 8601 instant: ${text}`);
  return instant;
}

/** "11 月 25 日". */
export const formatDay = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
/** "17:00" in Shanghai. */
export const clockTimeOf = (instant: Instant): ClockTime => toIso(instant).slice(11, 16);
/** "11 月 25 日 17:00". */
export const formatMoment = (instant: Instant): string =>
  `${formatDay(dayOf(instant))} ${clockTimeOf(instant)}`;

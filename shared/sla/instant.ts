/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** 'YYYY-MM-DD' in Asia/Shanghai. */
export type Day = string;
/** 'HH:MM', Asia/Shanghai. */
export type ClockTime = string;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Asia/Shanghai has had no summer time since 1991. */
const offsetMs = 8 * hourMs;

const isoDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Midnight UTC of a day; a RangeError for what is no day. */
function utcOf(day: Day): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`Not a day: ${day}`);
  return ms;
}

/** Whether a text is a day that exists, written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && isoDay(ms) === text;
}

/** The Shanghai day an instant falls on. */
export const dayOf = (instant: Instant): Day => isoDay(instant + offsetMs);

/** The instant of a clock time on a Shanghai day. */
export function instantAt(day: Day, time: ClockTime): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return utcOf(day) - offsetMs + hours * hourMs + minutes * minuteMs;
}

/** The day so many days later, or earlier where negative. */
export const addDays = (day: Day, days: number): Day => isoDay(utcOf(day) + days * dayMs);
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay();
/** Calendar days from a to b. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utcOf(b) - utcOf(a)) / dayMs);

/** ISO 8601 with the offset of Shanghai; milliseconds only where there are any. */
export function toIso(instant: Instant): string {
  const text = new Date(instant + offsetMs).toISOString();
  return `${text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)}+08:00`;
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads ISO 8601 with its offset (or Z); a RangeError on anything else, days that do not exist included. */
export function fromIso(text: string): Instant {
  const instant = isoInstant.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
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

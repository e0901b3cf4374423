import { addDays, type Day, type Instant, instantAt, isDay } from '../sla/instant';

const two = (text: string | undefined) => (text ?? '0').padStart(2, '0');
const separators = '[-/.年]';
const written = new RegExp(
  `^(\\d{4})${separators}(\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]*(\\d{1,2})[:时点](\\d{1,2})?(?:[:分](\\d{1,2})?)?(?:\\.\\d+)?秒?分?)?(Z|[+-]\\d{2}:?\\d{2})?$`,
);

/** Spreadsheets count days from here; what lies before 2000 or after 2100 is a number and no day. */
const serial = (text: string): { day: Day; minutes: number } | null => {
  const value = Number(text);
  if (!/^\d{5}(\.\d+)?$/.test(text) || value < 36_526 || value > 73_050) return null;
  return { day: addDays('1899-12-30', Math.floor(value)), minutes: Math.round((value % 1) * 1440) };
};

/**
 * The instant that a person or a spreadsheet meant, in Shanghai unless an offset stands behind it: `2026-11-18`,
 * `2026/11/18 9:30`, `2026年11月18日 9时30分`, `20261118`, `2026.11.18`, a spreadsheet's day number. Null for all else:
 * a day whose month could be its day is not guessed at.
 */
export function looseMoment(given: string): Instant | null {
  const text = given.trim().replaceAll('：', ':').replaceAll('　', ' ');
  const counted = serial(text);
  if (counted) return instantAt(counted.day, '00:00') + counted.minutes * 60_000;
  const plain = text.match(/^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/);
  const parts = plain ?? text.match(written);
  if (!parts) return null;
  const [, year, month, dayOfMonth, hours, minutes, seconds, offset] = parts;
  const day = `${year}-${two(month)}-${two(dayOfMonth)}`;
  if (!isDay(day) || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59)
    return null;
  const local = instantAt(day, `${two(hours)}:${two(minutes)}`) + Number(seconds ?? 0) * 1000;
  if (!offset) return local;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [far = 0, more = 0] = offset === 'Z' ? [] : [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return local + 8 * 3_600_000 - sign * (far * 60 + more) * 60_000;
}

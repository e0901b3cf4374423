import type { HolidayYear } from './calendar';
import { statutoryDays } from './statutory-days';

/** Holidays by law that a year's days leave without any day off, so that an incomplete paste is noticed before saving. */
export function missingHolidays(year: HolidayYear): string[] {
  const off = new Set(year.days.filter((day) => day.isOffDay).map((day) => day.date));
  const lawful = [...statutoryDays(year.year)];
  const kept = new Set(lawful.filter(([day]) => off.has(day)).map(([, name]) => name));
  return [...new Set(lawful.map(([, name]) => name))].filter((name) => !kept.has(name));
}

import { LunarDay, LunarMonth, SolarTerm } from 'tyme4ts';
import { addDays, type Day } from './instant';

const solarDay = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const lunar = (year: number, month: number, day: number): Day => {
  const date = LunarDay.fromYmd(year, month, day).getSolarDay();
  return solarDay(date.getYear(), date.getMonth(), date.getDay());
};
const qingming = (year: number): Day => {
  const date = SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay();
  return solarDay(date.getYear(), date.getMonth(), date.getDay());
};
const newYearsEve = (year: number): Day => lunar(year - 1, 12, LunarMonth.fromYm(year - 1, 12).getDayCount());

/**
 * Days off by law in a year whose notice has not come out (全国年节及纪念日放假办法, as of 2025): the days themselves,
 * no substitute days assumed (spec 3).
 */
export function statutoryDays(year: number): Map<Day, string> {
  const eve = newYearsEve(year);
  const run = (first: Day, days: number, name: string): [Day, string][] =>
    Array.from({ length: days }, (_, n) => [addDays(first, n), name]);
  return new Map([
    ...run(solarDay(year, 1, 1), 1, '元旦'),
    ...run(eve, 4, '春节'),
    ...run(qingming(year), 1, '清明节'),
    ...run(solarDay(year, 5, 1), 2, '劳动节'),
    ...run(lunar(year, 5, 5), 1, '端午节'),
    ...run(lunar(year, 8, 15), 1, '中秋节'),
    ...run(solarDay(year, 10, 1), 3, '国庆节'),
  ]);
}

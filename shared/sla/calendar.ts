import { addDays, type Day, weekdayOf } from './instant';
import { statutoryDays } from './statutory-days';

/** One yearly notice of the State Council, in the shape of `data/holidays/YYYY.json`. */
export interface HolidayYear {
  year: number;
  papers?: string[];
  days: { name: string; date: Day; isOffDay: boolean }[];
}

/** A day the district decided for itself, such as a typhoon day with the halls shut. */
export interface DayOverride {
  date: Day;
  isOffDay: boolean;
  name: string;
}

export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** The year's notice is not loaded: statutory days count, and every deadline that touches the year is provisional. */
  isProvisional(day: Day): boolean;
  /** 国庆节, 调休上班 …; null for a plain day. */
  nameOf(day: Day): string | null;
  nextWorkingDay(day: Day): Day;
  /** The N-th working day after `day`, N ≥ 1. */
  addWorkingDays(day: Day, days: number): Day;
}

interface Special {
  name: string;
  isOffDay: boolean;
}

const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Working days of Asia/Shanghai: Monday–Friday, less holidays, plus make-up workdays, then district overrides (spec 3). */
export function makeCalendar(input: { years: HolidayYear[]; overrides?: DayOverride[] }): Calendar {
  const noticed = new Set(input.years.map((each) => each.year));
  const special = new Map<Day, Special>();
  for (const year of input.years) for (const { date, ...rest } of year.days) special.set(date, rest);
  for (const { date, ...rest } of input.overrides ?? []) special.set(date, rest);
  const worked = new Map<Day, boolean>();
  const statutory = new Map<number, Map<Day, string>>();

  const provisionalName = (day: Day): string | null => {
    const year = yearOf(day);
    if (noticed.has(year)) return null;
    const days = statutory.get(year) ?? statutoryDays(year);
    statutory.set(year, days);
    return days.get(day) ?? null;
  };
  const compute = (day: Day): boolean => {
    const known = special.get(day);
    if (known) return !known.isOffDay;
    return !isWeekend(day) && provisionalName(day) === null;
  };
  const isWorkingDay = (day: Day): boolean => {
    const known = worked.get(day);
    if (known !== undefined) return known;
    const answer = compute(day);
    worked.set(day, answer);
    return answer;
  };
  const nextWorkingDay = (day: Day): Day => {
    const next = addDays(day, 1);
    return isWorkingDay(next) ? next : nextWorkingDay(next);
  };
  return {
    isWorkingDay,
    isProvisional: (day) => !noticed.has(yearOf(day)),
    nameOf: (day) => special.get(day)?.name ?? provisionalName(day),
    nextWorkingDay,
    addWorkingDays: (day, days) => {
      let at = day;
      for (let left = days; left > 0; left -= 1) at = nextWorkingDay(at);
      return at;
    },
  };
}

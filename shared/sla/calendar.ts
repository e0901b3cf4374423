import { addDays, type ClockTime, type Day, weekdayOf } from './instant';
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
  /** 国庆节, 国庆节调休上班, the name of an override …; null for a plain day. */
  nameOf(day: Day): string | null;
  nextWorkingDay(day: Day): Day;
  /** The N-th working day after `day`, N ≥ 1. */
  addWorkingDays(day: Day, days: number): Day;
  /** Hall hours of a working day, that statistics count by. */
  officeHours(day: Day): [ClockTime, ClockTime][];
}

/** Hall hours from a day on; the district may change them for days to come. */
export interface OfficeHours {
  from: Day;
  spans: [ClockTime, ClockTime][];
}
export const usualHours: OfficeHours = {
  from: '2000-01-01',
  spans: [
    ['09:00', '11:30'],
    ['13:30', '17:00'],
  ],
};

interface Special {
  name: string;
  isOffDay: boolean;
}

const fromNotice = ({ name, isOffDay }: HolidayYear['days'][number]): Special => ({
  name: isOffDay ? name : `${name}调休上班`,
  isOffDay,
});
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Steps from working day to working day, whichever days those are. */
export function stepsOver(isWorkingDay: (day: Day) => boolean) {
  const nextWorkingDay = (day: Day): Day => {
    let next = addDays(day, 1);
    while (!isWorkingDay(next)) next = addDays(next, 1);
    return next;
  };
  const addWorkingDays = (day: Day, days: number): Day => {
    let at = day;
    for (let left = days; left > 0; left -= 1) at = nextWorkingDay(at);
    return at;
  };
  return { nextWorkingDay, addWorkingDays };
}

/** Working days of Asia/Shanghai: Monday–Friday, less holidays, plus make-up workdays, then district overrides (spec 3). */
export function makeCalendar(input: {
  years: HolidayYear[];
  overrides?: DayOverride[];
  hours?: OfficeHours[];
}): Calendar {
  const hours = [...(input.hours ?? []), usualHours].sort((a, b) => (a.from < b.from ? 1 : -1));
  const noticed = new Set(input.years.map((each) => each.year));
  const special = new Map<Day, Special>();
  for (const year of input.years) for (const day of year.days) special.set(day.date, fromNotice(day));
  for (const { date, name, isOffDay } of input.overrides ?? []) special.set(date, { name, isOffDay });
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
  return {
    isWorkingDay,
    isProvisional: (day) => !noticed.has(yearOf(day)),
    nameOf: (day) => special.get(day)?.name ?? provisionalName(day),
    ...stepsOver(isWorkingDay),
    officeHours: (day) => (hours.find((each) => each.from <= day) ?? usualHours).spans,
  };
}

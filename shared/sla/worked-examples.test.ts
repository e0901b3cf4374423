import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { workingDaysBetween } from './between';
import { type HolidayYear, makeCalendar } from './calendar';
import { due, type Limit } from './due';
import { explainText } from './explain';
import { addDays, clockTimeOf, dayOf, formatMoment, fromIso, toIso, weekdayOf } from './instant';
import { lightOf } from './light';

const folder = join(__dirname, '../../data/holidays');
const years = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as HolidayYear,
);
const calendar = makeCalendar({ years });
const days = (count: number): Limit => ({ kind: 'working-days', days: count });
const short = (instant: number) => toIso(instant).slice(0, 16).replace('T', ' ');

/** The table of spec 3: accepted, contact, simple, ordinary, complex. */
const examples = [
  ['2026-11-18 09:30', '2026-11-19 17:00', '2026-11-18 17:00', '2026-11-23 17:00', '2026-11-25 17:00'],
  ['2026-11-20 16:59', '2026-11-23 17:00', '2026-11-20 17:00', '2026-11-25 17:00', '2026-11-27 17:00'],
  ['2026-11-20 17:00', '2026-11-23 17:00', '2026-11-23 17:00', '2026-11-25 17:00', '2026-11-27 17:00'],
  ['2026-11-21 10:00', '2026-11-23 17:00', '2026-11-23 17:00', '2026-11-25 17:00', '2026-11-27 17:00'],
  ['2025-09-30 15:00', '2025-10-09 17:00', '2025-09-30 17:00', '2025-10-11 17:00', '2025-10-14 17:00'],
  ['2026-09-20 10:00', '2026-09-21 17:00', '2026-09-20 17:00', '2026-09-23 17:00', '2026-09-28 17:00'],
  ['2026-02-13 11:00', '2026-02-14 17:00', '2026-02-13 17:00', '2026-02-25 17:00', '2026-02-27 17:00'],
  ['2026-02-18 20:15', '2026-02-24 17:00', '2026-02-24 17:00', '2026-02-26 17:00', '2026-02-28 17:00'],
  ['2026-02-28 16:00', '2026-03-02 17:00', '2026-02-28 17:00', '2026-03-04 17:00', '2026-03-06 17:00'],
  ['2022-12-29 09:00', '2022-12-30 17:00', '2022-12-29 17:00', '2023-01-04 17:00', '2023-01-06 17:00'],
  ['2024-04-26 14:00', '2024-04-28 17:00', '2024-04-26 17:00', '2024-04-30 17:00', '2024-05-07 17:00'],
] as const;

it.each(examples)('accepted %s: contact %s, simple %s, ordinary %s, complex %s', (accepted, ...expected) => {
  const start = fromIso(`${accepted.replace(' ', 'T')}:00+08:00`);
  const limits: Limit[] = [days(1), { kind: 'same-day' }, days(3), days(5)];
  expect(limits.map((limit) => short(due(start, limit, calendar).dueAt))).toEqual(expected);
});

it.each([
  ['2026-11-22T16:59:59.000+08:00', 'green'],
  ['2026-11-22T17:00:00.000+08:00', 'yellow'],
  ['2026-11-23T17:00:00.000+08:00', 'yellow'],
  ['2026-11-23T17:00:00.001+08:00', 'red'],
])('at %s a clock due 2026-11-23 17:00 is %s', (now, light) => {
  expect(lightOf(fromIso('2026-11-23T17:00:00+08:00'), fromIso(now))).toBe(light);
});

const instants = fc.integer({
  min: fromIso('2018-01-02T00:00:00+08:00'),
  max: fromIso('2026-11-30T00:00:00+08:00'),
});
const limits = fc.oneof(fc.constant<Limit>({ kind: 'same-day' }), fc.integer({ min: 1, max: 15 }).map(days));

it('is always closing time of a working day, and never moves back when the start moves on', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 10 * 86_400_000 }), limits, (start, later, limit) => {
      const { dueAt } = due(start, limit, calendar);
      expect(clockTimeOf(dueAt)).toBe('17:00');
      expect(calendar.isWorkingDay(dayOf(dueAt))).toBe(true);
      expect(due(start + later, limit, calendar).dueAt).toBeGreaterThanOrEqual(dueAt);
    }),
    { numRuns: 2000 },
  );
});

it('counts back what it counted forth, and explains the very same moment', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 15 }), (start, count) => {
      const { dueAt } = due(start, days(count), calendar);
      expect(workingDaysBetween(start, dueAt, calendar)).toBe(count);
      expect(explainText(start, days(count), calendar)).toContain(`${formatMoment(dueAt)} 到期`);
    }),
    { numRuns: 2000 },
  );
});

/** A second, plain calendar: a list of all days of the notices, walked one by one. */
function plainDue(start: number, count: number): string {
  const listed = years.flatMap((year) => year.days);
  let day = dayOf(start);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const notice = listed.filter((each) => each.date === day).at(-1);
    const works = notice ? !notice.isOffDay : ![0, 6].includes(weekdayOf(day));
    if (works) left -= 1;
  }
  return `${day} 17:00`;
}

it('agrees with a second, plain calendar over 2018–2026', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 12 }), (start, count) => {
      expect(short(due(start, days(count), calendar).dueAt)).toBe(plainDue(start, count));
    }),
    { numRuns: 1000 },
  );
});

it('marks deadlines that touch a year without notice as provisional, by the statutory days alone', () => {
  const answer = due(fromIso('2026-12-31T10:00:00+08:00'), days(1), calendar);
  expect({ ...answer, dueAt: short(answer.dueAt) }).toEqual({ dueAt: '2027-01-04 17:00', provisional: true });
  expect(calendar.isWorkingDay('2027-02-05')).toBe(false);
  expect(calendar.nameOf('2027-02-06')).toContain('春节');
});

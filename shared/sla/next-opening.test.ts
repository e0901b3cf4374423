import { makeCalendar } from './calendar';
import { fromIso, toIso } from './instant';
import { nextOpening } from './next-opening';

const calendar = makeCalendar({
  years: [
    {
      year: 2026,
      days: [
        { name: '国庆节', date: '2026-10-01', isOffDay: true },
        { name: '国庆节', date: '2026-10-02', isOffDay: true },
        { name: '国庆节', date: '2026-10-10', isOffDay: false },
      ],
    },
  ],
});

it.each([
  ['2026-09-30T08:00', '2026-09-30T09:00', 'before opening'],
  ['2026-09-30T12:00', '2026-09-30T12:00', 'noon counts as open'],
  ['2026-09-30T17:00', '2026-10-05T09:00', 'the eve of a festival and its weekend'],
  ['2026-10-10T10:00', '2026-10-10T10:00', 'a Saturday at work'],
])('%s → %s (%s)', (at, wanted) => {
  expect(toIso(nextOpening(fromIso(`${at}:00+08:00`), calendar))).toBe(`${wanted}:00+08:00`);
});

import { fromIso, toIso } from '../../../shared/sla/instant';
import { keptSince } from './kept-since';

it.each([
  ['an ordinary day', '2026-11-18T09:30:00+08:00', 3, '2023-11-18T00:00:00+08:00'],
  ['a leap day between, which shortens nothing', '2029-11-18T09:30:00+08:00', 3, '2026-11-18T00:00:00+08:00'],
  ['a leap day itself', '2028-02-29T09:30:00+08:00', 3, '2025-02-28T00:00:00+08:00'],
  ['a leap day to a leap day', '2028-02-29T09:30:00+08:00', 4, '2024-02-29T00:00:00+08:00'],
  ['just after midnight in Shanghai', '2026-01-01T00:00:01+08:00', 1, '2025-01-01T00:00:00+08:00'],
])('counts %s back by the calendar', (_, now, years, since) => {
  expect(toIso(keptSince(fromIso(now), years))).toBe(since);
});

import { backoffMs } from './backoff-ms';

it.each([
  [1, 2500, 5000],
  [2, 5000, 10_000],
  [5, 40_000, 80_000],
  [20, 1_800_000, 3_600_000],
  [5000, 1_800_000, 3_600_000],
])('after try %i it waits between %i and %i ms', (attempt, least, most) => {
  expect(backoffMs(attempt, () => 0)).toBe(least);
  expect(backoffMs(attempt, () => 1)).toBe(most);
});

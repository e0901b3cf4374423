const firstMs = 5_000;
const longestMs = 60 * 60_000;

/**
 * Milliseconds to wait after the given failed try (1 = the first): doubles from 5 s up to an hour, of which a random
 * half is jitter. `random` returns a number in [0, 1).
 */
export function backoffMs(attempt: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(attempt, 1) - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * random());
}

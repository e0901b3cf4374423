import type { Instant } from './instant';

/** How late something at `at` is against its due, in milliseconds; 0 up to and including the due instant. */
export const lateBy = (dueAt: Instant, at: Instant): number => Math.max(0, at - dueAt);

/** What a clock that ends now counts as: met up to and including its due, late after it (spec 3). */
export function endClock(dueAt: Instant, endedAt: Instant): { outcome: 'met' | 'late'; lateByMs: number } {
  const lateByMs = lateBy(dueAt, endedAt);
  return { outcome: lateByMs > 0 ? 'late' : 'met', lateByMs };
}

/** A voided clock is in no rate, yet one voided after its due keeps "late by" as a fact of its holder (spec 3). */
export const voidClock = (dueAt: Instant, endedAt: Instant): { outcome: 'void'; lateByMs: number } => ({
  outcome: 'void',
  lateByMs: lateBy(dueAt, endedAt),
});

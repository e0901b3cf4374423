import type { Instant } from '../../../shared/sla/instant';

/** Remembers for all instances what has been used once. */
export interface ReplayGuard {
  /** True for the first to bring this key; keys may be forgotten after `until`. */
  claimOnce(key: string, until: Instant): Promise<boolean>;
}

import type { Instant } from '../../../shared/sla/instant';
import type { TokenStore } from '../provider';

/** A token store for one process, with a lock that really makes others wait. */
export function memoryTokens(): TokenStore & { kept: Map<string, { value: string; expiresAt: Instant }> } {
  const kept = new Map<string, { value: string; expiresAt: Instant }>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    kept,
    get: async (key) => kept.get(key) ?? null,
    put: async (key, value, expiresAt) => void kept.set(key, { value, expiresAt }),
    lock: (_key, work) => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

import type { ReplayGuard } from '../replay-guard';

export function memoryReplayGuard(): ReplayGuard {
  const used = new Set<string>();
  return {
    async claimOnce(key) {
      if (used.has(key)) return false;
      used.add(key);
      return true;
    },
  };
}
